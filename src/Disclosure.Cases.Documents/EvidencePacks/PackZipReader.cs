using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Cases.Documents.EvidencePacks;

/// <summary>
/// Reads the ZIP of a pack from its first byte to its last and compares each with what this program would have written. Nothing is
/// unpacked: what is compressed, encrypted or a directory was not written by this program. One piece of a file at a time is in memory,
/// and those files whole that are to be read.
/// </summary>
internal sealed class PackZipReader(Stream source, Func<string, bool> isKept)
{
    private const int PieceLength = 128 * 1024;
    private const int Megabyte = 1024 * 1024;

    // Events and texts of a case; what is larger was not written by this program.
    private const int LargestKept = 32 * Megabyte;

    private readonly List<PackEntry> entries = [];
    private readonly Dictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private readonly List<Refusal> findings = [];
    private readonly byte[] piece = new byte[PieceLength];
    private long position;

    /// <summary>The files, in their order.</summary>
    public IReadOnlyList<PackEntry> Entries => entries;

    /// <summary>What is wrong; the reading ends where nobody can tell any more what comes next.</summary>
    public IReadOnlyList<Refusal> Findings => findings;

    /// <summary>The bytes of a file that was kept; null where there is none.</summary>
    public byte[]? Content(string name) => kept.GetValueOrDefault(name);

    /// <summary>Reads everything.</summary>
    public async Task Read(CancellationToken cancellation)
    {
        if (source.Length is 0 or > PackZip.MostBytes)
        {
            findings.Add(source.Length == 0 ? new("pack.empty") : new("pack.tooLarge", PackZip.MostBytes / Megabyte));
            return;
        }

        while (findings.Count == 0 || findings[^1].Code == "pack.changed")
        {
            var start = (uint)position;
            var header = await Take(PackZip.LocalLength, cancellation);
            if (header.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32LittleEndian(header) != PackZip.Local)
            {
                if (entries.Count == 0)
                {
                    findings.Add(new("pack.notAPack"));
                }
                else
                {
                    await ReadDirectory(start, header, cancellation);
                }

                return;
            }

            if (header.Length < PackZip.LocalLength)
            {
                findings.Add(new("pack.cut", entries.Count + 1));
                return;
            }

            await ReadFile(header, start, cancellation);
        }
    }

    private async Task ReadFile(byte[] header, uint start, CancellationToken cancellation)
    {
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(14));
        var size = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(18));
        var length = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26));
        var written = length <= PackZip.LongestName ? await Take(length, cancellation) : [];
        if (NameIn(written) is not { } name
            || !PackZip.LocalHeader(new PackEntry(name, size, crc, "", 0)).AsSpan().SequenceEqual([.. header, .. written])
            || entries.Count == PackZip.MostEntries)
        {
            findings.Add(new("pack.header", entries.Count + 1));
            return;
        }

        if (size > source.Length - position)
        {
            findings.Add(new("pack.cut", entries.Count + 1));
            return;
        }

        var (sha256, found) = await Hash(name, size, cancellation);
        if (found != crc)
        {
            findings.Add(new("pack.changed", name));
        }

        entries.Add(new PackEntry(name, size, crc, sha256, start));
    }

    private async Task<(string Sha256, uint Crc)> Hash(string name, uint size, CancellationToken cancellation)
    {
        using var whole = isKept(name) && size <= LargestKept ? new MemoryStream((int)size) : null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var crc = 0u;
        for (var left = size; left > 0;)
        {
            var some = piece.AsMemory(0, (int)Math.Min(left, PieceLength));
            await source.ReadExactlyAsync(some, cancellation);
            hash.AppendData(some.Span);
            crc = Crc32.Of(crc, some.Span);
            whole?.Write(some.Span);
            left -= (uint)some.Length;
        }

        position += size;
        if (whole is not null)
        {
            kept[name] = whole.ToArray();
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), crc);
    }

    private async Task ReadDirectory(uint start, byte[] begun, CancellationToken cancellation)
    {
        var expected = PackZip.Directory(entries, start);
        var rest = source.Length - start == expected.Length
            ? [.. begun, .. await Take(expected.Length - begun.Length, cancellation)]
            : Array.Empty<byte>();
        if (!rest.AsSpan().SequenceEqual(expected))
        {
            findings.Add(new("pack.directory"));
        }
    }

    private static string? NameIn(byte[] written)
    {
        try
        {
            return written.Length == 0 ? null : PackZip.Names.GetString(written);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // As many bytes, or as there are.
    private async Task<byte[]> Take(int count, CancellationToken cancellation)
    {
        var bytes = new byte[(int)Math.Clamp(source.Length - position, 0, count)];
        await source.ReadExactlyAsync(bytes, cancellation);
        position += bytes.Length;
        return bytes;
    }
}
