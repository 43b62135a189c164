using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.Tests.Contract;

/// <summary>
/// Every kind of event as it stands in the databases, byte by byte (<c>stored-events.txt</c>: its stored name, then its data): it is
/// written so, and read back. An event may come to have further members; what it had is read for ever.
/// </summary>
public sealed class StoredEventsTests
{
    private static readonly ContractFile File = new("stored-events.txt");

    [Test]
    public void Events_Written_AreTheAgreedLines() => File.HasAllOf(EventSamples.All.Select(Line));

    [Test]
    public void Lines_ReadAndWrittenAgain_SayAllThatTheySaid()
    {
        Assert.Multiple(() =>
        {
            foreach (var (type, data) in File.Lines.Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts[1])))
            {
                Assert.That(() => Again(type, data), Is.True, $"{File.Broken} {type} {data}");
            }
        });
    }

    [Test]
    public void Events_ReadBack_AreTheSame()
    {
        Assert.Multiple(() =>
        {
            foreach (var sample in EventSamples.All)
            {
                var again = CaseEventJson.Read(CaseEventJson.TypeOf(sample), CaseEventJson.Write(sample));
                Assert.That(again, Is.TypeOf(sample.GetType()).And.EqualTo(sample).UsingPropertiesComparer());
            }
        });
    }

    [TestCase("NoSuchEvent", "{}")]
    [TestCase("FeePaid", "{")]
    [TestCase("FileAttached", """{"FileId":"00000001-0000-0000-0000-000000000000","Kind":"NoSuchKind","Sha256":""}""")]
    public void Event_OfAnotherName_OrBroken_IsNoEvent(string type, string data) =>
        Assert.That(() => CaseEventJson.Read(type, data), Throws.InstanceOf<InvalidDataException>());

    private static string Line(CaseEvent caseEvent) => $"{CaseEventJson.TypeOf(caseEvent)} {CaseEventJson.Write(caseEvent)}";

    private static bool Again(string type, string data)
    {
        var read = CaseEventJson.Read(type, data);
        return CaseEventJson.TypeOf(read) == type && HasAllOf(JsonNode.Parse(CaseEventJson.Write(read)), JsonNode.Parse(data));
    }

    private static bool HasAllOf(JsonNode? whole, JsonNode? part) => (whole, part) switch
    {
        (JsonObject now, JsonObject then) => then.All(member => HasAllOf(now[member.Key], member.Value)),
        (JsonArray now, JsonArray then) => now.Count == then.Count && now.Zip(then).All(items => HasAllOf(items.First, items.Second)),
        _ => JsonNode.DeepEquals(whole, part),
    };
}
