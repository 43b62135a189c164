using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.Deadlines;

public sealed class WhatIsDueTests
{
    // Received on 2025-09-22: counted day 7 is 10-09 (after the holidays), 10 is 10-11 (a transferred Saturday) … 20 is 10-24.
    private const string Received = "2025-09-22";

    [Test]
    public void Case_JustReceived_OwesReplyAndNoticeAndTheOfficesTargets() =>
        Assert.That(Due(CaseBuilder.Received(Received)), Is.EqualTo(new[]
        {
            (DueKind.Reply, "2025-10-24"), (DueKind.CorrectionNotice, "2025-09-30"),
            (DueKind.DraftTarget, "2025-10-11"), (DueKind.ApprovalTarget, "2025-10-17"),
        }));

    [Test]
    public void Case_FoundComplete_OwesNoNoticeAnyMore() =>
        Assert.That(
            Due(CaseBuilder.Received(Received).WithAnswer(StepAnswer.Complete)).Select(item => item.Kind),
            Does.Not.Contain(DueKind.CorrectionNotice));

    [Test]
    public void Case_NotYetConfirmed_OwesTheConfirmationOnTheDayOfArrival() =>
        Assert.That(
            Due(CaseBuilder.Received(Received, channel: Channel.Email)),
            Is.EqualTo(new[] { (DueKind.ReceiptConfirmation, Received) }));

    [Test]
    public void Case_ArrivedOnADayOff_OwesTheConfirmationOnTheNextWorkingDay() =>
        Assert.That(
            Due(CaseBuilder.Received("2025-10-01", channel: Channel.Email)),
            Is.EqualTo(new[] { (DueKind.ReceiptConfirmation, "2025-10-09") }));

    [Test]
    public void Case_AwaitingCorrection_WaitsForItAndForNothingElse() =>
        Assert.That(Due(AwaitingCorrection()), Is.EqualTo(new[] { (DueKind.Correction, "2025-10-20") }));

    [Test]
    public void Case_WhoseCorrectionLapsed_WaitsForNothing() =>
        Assert.That(Due(AwaitingCorrection().WithAnswer(StepAnswer.CorrectionLapsed)), Is.Empty);

    [Test]
    public void Case_Corrected_HasItsTargetsReckonedFromTheNewStart()
    {
        var due = Due(
            AwaitingCorrection().With(new Cases.CaseFiles.Events.CorrectionReceived(new DateOnly(2025, 10, 11), CaseBuilder.Text())));
        Assert.That(
            due,
            Is.EqualTo(
                new[] { (DueKind.Reply, "2025-11-07"), (DueKind.DraftTarget, "2025-10-24"), (DueKind.ApprovalTarget, "2025-10-31") }));
    }

    [Test]
    public void Case_WithTwoConsultations_NamesEachByItsLetter()
    {
        var builder = Consulting(out var first, ConsultationKind.ThirdParty, out var second, ConsultationKind.CoAuthor);
        var due = WhatIsDue.Of(builder.Build(), CalendarSnapshot.Shipped, new OfficeTargets()).Where(item => item.Reference.Length > 0);
        Assert.That(due.Select(item => (item.Kind, item.Reference, item.DueOn)), Is.EqualTo(new[]
        {
            (DueKind.ThirdPartyOpinion, first.ToString(), new DateOnly(2025, 10, 29)),
            (DueKind.CoAuthorOpinion, second.ToString(), new DateOnly(2025, 10, 29)),
        }));
    }

    [Test]
    public void Case_InConsultation_HasTargetsThatMoveWithTheClock()
    {
        var due = Due(Consulting(out _, ConsultationKind.ThirdParty, out _, ConsultationKind.CoAuthor));
        Assert.That(
            due,
            Does.Contain((DueKind.ApprovalTarget, "2025-11-07")),
            "nine days counted until the letters went out on 10-09, then none until 10-29");
    }

    [Test]
    public void Case_WhoseReplyIsSubmitted_HasReachedTheTargetForTheDraft()
    {
        var builder = CaseBuilder.Received(Received).WithAnswer(StepAnswer.Complete).WithAnswer(StepAnswer.Ours)
            .WithAnswer(StepAnswer.AlreadyPublic);
        var id = Guid.NewGuid();
        builder.With(new DocumentDrafted(
            id, TemplateCodes.AlreadyPublic, null, "v", ServiceEffect.Answers, null, "(一)", true,
            builder.Items, CaseBuilder.Text(), new(null, null, null), null, CaseBuilder.Clerk));
        Assert.That(
            Due(builder).Select(item => item.Kind),
            Is.EqualTo(new[] { DueKind.Reply, DueKind.DraftTarget, DueKind.ApprovalTarget }));
        builder.With(new DocumentSubmitted(id));
        Assert.That(Due(builder).Select(item => item.Kind), Is.EqualTo(new[] { DueKind.Reply, DueKind.ApprovalTarget }));
        builder.With(new DocumentApproved(id, Guid.NewGuid(), 1, null, null, new DateOnly(2025, 10, 9), Guid.NewGuid(), "sha"));
        Assert.That(Due(builder).Select(item => item.Kind), Is.EqualTo(new[] { DueKind.Reply }), "until it is served, the reply is owed");
        builder.With(new DocumentServed(
            id, Guid.NewGuid(), ServiceWay.HandedOver, new DateOnly(2025, 10, 9), new DateOnly(2025, 10, 9), true, null));
        Assert.That(Due(builder), Is.Empty);
    }

    [Test]
    public void Targets_OfEachStep_AreDueUntilTheStepIsAnswered()
    {
        var targets = new OfficeTargets(Completeness: 2, Competence: 4, Existence: 6, Disclosure: 8, Draft: null, Approval: null);
        var builder = CaseBuilder.Received(Received);
        Assert.That(
            Kinds(),
            Is.EqualTo(new[] { DueKind.CompletenessTarget, DueKind.CompetenceTarget, DueKind.ExistenceTarget, DueKind.DisclosureTarget }));
        builder.WithAnswer(StepAnswer.Complete).WithAnswer(StepAnswer.Ours);
        Assert.That(Kinds(), Is.EqualTo(new[] { DueKind.ExistenceTarget, DueKind.DisclosureTarget }));

        IEnumerable<DueKind> Kinds() => WhatIsDue.Of(builder.Build(), CalendarSnapshot.Shipped, targets).Select(item => item.Kind)
            .Where(kind => kind.Origin() == DueOrigin.Office);
    }

    [Test]
    public void Target_BeyondThePeriod_IsNone() =>
        Assert.That(
            WhatIsDue.Of(CaseBuilder.Received(Received).Build(), CalendarSnapshot.Shipped, new OfficeTargets(Draft: 20, Approval: 21))
                .Select(item => item.Kind),
            Does.Contain(DueKind.DraftTarget).And.Not.Contain(DueKind.ApprovalTarget));

    [Test]
    public void Case_AskedAboutBySupervision_OwesTheAnswerAlsoOnceItIsReplied()
    {
        var inquiry = Guid.NewGuid();
        var builder = CaseBuilder.Received(Received).WithAnswer(StepAnswer.Complete).WithAnswer(StepAnswer.Ours)
            .WithAnswer(StepAnswer.NotExisting)
            .With(new InquiryOpened(inquiry, new DateOnly(2025, 10, 23), CaseBuilder.Text(), new DateOnly(2025, 10, 28)));
        Assert.That(Due(builder), Does.Contain((DueKind.InquiryAnswer, "2025-10-28")));
        builder.WithServed(TemplateCodes.NotExisting, ServiceEffect.Answers, "2025-10-24", row: "(四)1");
        Assert.That(Due(builder), Is.EqualTo(new[] { (DueKind.InquiryAnswer, "2025-10-28") }));
        builder.With(new InquiryAnswered(inquiry, new DateOnly(2025, 10, 27), CaseBuilder.Text()));
        Assert.That(Due(builder), Is.Empty);
    }

    private static CaseBuilder AwaitingCorrection() => CaseBuilder.Received(Received)
        .WithAnswer(StepAnswer.CorrectionNeeded)
        .WithServed(TemplateCodes.CorrectionNotice, ServiceEffect.AwaitsCorrection, "2025-09-25", new DocumentTerms(
            new DateOnly(2025, 10, 20), null, null));

    private static CaseBuilder Consulting(out Guid first, ConsultationKind one, out Guid second, ConsultationKind other) =>
        CaseBuilder.Received(Received)
            .WithAnswer(StepAnswer.Complete).WithAnswer(StepAnswer.Ours).WithAnswer(StepAnswer.Held)
            .WithServed(out first, TemplateCodes.ThirdPartyConsultation, ServiceEffect.Consults, "2025-10-09", asks: one)
            .WithServed(out second, TemplateCodes.CoAuthorConsultation, ServiceEffect.Consults, "2025-10-09", asks: other);

    private static List<(DueKind Kind, string DueOn)> Due(CaseBuilder builder) =>
        [.. WhatIsDue.Of(builder.Build(), CalendarSnapshot.Shipped, new OfficeTargets())
            .Select(item => (item.Kind, item.DueOn.ToString("yyyy-MM-dd")))];
}
