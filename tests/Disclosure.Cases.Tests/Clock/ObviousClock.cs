using System.Globalization;
using System.Text.Json.Nodes;

namespace Disclosure.Cases.Tests.Clock;

/// <summary>
/// The statutory clock once more, written from the specification's words without a look at the real one: no state is
/// kept, every question is answered by going through the list of events again. Slow, and meant to be.
/// </summary>
internal static class ObviousClock
{
    private static readonly DateOnly Order711From = new(2019, 5, 15);

    /// <summary>The answer without articles, or null where the timeline is refused.</summary>
    public static JsonObject? Answer(JsonNode? input)
    {
        var facts = ObviousReader.Read(input);
        return facts is null || ObviousRules.Refuses(facts) ? null : Reckon(facts);
    }

    public static bool IsOrder711(ObviousFacts facts) => facts.ReceivedOn >= Order711From;

    public static bool Stands(IReadOnlyList<ObviousEvent> events) => WhatItStandsFor(events) is not null;

    /// <summary>The day on which the running period starts.</summary>
    public static DateOnly StartOf(ObviousFacts facts, IReadOnlyList<ObviousEvent> events) =>
        events.LastOrDefault(StartsPeriod)?.On ?? facts.ReceivedOn;

    public static IEnumerable<ObviousEvent> InThisPeriod(IReadOnlyList<ObviousEvent> events) =>
        events.Skip(IndexOfLast(events, StartsPeriod) + 1);

    public static bool IsOpen(IReadOnlyList<ObviousEvent> events, string? id) =>
        events.Any(e => e.Type == "consultationSent" && e.Id == id && ClosedOn(events, e) is null);

    /// <summary>The due date as these events alone make it, open consultations running to their limits.</summary>
    public static DateOnly? DueOn(ObviousFacts facts, IReadOnlyList<ObviousEvent> events)
    {
        if (Stands(events) || events.Any(e => e.Type == "withdrawn"))
        {
            return null;
        }

        var opening = events.LastOrDefault(StartsPeriod);
        if (opening is { Type: "reopened", DueOn: { } ordered })
        {
            return ordered;
        }

        if (InThisPeriod(events).LastOrDefault(e => e.Type == "delayServed") is { } delay)
        {
            var until = delay.UntilOn!.Value;
            while (!ObviousCalendar.IsWorkingDay(until))
            {
                until = until.AddDays(1);
            }

            return until;
        }

        var length = opening?.Type == "reopened" ? opening.WorkingDays ?? 20 : IsOrder711(facts) ? 20 : 15;
        length += InThisPeriod(events).Where(e => e.Type == "extensionServed").Sum(e => e.WorkingDays!.Value);
        var day = StartOf(facts, events);
        for (var number = 0; number < length;)
        {
            day = day.AddDays(1);
            number += ObviousCalendar.IsWorkingDay(day) && ExcludedFor(facts, events, day) is null ? 1 : 0;
        }

        return day;
    }

    private static bool StartsPeriod(ObviousEvent e) => e.Type is "correctionReceived" or "feePaid" or "reopened";

    private static int IndexOfLast(IReadOnlyList<ObviousEvent> events, Predicate<ObviousEvent> match) =>
        events.ToList().FindLastIndex(match);

    private static string? WhatItStandsFor(IReadOnlyList<ObviousEvent> events) =>
        events.LastOrDefault(e => StartsPeriod(e) || e.Type is "correctionNoticeServed" or "feeNoticeServed")?.Type switch
        {
            "correctionNoticeServed" => "awaitingCorrection",
            "feeNoticeServed" => "awaitingPayment",
            _ => null,
        };

    private static DateOnly LimitOf(ObviousEvent sent) => sent switch
    {
        { Kind: "otherAgency", RespondBy: { } named } => named,
        _ => ObviousCalendar.WorkingDayAfter(sent.DeliveredOn ?? sent.On, 15),
    };

    private static ObviousEvent? Closing(IReadOnlyList<ObviousEvent> events, ObviousEvent sent) =>
        events.SkipWhile(e => !ReferenceEquals(e, sent)).Skip(1).FirstOrDefault(e =>
            e.Type == "reopened" || (e.Type is "consultationAnswered" or "consultationReturned" && e.Id == sent.Id));

    private static DateOnly? ClosedOn(IReadOnlyList<ObviousEvent> events, ObviousEvent sent) => Closing(events, sent)?.On;

    private static string? ExcludedFor(ObviousFacts facts, IReadOnlyList<ObviousEvent> events, DateOnly day) =>
        events.FirstOrDefault(e =>
            e.Type == "consultationSent"
            && (IsOrder711(facts) || e.Kind == "thirdParty")
            && day > e.On
            && day <= LimitOf(e)
            && day <= (ClosedOn(events, e) ?? DateOnly.MaxValue))?.Id;

    private static JsonObject Reckon(ObviousFacts facts)
    {
        var events = facts.Events;
        var last = events.Count == 0 ? facts.ReceivedOn : events[^1].On;
        var withdrawn = events.Any(e => e.Type == "withdrawn");
        var reply = InThisPeriod(events).LastOrDefault(e => e.Type == "replyServed");
        var asOf = withdrawn || reply is not null ? last : facts.AsOf ?? last;
        var due = DueOn(facts, events);
        var open = events.Where(e => e.Type == "consultationSent" && ClosedOn(events, e) is null).ToList();
        var start = StartOf(facts, events);
        var answeredNow = DueOn(facts, [.. events, .. open.Select(e => new ObviousEvent("consultationAnswered", asOf) { Id = e.Id })]);

        return new JsonObject
        {
            ["ruleSet"] = IsOrder711(facts) ? "order-711" : "order-492",
            ["state"] = withdrawn ? "withdrawn" : reply is not null ? "replied" : WhatItStandsFor(events)
                ?? (open.Any(e => LimitOf(e) >= asOf) ? "consulting" : "running"),
            ["clockStartsOn"] = Iso(start),
            ["replyDueOn"] = Iso(due),
            ["projected"] = reply is null && !withdrawn && due is not null && answeredNow < due,
            ["provisional"] = due is not null && !ObviousCalendar.HasNotice(due.Value.Year),
            ["onTime"] = reply is null ? null : Stands(events) || reply.On <= due,
            ["workingDaysCounted"] = due is null ? null : Days(start, asOf).Skip(1).Count(day => IsCounted(facts, day)),
            ["deadlines"] = new JsonArray([.. Deadlines(facts, due, reply?.On)]),
            ["ledger"] = new JsonArray([.. Days(facts.ReceivedOn, due > asOf ? due.Value : asOf).Select(day => Row(facts, day))]),
        };
    }

    private static bool IsCounted(ObviousFacts facts, DateOnly day) =>
        ObviousCalendar.IsWorkingDay(day) && ExcludedFor(facts, facts.Events, day) is null;

    private static IEnumerable<JsonNode> Deadlines(ObviousFacts facts, DateOnly? due, DateOnly? repliedOn)
    {
        var events = facts.Events;
        DateOnly? First(string type, Func<ObviousEvent, bool>? also = null) =>
            events.FirstOrDefault(e => e.Type == type && (also is null || also(e)))?.On;

        if (due is not null)
        {
            yield return Deadline("reply", due, repliedOn);
        }

        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Type == "reopened")
            {
                yield return Deadline("reply", DueOn(facts, [.. events.Take(i)]), events[i - 1].On);
            }
        }

        if (IsOrder711(facts))
        {
            yield return Deadline(
                "correctionNotice", ObviousCalendar.WorkingDayAfter(facts.ReceivedOn, 7), First("correctionNoticeServed"));
        }

        foreach (var e in events.Where(e => e.Type == "correctionNoticeServed"))
        {
            yield return Deadline("correction", e.RespondBy, First("correctionReceived"));
        }

        foreach (var e in events.Where(e => e.Type == "consultationSent"))
        {
            yield return Deadline($"{e.Kind}Opinion", LimitOf(e), First("consultationAnswered", answer => answer.Id == e.Id), e.Id);
        }

        foreach (var e in events.Where(e => e.Type == "feeNoticeServed"))
        {
            yield return Deadline("feePayment", ObviousCalendar.WorkingDayAfter(e.DeliveredOn ?? e.On, 20), First("feePaid"));
        }
    }

    private static JsonObject Deadline(string kind, DateOnly? dueOn, DateOnly? metOn, string? id = null)
    {
        var deadline = new JsonObject { ["kind"] = kind };
        if (id is not null)
        {
            deadline["id"] = id;
        }

        if (dueOn is not null)
        {
            deadline["dueOn"] = Iso(dueOn);
        }

        deadline["metOn"] = Iso(metOn);
        return deadline;
    }

    private static JsonObject Row(ObviousFacts facts, DateOnly day)
    {
        var before = facts.Events.Where(e => e.On <= day).ToList();
        var row = new JsonObject { ["date"] = Iso(day) };
        var start = StartOf(facts, before);
        if (day == facts.ReceivedOn || before.Any(e => StartsPeriod(e) && e.On == day))
        {
            row["kind"] = "start";
        }
        else if (WhatItStandsFor(before) is { } reason)
        {
            (row["kind"], row["reason"]) = ("standing", reason);
        }
        else if (!ObviousCalendar.IsWorkingDay(day))
        {
            row["kind"] = ObviousCalendar.IsWeekend(day) ? "weekend" : "holiday";
            AddName(row, ObviousCalendar.IsWeekend(day) ? null : ObviousCalendar.NameOf(day));
        }
        else if (ExcludedFor(facts, facts.Events, day) is { } consultation)
        {
            row["kind"] = "excluded";
            row["consultation"] = consultation;
        }
        else
        {
            row["kind"] = "counted";
            row["number"] = Days(start, day).Skip(1).Count(each => IsCounted(facts, each));
            AddName(row, ObviousCalendar.NameOf(day));
        }

        return row;
    }

    private static void AddName(JsonObject row, string? name)
    {
        if (name is not null)
        {
            row["name"] = name;
        }
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
