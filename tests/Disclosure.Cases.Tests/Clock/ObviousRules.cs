namespace Disclosure.Cases.Tests.Clock;

/// <summary>What is refused, in the order and the words of the specification's list (1 to 9).</summary>
internal static class ObviousRules
{
    public static bool Refuses(ObviousFacts facts) =>
        facts.ReceivedOn < new DateOnly(2008, 5, 1) // 1
        || facts.AsOf < facts.ReceivedOn
        || (facts.Events.Count > 0 && facts.AsOf < facts.Events[^1].On)
        || facts.Events.Select((e, i) => Refuses(facts, [.. facts.Events.Take(i)], e)).Any(refused => refused);

    public static bool Refuses(ObviousFacts facts, IReadOnlyList<ObviousEvent> before, ObviousEvent e)
    {
        bool Any(string type) => before.Any(b => b.Type == type);
        bool AnyInPeriod(string type) => ObviousClock.InThisPeriod(before).Any(b => b.Type == type);
        var order711 = ObviousClock.IsOrder711(facts);
        var due = ObviousClock.DueOn(facts, before);
        var isReopened = Any("reopened");
        var replied = AnyInPeriod("replyServed");
        var sends = e.Type is "correctionNoticeServed" or "feeNoticeServed" or "extensionServed"
            or "delayServed" or "explanationRequested" or "consultationSent";

        bool[] reasons =
        [
            // 2
            e.On < facts.ReceivedOn || (before.Count > 0 && e.On < before[^1].On),

            // 3
            Any("withdrawn"),
            replied && e.Type != "reopened",
            e.Type == "reopened" && !replied,
            e.Type == "reopened" && e.DueOn <= e.On,
            e.Type == "reopened" && e.DueOn is not null && e.WorkingDays is not null,
            e.Type == "reopened" && e.WorkingDays < 1,

            // 4
            e.Type == "correctionNoticeServed" && (Any(e.Type) || e.RespondBy <= e.On),
            e.Type == "consultationSent" && e.RespondBy <= e.On,
            e.Type == "feeNoticeServed" && (Any(e.Type) || e.On.Year < 2021),
            e.Type == "explanationRequested" && Any(e.Type),
            e.Type == "correctionReceived" && (!Any("correctionNoticeServed") || Any(e.Type)),
            e.Type == "feePaid" && (!Any("feeNoticeServed") || Any(e.Type)),
            e.Type == "explanationReceived" && (!Any("explanationRequested") || Any(e.Type)),

            // 5
            e.Type is "correctionNoticeServed" or "feeNoticeServed" or "extensionServed" or "delayServed" && e.On > due,

            // 6
            e.Type == "extensionServed" && (AnyInPeriod("extensionServed") || AnyInPeriod("delayServed")),
            e.Type == "extensionServed" && (e.WorkingDays < 1 || e.WorkingDays > (order711 ? 20 : 15)),
            e.Type == "delayServed" && (AnyInPeriod(e.Type) || !Any("explanationReceived") || e.UntilOn <= due || !order711),

            // 7
            e.Type == "consultationSent" && before.Any(b => b.Type == e.Type && b.Id == e.Id),
            e.DeliveredOn < e.On,
            e.Type is "consultationAnswered" or "consultationReturned" && !ObviousClock.IsOpen(before, e.Id),

            // 8
            ObviousClock.Stands(before) && sends,

            // 9
            isReopened && (e.Type is "correctionReceived" or "feePaid" or "explanationReceived" || (sends && e.Type != "consultationSent")),
        ];
        return reasons.Contains(true);
    }
}
