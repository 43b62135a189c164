using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Tests.CaseFiles;

/// <summary>What colleagues were asked for, as the case goes on.</summary>
public sealed class AskingTests
{
    private static readonly Guid Colleague = Guid.NewGuid();

    private static CaseBuilder Asked(int items = 2)
    {
        var builder = CaseBuilder.Received("2025-09-22", items).WithAnswer(StepAnswer.Complete).WithAnswer(StepAnswer.Ours)
            .WithAnswer(StepAnswer.Held);
        return builder.With(new ColleagueAsked(
            Guid.NewGuid(), ColleagueTask.DisclosureReview, Colleague, CaseBuilder.Clerk, builder.Items,
            new DateOnly(2025, 9, 22), new DateOnly(2025, 9, 24), null));
    }

    [Test]
    public void Items_ThatWereSplitOff_AreAskedForNoMore()
    {
        var builder = Asked();
        builder.With(new CaseSplit([builder.Items[0]], [Guid.NewGuid()]));
        Assert.That(builder.Build().OpenAskings.Single().Items, Is.EqualTo(new[] { builder.Items[1] }));
    }

    [Test]
    public void Case_ReopenedAfterItEnded_DoesNotAskAgain()
    {
        var builder = Asked().WithServed(TemplateCodes.Disclosed, ServiceEffect.Answers, "2025-09-25");
        Assert.That(builder.Build().OpenAskings, Is.Empty);
        builder.With(new CaseReopened(ReopeningGround.Judgment, new DateOnly(2025, 10, 9), null, null, CaseBuilder.Text()));
        Assert.That(builder.Build().OpenAskings, Is.Empty);
    }

    [Test]
    public void Review_OfAllItems_IsDone_ByTheColleagueAsked()
    {
        var builder = Asked();
        builder.With(new DisclosureReviewed([builder.Items[1]], Colleague, CaseBuilder.Text()));
        Assert.That(builder.Build().OpenAskings.Single().Items, Is.EqualTo(new[] { builder.Items[0] }));
        builder.With(new DisclosureReviewed([builder.Items[0]], Colleague, CaseBuilder.Text()));
        Assert.That(builder.Build().OpenAskings, Is.Empty);
    }

    [Test]
    public void Review_BySomebodyElse_LeavesTheColleagueAsked()
    {
        var builder = Asked();
        builder.With(new DisclosureReviewed(builder.Items, CaseBuilder.Clerk, CaseBuilder.Text()));
        Assert.That(builder.Build().OpenAskings.Single().Items, Is.EqualTo(builder.Items));
    }
}
