using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Suggestions;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.ReplyProcess;

/// <summary>Which text fits, and why, follows from the answers to the five questions (docs/domain.md, "The five steps").</summary>
public sealed class SuggestedRepliesTests
{
    private static readonly EmbeddedReplyTemplates Templates = new();

    private static Moment On(string day) => new(Actor.Application, DateOnly.Parse(day), WorkingDayCalendar.Official);

    private static IReadOnlyList<SuggestedReply> Of(CaseBuilder builder, string day = "2025-09-25", ApplicantRecord? record = null) =>
        SuggestedReplies.Of(builder.Build(), On(day), Templates, record);

    private static CaseBuilder AtDisclosure() =>
        CaseBuilder.Received("2025-09-22").WithAnswer(StepAnswer.Complete).WithAnswer(StepAnswer.Ours).WithAnswer(StepAnswer.Held);

    private static CaseBuilder Answered(StepAnswer answer) => AnswerTransitions.Of(answer).Step == ReplyStep.Completeness
        ? CaseBuilder.Received("2025-09-22").WithAnswer(answer)
        : CaseBuilder.Received("2025-09-22").WithAnswer(StepAnswer.Complete).WithAnswer(answer);

    private static IEnumerable<TestCaseData> AnswersWithTexts() => AnswerTransitions.All.Where(row => row.Opens is not null)
        .Select(row => new TestCaseData(row.Answer, Template(row.Answer)).SetArgDisplayNames(row.Answer.ToString()));

    // docs/domain.md, "The five steps", said a second time on purpose: the table of the process is not asked.
    private static string Template(StepAnswer answer) => answer switch
    {
        StepAnswer.CorrectionNeeded => TemplateCodes.CorrectionNotice,
        StepAnswer.StillUnclear => TemplateCodes.StillUnclear,
        StepAnswer.CorrectionLapsed or StepAnswer.PaymentLapsed => TemplateCodes.ClosingNotice,
        StepAnswer.NotThisAgency => TemplateCodes.NotThisAgency,
        StepAnswer.SpecialAccess => TemplateCodes.SpecialAccessRegime,
        StepAnswer.NotAnApplication => TemplateCodes.NotAnApplication,
        StepAnswer.RepeatRequest => TemplateCodes.RepeatRequest,
        StepAnswer.PublicPublication => TemplateCodes.PublicPublication,
        StepAnswer.ExplanationNeeded => TemplateCodes.ExplanationNotice,
        StepAnswer.ExplanationUnsound => TemplateCodes.ExcessiveRequests,
        StepAnswer.AlreadyPublic => TemplateCodes.AlreadyPublic,
        StepAnswer.NotExisting => TemplateCodes.NotExisting,
        StepAnswer.NeedsCreation => TemplateCodes.NeedsCreation,
        StepAnswer.Disclosed => TemplateCodes.Disclosed,
        StepAnswer.PartlyDisclosed => TemplateCodes.PartlyDisclosed,
        StepAnswer.StateSecret => TemplateCodes.RefusedStateSecret,
        StepAnswer.ProhibitedByLaw => TemplateCodes.RefusedProhibitedByLaw,
        StepAnswer.SecurityAndStability => TemplateCodes.RefusedSecurityAndStability,
        StepAnswer.ThirdPartyRights => TemplateCodes.RefusedThirdPartyRights,
        StepAnswer.InternalAffairs => TemplateCodes.RefusedInternalAffairs,
        StepAnswer.DeliberativeProcess => TemplateCodes.RefusedDeliberativeProcess,
        StepAnswer.EnforcementFile => TemplateCodes.RefusedEnforcementFile,
        StepAnswer.Complete or StepAnswer.Ours or StepAnswer.ExplanationSound or StepAnswer.Held => "",
    };

    [TestCaseSource(nameof(AnswersWithTexts))]
    public void Answer_ThatAllowsAText_LeadsToItAlone_WithTheReason(StepAnswer answer, string template)
    {
        var file = Answered(answer);
        var suggestions = Of(file).Where(suggestion => suggestion.Answer is not null).ToList();
        Assert.That(
            suggestions.Select(suggestion => (suggestion.Template, suggestion.Answer)),
            Is.EqualTo(new[] { (template, (StepAnswer?)answer) }));
        Assert.Multiple(() =>
        {
            Assert.That(
                suggestions[0].Reasons.Select(reason => reason.Code),
                Is.SupersetOf(new[] { "suggest.answered", $"suggest.answer.{answer}" }));
            Assert.That(
                suggestions[0].Reasons.SelectMany(reason => new[] { reason.Say(), reason.Say(Texts.English) }),
                Has.None.Contains("{"));
            Assert.That(StepTransitions.Draftable(file.Build()).Select(outcome => outcome.Template), Does.Contain(template));
        });
    }

    [Test]
    public void Answers_ThatLeadOn_SuggestNothing()
    {
        foreach (var row in AnswerTransitions.All.Where(row => row.Opens is null))
        {
            Assert.That(Of(CaseBuilder.Received("2025-09-22").WithAnswer(row.Answer)), Is.Empty, row.Answer.ToString());
        }
    }

    [TestCaseSource(nameof(AnswersWithTexts))]
    public void Variant_OfEveryText_IsDecidedOrNamedAsAChoice(StepAnswer answer, string template)
    {
        var suggestion = Of(Answered(answer)).Single(each => each.Answer == answer);
        var reached = suggestion.Choices.Select(choice => choice.Code).Append(suggestion.Variant).OfType<string>();
        var expected = answer is StepAnswer.CorrectionLapsed ? ["not-corrected"] : answer is StepAnswer.PaymentLapsed ? ["fee-unpaid"]
            : Templates.Find(template)!.Variants.Select(variant => variant.Code);
        Assert.Multiple(() =>
        {
            Assert.That(reached, Is.EquivalentTo(expected));
            Assert.That(
                suggestion.Choices.SelectMany(choice => new[] { choice.When.Say(), choice.When.Say(Texts.English) }),
                Is.All.Not.Empty);
        });
    }

    [Test]
    public void Variant_ChosenWithTheAnswer_IsSuggestedWithoutAsking()
    {
        var file = CaseBuilder.Received("2025-09-22");
        file.With(new StepAnswered(
            ReplyStep.Competence,
            StepAnswer.NotThisAgency,
            file.Items,
            new ItemOutcome(TemplateCodes.NotThisAgency, "jointly-made"),
            null,
            null));
        var suggestion = Of(file).Single();
        Assert.That((suggestion.Variant, suggestion.Choices.Count), Is.EqualTo(("jointly-made", 0)));
    }

    [Test]
    public void CorrectionNotice_NamesItsLastDay_AndThatItIsLate()
    {
        var file = CaseBuilder.Received("2025-09-22").WithAnswer(StepAnswer.CorrectionNeeded);
        Assert.Multiple(() =>
        {
            Assert.That(Of(file).Single().Reasons.Select(reason => reason.Say()), Has.Some.Contains("2025年9月30日"));
            Assert.That(Of(file, "2025-10-10").Single().Reasons.Select(reason => reason.Code), Does.Contain("suggest.correctionLate"));
        });
    }

    [Test]
    public void ThirdParty_AskedObjectingAndOverruled_LeadsTo05Then06And08OverObjection()
    {
        var asked = AtDisclosure().WithServed(
            out var letter, TemplateCodes.ThirdPartyConsultation, ServiceEffect.Consults, "2025-09-24", asks: ConsultationKind.ThirdParty);
        Assert.That(Of(asked).Select(suggestion => suggestion.Template), Is.EqualTo(new[] { TemplateCodes.ConsultationNotice }));
        asked.With(new OpinionReceived(letter, new DateOnly(2025, 9, 30), Opinion.Disagrees, null)).WithAnswer(StepAnswer.Disclosed);
        var decided = Of(asked, "2025-10-09");
        Assert.Multiple(() =>
        {
            Assert.That(
                decided.Select(suggestion => (suggestion.Template, suggestion.Variant)),
                Is.EqualTo(new[]
                {
                    (TemplateCodes.ThirdPartyDisclosureNotice, null),
                    (TemplateCodes.DisclosureReview, null),
                    (TemplateCodes.Disclosed, (string?)"over-objection"),
                }));
            Assert.That(decided[2].Reasons.Select(reason => reason.Say()), Has.Some.Contains("2025年9月30日").And.Some.Contains("不同意公开"));
        });
    }

    [Test]
    public void ThirdPartyRights_WithNobodyAsked_SuggestsAsking() =>
        Assert.That(
            Of(AtDisclosure().WithAnswer(StepAnswer.ThirdPartyRights)).Select(suggestion => suggestion.Template),
            Is.EqualTo(new[] { TemplateCodes.ThirdPartyConsultation, TemplateCodes.RefusedThirdPartyRights }));

    [Test]
    public void Disclosed_OnceReviewed_AsksForNoReview()
    {
        var file = AtDisclosure().WithAnswer(StepAnswer.Disclosed);
        Assert.That(
            Of(file).Select(suggestion => suggestion.Template),
            Is.EqualTo(new[] { TemplateCodes.DisclosureReview, TemplateCodes.Disclosed }));
        file.With(new DisclosureReviewed(file.Items, Guid.NewGuid(), CaseBuilder.Text()));
        Assert.That(
            Of(file).Select(suggestion => (suggestion.Template, suggestion.Variant)),
            Is.EqualTo(new[] { (TemplateCodes.Disclosed, "provided") }));
    }

    [Test]
    public void Extension_IsSuggestedOnceConsented_UntilTheDueDate()
    {
        var file = AtDisclosure();
        Assert.That(Of(file, "2025-10-20"), Is.Empty);
        file.With(new ExtensionConsented(new DateOnly(2025, 10, 20), CaseBuilder.Text()));
        Assert.Multiple(() =>
        {
            Assert.That(
                Of(file, "2025-10-20").Select(suggestion => (suggestion.Template, suggestion.Variant)),
                Is.EqualTo(new[] { (TemplateCodes.ExtensionNotice, "extension") }));
            Assert.That(Of(file, "2025-10-20")[0].Reasons.Single().Say(), Does.Contain("2025年10月24日").And.Contain("4 个工作日"));
            Assert.That(Of(file, "2025-11-20"), Is.Empty, "after the due date there is nothing to extend");
        });
    }

    [Test]
    public void Search_InVain_SuggestsTheAnswerFirst()
    {
        var file = CaseBuilder.Received("2025-09-22").WithAnswer(StepAnswer.Complete).WithAnswer(StepAnswer.Ours);
        file.With(new SearchRecorded(
            file.Items, new DateOnly(2025, 9, 24), 0, CaseBuilder.Text(), CaseBuilder.Text(), CaseBuilder.Text(), null));
        var suggestion = Of(file).Single();
        Assert.That(
            (suggestion.Template, suggestion.Answer, suggestion.IsAhead),
            Is.EqualTo((TemplateCodes.NotExisting, (StepAnswer?)StepAnswer.NotExisting, true)));
        Assert.That(suggestion.Reasons.Select(reason => reason.Say()), Does.Contain("2025年9月24日的检索记录载明找到 0 份。"));
    }

    [Test]
    public void Lapse_OfCorrection_SuggestsTheClosing()
    {
        var file = CaseBuilder.Received("2025-09-22").WithAnswer(StepAnswer.CorrectionNeeded)
            .WithServed(TemplateCodes.CorrectionNotice, ServiceEffect.AwaitsCorrection, "2025-09-25", new DocumentTerms(
                new DateOnly(2025, 10, 20), null, null));
        Assert.That(Of(file, "2025-10-20"), Is.Empty, "the last day is not over");
        Assert.That(
            Of(file, "2025-10-21").Select(suggestion => (suggestion.Template, suggestion.Variant, suggestion.IsAhead)),
            Is.EqualTo(new[] { (TemplateCodes.ClosingNotice, "not-corrected", true) }));
    }

    [Test]
    public void ManyApplications_SuggestExplanationOrFee_FromTheEleventhOn()
    {
        var file = CaseBuilder.Received("2025-09-22").WithAnswer(StepAnswer.Complete);
        Assert.That(Of(file, record: new ApplicantRecord(new ApplicationsInMonth(10, 10), [])), Is.Empty);
        var many = Of(file, record: new ApplicantRecord(new ApplicationsInMonth(45, 31), []));
        Assert.Multiple(() =>
        {
            Assert.That(
                many.Select(suggestion => suggestion.Template),
                Is.EqualTo(new[] { TemplateCodes.ExplanationNotice, TemplateCodes.FeeNotice }));
            Assert.That(many[1].Reasons.Single().Say(), Does.Contain("本件 200 元"), "the rate of its own place");
        });
    }

    [Test]
    public void EarlierReply_ToTheSameApplicant_IsPointedOut()
    {
        var file = CaseBuilder.Received("2025-09-22").WithAnswer(StepAnswer.Complete);
        var suggestion = Of(file, record: new ApplicantRecord(
            new ApplicationsInMonth(2, 2), [new EarlierApplication(Guid.NewGuid(), "示范府依申请〔2025〕1号", null, ["示范府依申请复〔2025〕1号"])])).Single();
        Assert.That(
            (suggestion.Template, suggestion.IsAhead, suggestion.Choices.Count),
            Is.EqualTo((TemplateCodes.RepeatRequest, true, 2)));
        Assert.That(suggestion.Reasons[0].Say(), Does.Contain("示范府依申请复〔2025〕1号"));
    }

    [Test]
    public void Items_WithDifferentOutcomes_HaveASuggestionEach()
    {
        var file = CaseBuilder.Received("2025-09-22", items: 2);
        file.WithAnswer(StepAnswer.StateSecret, file.Items[0]).WithAnswer(StepAnswer.AlreadyPublic, file.Items[1]);
        Assert.That(Of(file).Select(suggestion => (suggestion.Template, suggestion.Reasons[0].Say())), Is.EqualTo(new[]
        {
            (TemplateCodes.RefusedStateSecret, "第1项“给不给”的结论是“不予公开：国家秘密”。"), (TemplateCodes.AlreadyPublic, "第2项“有没有”的结论是“已主动公开”。"),
        }));
    }

    [Test]
    public void Withdrawal_SuggestsTheClosingNotice() =>
        Assert.That(
            Of(AtDisclosure().With(new ApplicationWithdrawn(new DateOnly(2025, 9, 25), null)))
                .Select(suggestion => (suggestion.Template, suggestion.Variant)),
            Is.EqualTo(new[] { (TemplateCodes.ClosingNotice, "withdrawn") }));
}
