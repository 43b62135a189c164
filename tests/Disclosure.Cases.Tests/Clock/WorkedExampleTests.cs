using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Tests.Clock;

public sealed partial class WorkedExampleTests
{
    private const string Example = """
        { "receivedOn": "2025-09-22",
          "events": [
            {"type": "correctionNoticeServed", "on": "2025-09-25", "respondBy": "2025-10-20"},
            {"type": "correctionReceived",     "on": "2025-10-11"},
            {"type": "consultationSent",       "on": "2025-10-14", "id": "c1", "kind": "thirdParty", "deliveredOn": "2025-10-15"},
            {"type": "consultationAnswered",   "on": "2025-10-22", "id": "c1"},
            {"type": "extensionServed",        "on": "2025-11-10", "workingDays": 20},
            {"type": "explanationRequested",   "on": "2025-11-11"},
            {"type": "explanationReceived",    "on": "2025-11-12"},
            {"type": "feeNoticeServed",        "on": "2025-11-12"},
            {"type": "feePaid",                "on": "2025-11-20"},
            {"type": "replyServed",            "on": "2025-12-01"} ] }
        """;

    private static JsonNode Answer()
    {
        var (json, refused) = ClockJson.Answer(Example, WorkingDayCalendar.Official);
        Assert.That(refused, Is.False, json);
        return JsonNode.Parse(json)!;
    }

    [Test]
    public void Answer_WorkedExample_HasTheFieldsOfTheSpecification()
    {
        var answer = Answer().AsObject();
        answer.Remove("ledger");
        var expected = JsonNode.Parse("""
            { "ruleSet": "order-711", "state": "replied", "clockStartsOn": "2025-11-20", "replyDueOn": "2025-12-18",
              "projected": false, "provisional": false, "onTime": true, "workingDaysCounted": 7,
              "deadlines": [
                {"kind": "reply", "dueOn": "2025-12-18", "metOn": "2025-12-01"},
                {"kind": "correctionNotice", "dueOn": "2025-09-30", "metOn": "2025-09-25"},
                {"kind": "correction", "dueOn": "2025-10-20", "metOn": "2025-10-11"},
                {"kind": "thirdPartyOpinion", "id": "c1", "dueOn": "2025-11-05", "metOn": "2025-10-22"},
                {"kind": "feePayment", "dueOn": "2025-12-10", "metOn": "2025-11-20"} ] }
            """)!;
        Assert.That(answer.ToJsonString(), Is.EqualTo(expected.ToJsonString()));
    }

    [Test]
    public void Example_InTheDomainPage_IsAnsweredAsWritten()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "domain.md")).ReplaceLineEndings("\n");
        var examples = JsonBlocks().Matches(page).Select(match => match.Groups["json"].Value).ToList();
        var answer = JsonNode.Parse(ClockJson.Answer(examples[0], WorkingDayCalendar.Official).Json)!.AsObject();
        answer.Remove("ledger");
        var written = examples[1][..examples[1].IndexOf("\"ledger\"", StringComparison.Ordinal)].TrimEnd().TrimEnd(',') + "}";
        Assert.That(answer.ToJsonString(), Is.EqualTo(JsonNode.Parse(written)!.ToJsonString()));
    }

    [TestCase("2025-09-22", "start", null, null)]
    [TestCase("2025-09-23", "counted", "number", "1")]
    [TestCase("2025-09-24", "counted", "number", "2")]
    [TestCase("2025-09-25", "standing", "reason", "awaitingCorrection")]
    [TestCase("2025-10-10", "standing", "reason", "awaitingCorrection")]
    [TestCase("2025-10-11", "start", null, null)]
    [TestCase("2025-10-12", "weekend", null, null)]
    [TestCase("2025-10-14", "counted", "number", "2")]
    [TestCase("2025-10-15", "excluded", "consultation", "c1")]
    [TestCase("2025-10-18", "weekend", null, null)]
    [TestCase("2025-10-22", "excluded", "consultation", "c1")]
    [TestCase("2025-10-23", "counted", "number", "3")]
    [TestCase("2025-11-12", "standing", "reason", "awaitingPayment")]
    [TestCase("2025-11-20", "start", null, null)]
    [TestCase("2025-12-01", "counted", "number", "7")]
    [TestCase("2025-12-18", "counted", "number", "20")]
    public void Ledger_WorkedExample_SaysWhatADayIs(string date, string kind, string? field, string? value)
    {
        var row = Answer()["ledger"]!.AsArray().Single(row => (string?)row!["date"] == date)!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)row["kind"], Is.EqualTo(kind));
            Assert.That(field is null || row[field]!.ToString() == value, Is.True, row.ToJsonString());
            Assert.That((string?)row["article"], Is.Not.Empty);
        });
    }

    [Test]
    public void Ledger_WorkedExample_HasARowForEachDayUpToTheDueDate()
    {
        var dates = Answer()["ledger"]!.AsArray().Select(row => (string)row!["date"]!).ToList();
        var first = new DateOnly(2025, 9, 22);
        Assert.That(dates, Is.EqualTo(Enumerable.Range(0, 88).Select(day => first.AddDays(day).ToString("yyyy-MM-dd"))));
    }

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlocks();
}
