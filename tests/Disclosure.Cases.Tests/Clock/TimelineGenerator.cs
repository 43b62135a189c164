using System.Globalization;
using System.Text.Json.Nodes;

namespace Disclosure.Cases.Tests.Clock;

/// <summary>
/// Makes timelines as JSON from a seed: mostly such as keep the rules, because each event is proposed until one fits, some
/// that break one, and a few that are malformed.
/// </summary>
internal sealed class TimelineGenerator(int seed)
{
    private static readonly string[] Types =
    [
        "correctionNoticeServed", "correctionReceived", "consultationSent", "consultationSent", "consultationAnswered",
        "consultationAnswered", "consultationReturned", "extensionServed", "delayServed", "explanationRequested",
        "explanationReceived", "feeNoticeServed", "feePaid", "replyServed", "withdrawn", "reopened",
    ];

    private readonly Random random = new(seed);

    public JsonObject Next()
    {
        var receivedOn = Receipt();
        var timeline = new JsonObject { ["receivedOn"] = Iso(receivedOn), ["events"] = new JsonArray() };
        var events = timeline["events"]!.AsArray();
        var on = receivedOn;
        for (var count = random.Next(0, 13); count > 0; count--)
        {
            var careless = random.Next(15) == 0;
            for (var attempt = 0; attempt < 12; attempt++)
            {
                var proposed = Propose(on, receivedOn, careless);
                events.Add(proposed);
                if (careless || Fits(timeline))
                {
                    on = DateOnly.Parse((string)proposed["on"]!, CultureInfo.InvariantCulture);
                    break;
                }

                events.RemoveAt(events.Count - 1);
            }
        }

        if (random.Next(2) == 0)
        {
            timeline["asOf"] = Iso(on.AddDays(random.Next(20) == 0 ? -random.Next(1, 9) : random.Next(0, 70)));
        }

        if (random.Next(12) == 0)
        {
            Spoil(timeline);
        }

        return timeline;
    }

    private static bool Fits(JsonObject timeline)
    {
        var facts = ObviousReader.Read(timeline);
        return facts is not null && !ObviousRules.Refuses(facts, [.. facts.Events.SkipLast(1)], facts.Events[^1]);
    }

    // Days near the ends of the rules and of the year are where mistakes live.
    private DateOnly Receipt() => random.Next(8) switch
    {
        0 => new DateOnly(2019, 5, 15).AddDays(random.Next(-25, 10)),
        1 => new DateOnly(2026, 12, 31).AddDays(random.Next(-60, 20)),
        2 => new DateOnly(random.Next(2009, 2028), random.Next(2) == 0 ? 1 : 9, random.Next(15, 31)),
        3 => new DateOnly(2020, 12, 31).AddDays(random.Next(-40, 5)),
        4 => new DateOnly(2008, 5, 1).AddDays(random.Next(-2, 2500)),
        _ => new DateOnly(2019, 5, 15).AddDays(random.Next(0, 3300)),
    };

    private JsonObject Propose(DateOnly previous, DateOnly receivedOn, bool careless)
    {
        var type = Types[random.Next(Types.Length)];
        var on = previous.AddDays(random.Next(4) switch { 0 => 0, 1 => random.Next(0, 30), _ => random.Next(0, 9) });
        on = careless && random.Next(3) == 0 ? previous.AddDays(-random.Next(1, 4)) : on;
        on = on < receivedOn && !careless ? receivedOn : on;
        var line = new JsonObject { ["type"] = type, ["on"] = Iso(on) };
        switch (type)
        {
            case "correctionNoticeServed":
                line["respondBy"] = Iso(on.AddDays(random.Next(careless ? -1 : 1, 25)));
                break;
            case "consultationSent":
                line["id"] = Id();
                line["kind"] = random.Next(5) switch { 0 => "coAuthor", 1 or 2 => "otherAgency", _ => "thirdParty" };
                Maybe(line, "deliveredOn", on.AddDays(random.Next(careless ? -1 : 0, 9)));
                Maybe(line, "respondBy", on.AddDays(random.Next(-1, 40)));
                break;
            case "consultationAnswered" or "consultationReturned":
                line["id"] = Id();
                break;
            case "extensionServed":
                line["workingDays"] = random.Next(careless ? -1 : 1, careless ? 23 : 21);
                break;
            case "delayServed":
                line["untilOn"] = Iso(on.AddDays(random.Next(0, 90)));
                break;
            case "feeNoticeServed":
                Maybe(line, "deliveredOn", on.AddDays(random.Next(careless ? -1 : 0, 9)));
                break;
            case "reopened":
                switch (random.Next(4))
                {
                    case 0:
                        line["dueOn"] = Iso(on.AddDays(random.Next(0, 60)));
                        break;
                    case 1:
                        line["workingDays"] = random.Next(0, 50);
                        break;
                    case 2 when careless:
                        (line["dueOn"], line["workingDays"]) = (Iso(on.AddDays(9)), 9);
                        break;
                }

                break;
        }

        return line;
    }

    // Half of the optional dates are left out, some are null.
    private void Maybe(JsonObject line, string field, DateOnly date)
    {
        var choice = random.Next(8);
        if (choice < 5)
        {
            line[field] = choice == 0 ? null : Iso(date);
        }
    }

    private string Id() => $"c{random.Next(1, 5)}";

    private void Spoil(JsonObject timeline)
    {
        var events = timeline["events"]!.AsArray();
        var target = events.Count > 0 && random.Next(4) > 0 ? events[random.Next(events.Count)]!.AsObject() : timeline;
        var field = target.Select(pair => pair.Key).ElementAt(random.Next(target.Count));
        switch (random.Next(9))
        {
            case 0: target.Remove(field); break;
            case 1: target[field] = null; break;
            case 2: target[field] = random.Next(-3, 25); break;
            case 3: target[field] = "2025-02-30"; break;
            case 4: target[field] = ""; break;
            case 5: target[field] = 2.5; break;
            case 6: target[field] = new JsonArray(1, "x"); break;
            case 7: target[$"{field}Note"] = "beside the point"; break;
            default: target[field] = "2025-2-03"; break;
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
