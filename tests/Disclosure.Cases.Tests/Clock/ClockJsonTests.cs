using System.Text.Json;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Tests.Clock;

public sealed class ClockJsonTests
{
    private const string Received = "\"receivedOn\":\"2025-03-03\"";

    [TestCase("", "clock.malformed")]
    [TestCase("{", "clock.malformed")]
    [TestCase("{\"receivedOn\":\"2025-03-03\",}", "clock.malformed")]
    [TestCase("null", "clock.malformed")]
    [TestCase("[]", "clock.malformed")]
    [TestCase("\"2025-03-03\"", "clock.malformed")]
    [TestCase("{}", "clock.malformed-field")]
    [TestCase("{\"receivedOn\":null}", "clock.malformed-field")]
    [TestCase("{\"receivedOn\":20250303}", "clock.malformed-field")]
    [TestCase("{\"receivedOn\":\"2025-02-30\"}", "clock.malformed-field")]
    [TestCase("{\"receivedOn\":\"2025-3-03\"}", "clock.malformed-field")]
    [TestCase("{\"receivedOn\":\" 2025-03-03\"}", "clock.malformed-field")]
    [TestCase("{\"receivedOn\":\"2025-03-03T00:00:00\"}", "clock.malformed-field")]
    [TestCase("{\"receivedOn\":\"2025-03-03\\u0000\"}", "clock.malformed-field")]
    [TestCase("{\"receivedOn\":\"0000-01-01\"}", "clock.malformed-field")]
    [TestCase("{\"receivedOn\":\"２０２５-03-03\"}", "clock.malformed-field")]
    [TestCase("{\"receivedOn\":\"\\ud800\"}", "clock.malformed")]
    [TestCase("{\"ReceivedOn\":\"2025-03-03\"}", "clock.malformed-field")]
    [TestCase("{" + Received + ",\"asOf\":\"tomorrow\"}", "clock.malformed-field")]
    [TestCase("{" + Received + ",\"events\":{}}", "clock.malformed-field")]
    [TestCase("{" + Received + ",\"events\":[null]}", "clock.malformed-event")]
    [TestCase("{" + Received + ",\"events\":[\"replyServed\"]}", "clock.malformed-event")]
    public void TryRead_OfAMalformedTimeline_SaysWhy(string json, string code) => AssertMalformed(json, code);

    [TestCase("{}", "clock.unknown-type")]
    [TestCase("{\"type\":\"ReplyServed\",\"on\":\"2025-03-04\"}", "clock.unknown-type")]
    [TestCase("{\"type\":11,\"on\":\"2025-03-04\"}", "clock.unknown-type")]
    [TestCase("{\"type\":\"replyServed\"}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"replyServed\",\"on\":null}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"correctionNoticeServed\",\"on\":\"2025-03-04\"}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"delayServed\",\"on\":\"2025-03-04\"}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"extensionServed\",\"on\":\"2025-03-04\",\"workingDays\":null}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"extensionServed\",\"on\":\"2025-03-04\",\"workingDays\":1.5}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"extensionServed\",\"on\":\"2025-03-04\",\"workingDays\":\"5\"}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"extensionServed\",\"on\":\"2025-03-04\",\"workingDays\":1e1}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"extensionServed\",\"on\":\"2025-03-04\",\"workingDays\":true}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"extensionServed\",\"on\":\"2025-03-04\",\"workingDays\":99999999999999999999}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"consultationSent\",\"on\":\"2025-03-04\",\"kind\":\"thirdParty\"}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"consultationSent\",\"on\":\"2025-03-04\",\"id\":\"\",\"kind\":\"thirdParty\"}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"consultationSent\",\"on\":\"2025-03-04\",\"id\":1,\"kind\":\"thirdParty\"}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"consultationSent\",\"on\":\"2025-03-04\",\"id\":\"c1\"}", "clock.malformed-event-field")]
    [TestCase("{\"type\":\"consultationSent\",\"on\":\"2025-03-04\",\"id\":\"c1\",\"kind\":\"third\"}", "clock.malformed-event-field")]
    [TestCase(
        "{\"type\":\"consultationSent\",\"on\":\"2025-03-04\",\"id\":\"c1\",\"kind\":\"coAuthor\",\"deliveredOn\":0}",
        "clock.malformed-event-field")]
    [TestCase(
        "{\"type\":\"consultationSent\",\"on\":\"2025-03-04\",\"id\":\"c1\",\"kind\":\"otherAgency\",\"respondBy\":\"\"}",
        "clock.malformed-event-field")]
    [TestCase("{\"type\":\"consultationSent\",\"on\":\"2025-03-04\",\"id\":\"\\udc00\",\"kind\":\"coAuthor\"}", "clock.malformed")]
    public void TryRead_OfAMalformedEvent_SaysWhy(string line, string code) => AssertMalformed($"{{{Received},\"events\":[{line}]}}", code);

    [TestCase("{" + Received + "}")]
    [TestCase("{" + Received + ",\"events\":null,\"asOf\":null}")]
    [TestCase("{" + Received + ",\"events\":[],\"note\":{\"type\":7},\"deliveredOn\":\"never\"}")]
    [TestCase("{" + Received + ",\"receivedOn\":\"2025-03-04\"}", Description = "Of a name given twice the last holds")]
    [TestCase("{" + Received + ",\"events\":[{\"type\":\"replyServed\",\"on\":\"2025-03-04\",\"workingDays\":\"x\",\"dueOn\":9}]}")]
    [TestCase("{" + Received + ",\"events\":[{\"type\":\"consultationSent\",\"on\":\"2025-03-04\",\"id\":\" \","
        + "\"kind\":\"thirdParty\",\"deliveredOn\":null,\"respondBy\":\"soon\"}]}")]
    [TestCase("{" + Received + ",\"events\":[{\"type\":\"feeNoticeServed\",\"on\":\"2025-03-04\",\"deliveredOn\":null}]}")]
    [TestCase("{" + Received + ",\"events\":[{\"type\":\"replyServed\",\"on\":\"2025-03-04\"},"
        + "{\"type\":\"reopened\",\"on\":\"2025-03-04\",\"dueOn\":null,\"workingDays\":null}]}")]
    [TestCase(
        "{" + Received + ",\"events\":[{\"type\":\"replyServed\",\"on\":\"2025-03-04\"},"
            + "{\"type\":\"reopened\",\"on\":\"2025-03-04\",\"workingDays\":400000}]}",
        Description = "A period of sixteen centuries can be written")]
    public void Answer_WhatTheListDoesNotName_IsNotRefused(string json)
    {
        var (answer, refused) = ClockJson.Answer(json, WorkingDayCalendar.Official, withLedger: false);
        Assert.That(refused, Is.False, answer);
    }

    [Test]
    public void Answer_Refused_IsOneSentenceInTheLanguageAskedFor()
    {
        const string Json = "{" + Received + ",\"events\":[{\"type\":\"feePaid\",\"on\":\"2025-03-04\"}]}";
        Assert.Multiple(() =>
        {
            Assert.That(
                ClockJson.Answer(Json, WorkingDayCalendar.Official),
                Is.EqualTo(("{\"refused\":\"第1项“缴纳信息处理费”（2025年3月4日）没有正在等待的缴费。\"}", true)));
            Assert.That(
                ClockJson.Answer(Json, WorkingDayCalendar.Official, Texts.English).Json,
                Does.Contain("Event 1 (fee paid, 2025-03-04)"));
        });
    }

    [Test]
    public void Answer_OfARunningCase_HasEveryTopLevelFieldEvenWhereNull()
    {
        using var answer = JsonDocument.Parse(ClockJson.Answer(
            "{" + Received + ",\"events\":[{\"type\":\"withdrawn\",\"on\":\"2025-03-04\"}]}", WorkingDayCalendar.Official).Json);
        Assert.Multiple(() =>
        {
            Assert.That(answer.RootElement.EnumerateObject().Select(field => field.Name), Is.EqualTo(new[]
            {
                "ruleSet", "state", "clockStartsOn", "replyDueOn", "projected",
                "provisional", "onTime", "workingDaysCounted", "deadlines", "ledger",
            }));
            foreach (var field in new[] { "replyDueOn", "onTime", "workingDaysCounted" })
            {
                Assert.That(answer.RootElement.GetProperty(field).ValueKind, Is.EqualTo(JsonValueKind.Null), field);
            }
        });
    }

    private static void AssertMalformed(string json, string code)
    {
        Assert.Multiple(() =>
        {
            Assert.That(ClockJson.TryRead(json, out var timeline, out var refusal), Is.False);
            Assert.That(timeline, Is.Null);
            Assert.That(refusal?.Code, Is.EqualTo(code));
            Assert.That(ClockJson.Answer(json, WorkingDayCalendar.Official).Refused, Is.True);
        });
    }
}
