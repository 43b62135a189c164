using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.DateCorrections;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Tests.CaseFiles;

internal sealed class DateCorrectionEffectTests
{
    private static readonly DateOnly Today = new(2025, 12, 3);

    [Test]
    public void Receipt_FoundToBeEarlier_MovesTheDueDate_AndShowsWhatComesTooLate()
    {
        // Received on 3 November, due on 1 December, extended on that very day.
        var events = Events(CaseBuilder.Received("2025-11-03").WithServed(
            TemplateCodes.ExtensionNotice, ServiceEffect.Extends, "2025-12-01", new DocumentTerms(null, 20, null)));
        var effect = Proposed(events, 1, CorrectableDate.ReceivedOn, "2025-11-03", "2025-10-31");
        Assert.Multiple(() =>
        {
            Assert.That(
                effect.Deadlines,
                Does.Contain(new DeadlineChange(DeadlineKind.Reply, new DateOnly(2025, 12, 29), new DateOnly(2025, 12, 26))));
            Assert.That(effect.NewFindings.Select(finding => finding.Code), Is.EqualTo(new[] { "clock.after-due-date" }));
            Assert.That(effect.SettledFindings, Is.Empty);
            Assert.That(effect.Before.Ledger[0].Date, Is.EqualTo(new DateOnly(2025, 11, 3)));
            Assert.That(effect.After.Ledger[0].Date, Is.EqualTo(new DateOnly(2025, 10, 31)));
        });
    }

    [Test]
    public void Receipt_FoundToBeLater_TurnsALateReplyIntoOneOnTime()
    {
        var events = Events(CaseBuilder.Received("2025-11-03").WithServed(
            TemplateCodes.NotExisting, ServiceEffect.Answers, "2025-12-02", row: "(四)1"));
        var effect = Proposed(events, 1, CorrectableDate.ReceivedOn, "2025-11-03", "2025-11-04");
        Assert.That((effect.Before.OnTime, effect.After.OnTime), Is.EqualTo(((bool?)false, (bool?)true)));
    }

    [Test]
    public void Correction_Approved_ShowsAfterwardsWhatTheProposalShowed()
    {
        var events = Events(CaseBuilder.Received("2025-11-03"));
        var proposal = new DateCorrectionProposed(
            Guid.NewGuid(), 1, CorrectableDate.ReceivedOn, new DateOnly(2025, 11, 3),
            new DateOnly(2025, 11, 5), CaseBuilder.Text(), CaseBuilder.Clerk);
        events.Add(proposal);
        var proposed = DateCorrectionEffect.Of(CaseFile.Fold(Guid.Empty, events), events, proposal, CalendarSnapshot.Shipped, Today)!;
        events.Add(new DateCorrected(proposal.CorrectionId, 1, CorrectableDate.ReceivedOn, proposal.To, Guid.NewGuid()));
        events.Add(new CallLogged(Today, CaseBuilder.Text()));
        var approved = DateCorrectionEffect.Of(Guid.Empty, events, events.Count - 2, CalendarSnapshot.Shipped, Today)!;
        Assert.Multiple(() =>
        {
            Assert.That(approved.Deadlines, Is.EqualTo(proposed.Deadlines).And.Not.Empty);
            Assert.That(approved.After.Ledger, Is.EqualTo(proposed.After.Ledger));
            Assert.That(approved.Before.Ledger, Is.EqualTo(proposed.Before.Ledger));
        });
    }

    private static List<CaseEvent> Events(CaseBuilder builder) => [.. builder.Events];

    private static DateCorrectionEffect Proposed(List<CaseEvent> events, int sequence, CorrectableDate field, string from, string to)
    {
        var proposal = new DateCorrectionProposed(
            Guid.NewGuid(), sequence, field, DateOnly.Parse(from), DateOnly.Parse(to), CaseBuilder.Text(), CaseBuilder.Clerk);
        events.Add(proposal);
        return DateCorrectionEffect.Of(CaseFile.Fold(Guid.Empty, events), events, proposal, CalendarSnapshot.Shipped, Today)!;
    }
}
