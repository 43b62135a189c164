using System.Security.Cryptography;

namespace Disclosure.Cases.Documents.EvidencePacks;

/// <summary>Writes the ZIP of a pack, file after file.</summary>
internal sealed class PackZipWriter(Stream target)
{
    private const int Megabyte = 1024 * 1024;

    private readonly List<PackEntry> entries = [];
    private long length;

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<PackEntry> Entries => entries;

    /// <summary>Writes a file.</summary>
    /// <exception cref="RefusedException">The pack would become too large.</exception>
    public async Task<PackEntry> Add(string name, byte[] content, CancellationToken cancellation)
    {
        var entry = new PackEntry(
            name, (uint)content.Length, Crc32.Of(0, content), Convert.ToHexStringLower(SHA256.HashData(content)), (uint)length);
        entries.Add(entry);
        var header = PackZip.LocalHeader(entry);
        length += header.Length + content.Length;
        if (length + PackZip.Directory(entries, 0).Length > PackZip.MostBytes || entries.Count > PackZip.MostEntries)
        {
            throw new RefusedException(
                "The pack would become too large.", new Refusal("pack.tooLargeToMake", PackZip.MostBytes / Megabyte));
        }

        await target.WriteAsync(header, cancellation);
        await target.WriteAsync(content, cancellation);
        return entry;
    }

    /// <summary>Writes the directory; nothing comes after it.</summary>
    public async Task Close(CancellationToken cancellation) =>
        await target.WriteAsync(PackZip.Directory(entries, (uint)length), cancellation);
}
