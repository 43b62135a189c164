using System.Security.Cryptography;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Documents.EvidencePacks;
using Disclosure.Cases.EvidencePacks;

namespace Disclosure.Cases.Tests.EvidencePacks;

/// <summary>A small case with a scan and a call, as an evidence pack; what there is to change in it is a parameter.</summary>
internal sealed class SamplePack
{
    private static readonly DateTimeOffset Begin = new(2019, 10, 8, 1, 0, 0, TimeSpan.Zero);

    private readonly List<SealedEvent> events = [];
    private readonly List<SaltedText> texts = [];
    private readonly Dictionary<Guid, byte[]> files = [];
    private readonly Dictionary<Guid, string> names = [];

    public SamplePack()
    {
        var applicant = new Applicant(
            ApplicantKind.NaturalPerson, "<李某>&\"", "500103199001011232", "023-1", "示范路3号", true, null);
        Add(new ApplicationRegistered(
            Guid.Empty, Guid.Empty, "示范府申〔2019〕1号", Channel.InPerson, new DateOnly(2019, 10, 8), null, new DateOnly(2019, 10, 8),
            [new ApplicantRef(Id(10), ApplicantKind.NaturalPerson, Text(applicant.Write()))], [new ItemRef(Id(11), Text("培训计划<script>"))],
            Guid.Empty, null, null, null, null));
        Add(new CallLogged(new DateOnly(2019, 10, 9), Text("告知办理进度")));
        Attach(AttachmentKind.Application, "申请书.pdf", "%PDF-1.4 a scan"u8.ToArray());
        Applicants = [applicant];
    }

    public static PackKey Key { get; } = PackKey.Of([.. Enumerable.Repeat((byte)7, 32)]);

    public static PackKey OtherKey { get; } = PackKey.Of([.. Enumerable.Repeat((byte)8, 32)]);

    public static Guid CaseId { get; } = Id(1);

    public IReadOnlyList<Applicant> Applicants { get; }

    public IReadOnlyList<SealedEvent> Events => events;

    public List<SaltedText> Texts => texts;

    public Dictionary<Guid, byte[]> Files => files;

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public void Attach(AttachmentKind kind, string name, byte[] content)
    {
        var id = Id(100 + files.Count);
        files.Add(id, content);
        names.Add(id, name);
        Add(new FileAttached(id, kind, Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    /// <summary>Appends an event to the case; another case's event lies before it in the chain.</summary>
    public void Add(CaseEvent caseEvent, Func<SealedEvent, SealedEvent>? change = null)
    {
        var number = events.Count + 1;
        var stored = new SealedEvent(
            number, CaseEventJson.TypeOf(caseEvent), CaseEventJson.Write(caseEvent), $"2019-10-08T01:{number:00}:00.0000000Z",
            Guid.Empty.ToString(), Id(2).ToString(), 2 * number, Hash($"before {number}"), Hash($"event {number}"));
        events.Add(change?.Invoke(stored) ?? stored);
    }

    public TextRef Text(string body)
    {
        var text = new SaltedText(Id(1000 + texts.Count), Hash($"salt {texts.Count}"), body);
        texts.Add(text);
        return new TextRef(text.Id, TextRef.HashOf(text.Salt, body));
    }

    public EvidencePack Build()
    {
        var recorded = events.Select(each => CaseEventJson.Read(each.Type, each.Data)).ToList();
        var file = CaseFile.Fold(CaseId, recorded);
        return new EvidencePack(
            file, "示范区人民政府", "王承办", new CaseEvidence(events, texts),
            [.. events.Zip(recorded, (stored, each) => new PackEvent(
                stored, each, Begin.AddMinutes(stored.Sequence), "王承办", $"事件 {stored.Sequence}", null))],
            [], Applicants, new Dictionary<Guid, string>(), PackFile.Of(file, events, names, _ => ""), WorkingDayCalendar.Official, [])
        {
            Clock = CaseReckoning.Of(file, CalendarSnapshot.Shipped, new DateOnly(2019, 10, 10), withLedger: true),
        };
    }

    public async Task<byte[]> Bytes(PackKey? key = null)
    {
        using var zip = new MemoryStream();
        await EvidencePackWriter.Write(
            Build(), key ?? Key, (id, _) => Task.FromResult(files.GetValueOrDefault(id)), zip, CancellationToken.None);
        return zip.ToArray();
    }

    private static string Hash(string of) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(of)))[..16];
}

/// <summary>The keys of the office that checks; null: a court's machine.</summary>
internal sealed class PackKeysDouble(IReadOnlyList<PackKey>? all) : IPackKeys
{
    public Predicate<SealedEvent> Seals { get; init; } = _ => true;

    public IReadOnlyList<PackKey>? All => all;

    public Task<PackKey> Current(CancellationToken cancellation) => Task.FromResult(all![^1]);

    public bool HasSealed(Guid caseId, SealedEvent sealedEvent) => caseId == SamplePack.CaseId && Seals(sealedEvent);
}
