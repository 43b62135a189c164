using System.Text;
using System.Text.Json.Nodes;
using Disclosure.Cases.Clock;
using Disclosure.Cases.EvidencePacks;

namespace Disclosure.Cases.Documents.EvidencePacks;

/// <summary>
/// Writes an evidence pack as a ZIP: the files of the case as they are kept, the records as JSON, a page to read, a list of it all, and
/// the signature of the list. One file at a time is in memory. The same case at the same event gives the same bytes but for the
/// signature, into which chance goes.
/// </summary>
public static class EvidencePackWriter
{
    /// <summary>Writes it.</summary>
    /// <param name="pack">What belongs into it.</param>
    /// <param name="key">What signs it.</param>
    /// <param name="read">Reads a file of the case; null where it is not there.</param>
    /// <param name="target">Where to.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    /// <exception cref="RefusedException">The files of the case are too large.</exception>
    public static async Task Write(
        EvidencePack pack, PackKey key, Func<Guid, CancellationToken, Task<byte[]?>> read, Stream target, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(read);
        var zip = new PackZipWriter(target);
        var (files, faults) = (new List<ListedFile>(), new List<string>());
        foreach (var file in pack.Files.Where(file => !file.IsEmptied))
        {
            if (await read(file.FileId, cancellation) is { } content)
            {
                await Add(file.Name, content, file.FileId);
                faults.AddRange(files[^1].Sha256 == file.Sha256 ? [] : [$"{file.Name}：与事件中的哈希不符，保存以后被改动过"]);
            }
            else
            {
                faults.Add($"{file.Name}：缺少");
            }
        }

        faults.AddRange(pack.Records.Texts.Where(text => text.Body is null).Select(text => $"文字 {text.Id}：无法读取，保存以后被改动过"));
        await Add(PackJson.Events, PackJson.Write(pack.Records.Events));
        await Add(PackJson.Texts, PackJson.Write(pack.Records.Texts.Where(text => text.Body is not (null or ""))));
        await Add(PackJson.Clock, PackJson.Write(Clock(pack)));
        await Add(PackIndex.Name, Encoding.UTF8.GetBytes(new PackIndex(pack, key, [.. zip.Entries], faults).Write()));
        var manifest = PackJson.Write(new PackManifest(
            PackManifest.Current, pack.File.RegisterNumber, pack.File.Id, pack.Events.Count, pack.Last.Sealed.OccurredAt, files));
        await zip.Add(PackJson.Manifest, manifest, cancellation);
        await zip.Add(PackJson.Signature, PackJson.Write(key.Sign(manifest)), cancellation);
        await zip.Close(cancellation);

        async Task Add(string name, byte[] content, Guid? fileId = null)
        {
            var entry = await zip.Add(name, content, cancellation);
            files.Add(new ListedFile(name, entry.Size, entry.Sha256, fileId));
        }
    }

    private static int LastYear(EvidencePack pack) =>
        pack.Clock is { Ledger: [.., var last] } ? last.Date.Year : ChinaTime.DayOf(pack.Last.At).Year;

    // The clock's own JSON, and the calendar of the years that it goes through: by these anybody can count the days again.
    private static JsonObject Clock(EvidencePack pack) => new()
    {
        ["reckoning"] = pack.Clock is { } clock ? JsonNode.Parse(ClockJson.Write(clock)) : null,
        ["calendar"] = new JsonObject
        {
            ["version"] = pack.Calendar.Version,
            ["noticeYears"] = new JsonArray([.. pack.Calendar.NoticeYears.Select(year => (JsonNode)year)]),
            ["exceptions"] = new JsonArray([.. pack.Calendar.Exceptions
                .Where(day => day.Date.Year >= pack.File.ArrivedOn.Year && day.Date.Year <= LastYear(pack))
                .Select(day => new JsonObject
                {
                    ["date"] = day.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    ["kind"] = StoredNames.Find(day.Kind),
                    ["name"] = day.Name,
                })]),
        },
    };
}
