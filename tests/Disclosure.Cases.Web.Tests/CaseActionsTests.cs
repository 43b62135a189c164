using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Web.Pages.Cases;
using Disclosure.Cases.Web.Pages.Cases.Drafting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Disclosure.Cases.Web.Tests;

/// <summary>What the page of a case offers to do, and which letter an address or a form asks for.</summary>
internal sealed class CaseActionsTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Actions_WithQuestionAtHand_AskItFirst()
    {
        var caseId = await office.Case();
        var clerk = await office.ActorOf("clerk");
        await office.Next(clerk, caseId, version => new AnswerStep(
            caseId, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
        await office.Next(clerk, caseId, version => new AnswerStep(caseId, version, StepAnswer.Ours));
        var actions = await Actions(caseId);
        Assert.Multiple(() =>
        {
            Assert.That(actions.CanAnswer);
            Assert.That(actions.Daily.Select(form => form.Action), Does.Contain(CaseAction.RecordSearch));
            Assert.That(actions.First, Is.Null, "the question comes before the search");
            Assert.That(actions.Letters, Is.Empty);
            Assert.That(actions.HasAny);
            Assert.That(
                actions.Daily.Concat(actions.Others).Select(form => form.Action),
                Has.None.EqualTo(CaseAction.Attach).And.None.EqualTo(CaseAction.OpenInquiry));
        });
    }

    [Test]
    public async Task Actions_AfterAnswer_OfferItsLetterUntilItIsUnderWay()
    {
        var caseId = await office.Case();
        var clerk = await office.ActorOf("clerk");
        await office.Next(clerk, caseId, version => new AnswerStep(
            caseId, version, StepAnswer.CorrectionNeeded, Elements: new ApplicationElements(true, false, true)));
        var before = await Actions(caseId);
        await office.Next(clerk, caseId, version => new DraftDocument(caseId, version, "correction-notice", null, []));
        var after = await Actions(caseId);
        Assert.Multiple(() =>
        {
            Assert.That(before.Letters.Select(outcome => outcome.Template), Is.EqualTo(new[] { "correction-notice" }));
            Assert.That(before.Drafts, Is.Empty);
            Assert.That(after.Letters, Is.Empty);
            Assert.That(after.Drafts.Select(draft => draft.Template), Is.EqualTo(new[] { "correction-notice" }));
            Assert.That(after.First, Is.Null, "the draft comes first");
        });
    }

    [Test]
    public async Task Actions_OfSubmittedLetter_AreForWhoApproves()
    {
        var (caseId, letter) = await office.ToApproval(office.Today);
        var (ofClerk, ofReviewer) = (await Actions(caseId), await Actions(caseId, "reviewer"));
        Assert.Multiple(() =>
        {
            Assert.That(ofReviewer.Submitted.Select(document => document.Id), Is.EqualTo(new[] { letter }));
            Assert.That(ofReviewer.Approves);
            Assert.That(ofClerk.Approves, Is.False);
            Assert.That(ofClerk.First, Is.Null);
        });
    }

    [Test]
    public async Task Actions_WithIssuedLetter_BeginWithItsService()
    {
        var (caseId, _) = await office.Issued();
        Assert.That((await Actions(caseId)).First?.Action, Is.EqualTo(CaseAction.Serve));
    }

    [Test]
    public async Task Actions_WithSeveralOutcomes_OfferOneLetterForAll()
    {
        var (caseId, view) = await WithSeveralOutcomes();
        var before = new CaseActions(view);
        await office.Next(await office.ActorOf("clerk"), caseId, version => new DraftDocument(
            caseId, version, [new("public-publication", null, []), new("not-an-application", null, [])]));
        Assert.Multiple(async () =>
        {
            Assert.That(
                before.Together.Select(outcome => outcome.Template),
                Is.EqualTo(new[] { "public-publication", "not-an-application" }));
            Assert.That(before.Letters, Is.Empty);
            Assert.That((await Actions(caseId)).Together, Is.Empty);
        });
    }

    [Test]
    public async Task Choice_OfSeveral_IsTheSameByAddressAndByForm()
    {
        var (_, view) = await WithSeveralOutcomes();
        var choice = new TemplateChoice(view.File, view.Templates);
        var byAddress = choice.Choose(SectionForm.Several, null)!;
        var byForm = choice.Choose(SectionForm.Several, null, Typed("public-publication", "not-an-application"))!;
        Assert.Multiple(() =>
        {
            Assert.That(byForm.Sections.Select(Named), Is.EqualTo(byAddress.Sections.Select(Named)));
            Assert.That(byForm.IsStranded || byAddress.IsStranded, Is.False);
            Assert.That(byAddress.Sections.SelectMany(section => section.Items), Is.EquivalentTo(view.File.Items.Select(item => item.Id)));
            Assert.That(
                choice.Choose(SectionForm.Several, null, Typed("not-an-application", "public-publication"))!.IsStranded,
                "the outcomes are in another order now");
            Assert.That(choice.Choose(SectionForm.Several, null, Typed("public-publication")), Is.Null);
            Assert.That(choice.Choose(SectionForm.Several, null, Typed("public-publication", "no-such")), Is.Null);
        });
    }

    [Test]
    public async Task Choice_OfOneText_IsStrandedWhereTheCaseDoesNotAskForIt()
    {
        var view = await View(await office.Case());
        var choice = new TemplateChoice(view.File, view.Templates);
        Assert.Multiple(() =>
        {
            Assert.That(choice.Choose("disclosed", null)!.IsStranded);
            Assert.That(choice.Choose("disclosed", "no-such"), Is.Null);
            Assert.That(choice.Choose("no-such", null), Is.Null);
            Assert.That(choice.Choose(null, null), Is.Null);
            Assert.That(choice.Choose("not-this-agency", "agency-unknown")!.Principal.Template.Variant!.Code, Is.EqualTo("agency-unknown"));
            Assert.That(
                choice.Choose("not-this-agency", "")!.Principal.Template.Variant!.Code,
                Is.EqualTo("agency-known"),
                "the first where none is asked for");
        });
    }

    private static (string, string?, int?) Named(SectionForm section) =>
        (section.Template.Template.Code, section.Template.Variant?.Code, section.Place);

    private static FormCollection Typed(params string[] templates) =>
        new(templates.Select((template, place) => (template, place)).ToDictionary(
            each => $"sections[{each.place}].template", each => new StringValues(each.template)));

    private async Task<(Guid CaseId, CaseView View)> WithSeveralOutcomes()
    {
        var caseId = await office.Case(more: "2023年度培训计划");
        var clerk = await office.ActorOf("clerk");
        await office.Next(clerk, caseId, version => new AnswerStep(
            caseId, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
        var items = (await office.Find(caseId)).Items.Select(item => item.Id).ToList();
        await office.Next(clerk, caseId, version => new AnswerStep(caseId, version, StepAnswer.NotAnApplication, [items[1]]));
        await office.Next(clerk, caseId, version => new AnswerStep(caseId, version, StepAnswer.PublicPublication, [items[0]]));
        return (caseId, await View(caseId));
    }

    private async Task<CaseActions> Actions(Guid caseId, string person = "clerk") => new(await View(caseId, person));

    private async Task<CaseView> View(Guid caseId, string person = "clerk") =>
        (await office.As(await office.ActorOf(person), services => services.GetRequiredService<CasePageQuery>().Find(caseId, default)))!;
}
