using System.Text.Json.Nodes;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Tests.Clock;

/// <summary>The clock against its second, independent implementation.</summary>
public sealed class ObviousClockComparisonTests
{
    [Test]
    public void Answer_GeneratedTimelines_AgreesWithTheObviousClock() =>
        Compare(LongAttribute.AreRun ? 100_000 : 2_000);

    [Test, Explicit("Minutes."), Category("Long")]
    public void Answer_ManyGeneratedTimelines_AgreesWithTheObviousClock() => Compare(100_000);

    private static void Compare(int count)
    {
        var first = Properties.Seed;
        var refused = 0;
        Parallel.For(0, count, index =>
        {
            var seed = unchecked(first + index);
            var timeline = new TimelineGenerator(seed).Next();
            var expected = ObviousClock.Answer(timeline);
            var actual = Answer(timeline, seed);
            if (expected is null)
            {
                Interlocked.Increment(ref refused);
            }

            if (expected?.ToJsonString() != actual?.ToJsonString())
            {
                Assert.Fail($"DISCLOSURE_SEED={seed}\n{timeline.ToJsonString()}\n"
                    + $"expected {expected?.ToJsonString() ?? "a refusal"}\nbut was  {actual?.ToJsonString() ?? "a refusal"}");
            }
        });

        // Both sorts must really occur, else the comparison says little.
        TestContext.Out.WriteLine($"{count} timelines from seed {first}, {refused} refused");
        Assert.That(refused, Is.GreaterThan(count / 5).And.LessThan(count * 2 / 3));
    }

    private static JsonObject? Answer(JsonObject timeline, int seed)
    {
        var json = timeline.ToJsonString();
        var (answered, refused) = ClockJson.Answer(json, WorkingDayCalendar.Official);
        var answer = JsonNode.Parse(answered)!.AsObject();
        if (refused)
        {
            Assert.That((string?)answer["refused"], Is.Not.Empty, $"DISCLOSURE_SEED={seed}");
            return null;
        }

        AssertOneStepAgreesWithTheWhole(json, seed);
        foreach (var row in answer["ledger"]!.AsArray())
        {
            Assert.That((string?)row!["article"], Is.Not.Empty);
            row.AsObject().Remove("article");
        }

        return answer;
    }

    private static void AssertOneStepAgreesWithTheWhole(string json, int seed)
    {
        ClockJson.TryRead(json, out var timeline, out _);
        var calendar = WorkingDayCalendar.Official;
        Assert.That(StatutoryClock.Reckon(timeline!, calendar, withLedger: false).Findings, Is.Empty, $"DISCLOSURE_SEED={seed}");
        for (var count = 0; count < timeline!.Events.Count; count++)
        {
            var recorded = timeline with { Events = [.. timeline.Events.Take(count)] };
            Assert.That(StatutoryClock.JudgeNext(recorded, timeline.Events[count], calendar), Is.Null, $"DISCLOSURE_SEED={seed}");
        }
    }
}
