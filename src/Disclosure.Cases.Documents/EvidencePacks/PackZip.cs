using System.Buffers.Binary;
using System.Text;

namespace Disclosure.Cases.Documents.EvidencePacks;

/// <summary>
/// The ZIP of a pack, byte by byte: files as they are, without compression, one after the other, with one fixed time. Every byte of it
/// follows from the files' names and bytes, on every system and with every version of the framework; so whoever reads it can tell that
/// nothing else stands in it, and there is nothing to unpack.
/// </summary>
internal static class PackZip
{
    /// <summary>What a local header begins with.</summary>
    public const uint Local = 0x04034B50;

    /// <summary>The length of a local header without the name.</summary>
    public const int LocalLength = 30;

    /// <summary>The largest pack, in bytes: 2 GB less one byte.</summary>
    public const int MostBytes = int.MaxValue;

    /// <summary>The largest number of files: what the directory of a ZIP can count.</summary>
    public const int MostEntries = ushort.MaxValue - 1;

    /// <summary>The longest path of a file, in bytes.</summary>
    public const int LongestName = 400;

    private const uint Central = 0x02014B50;
    private const uint End = 0x06054B50;
    private const int CentralLength = 46;
    private const int EndLength = 22;
    private const ushort Version = 20;
    private const ushort Unix = 3 << 8;
    private const ushort NamesAreUtf8 = 0x0800;
    private const ushort FirstOfJanuary1980 = 0x0021;

    // A regular file that everybody may read.
    private const uint Mode = 0x81A4u << 16;

    /// <summary>Names as they stand; what is no UTF-8 is refused.</summary>
    public static Encoding Names { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What stands before a file's bytes.</summary>
    public static byte[] LocalHeader(PackEntry entry)
    {
        var name = Names.GetBytes(entry.Name);
        var header = new byte[LocalLength + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Local);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), Version);
        Common(header.AsSpan(6), entry, name);
        name.CopyTo(header, LocalLength);
        return header;
    }

    /// <summary>What stands after the last file: the directory and its end.</summary>
    public static byte[] Directory(IReadOnlyList<PackEntry> entries, uint offset)
    {
        using var written = new MemoryStream();
        foreach (var entry in entries)
        {
            var name = Names.GetBytes(entry.Name);
            var header = new byte[CentralLength];
            BinaryPrimitives.WriteUInt32LittleEndian(header, Central);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), Unix | Version);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(6), Version);
            Common(header.AsSpan(8), entry, name);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(38), Mode);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), entry.Offset);
            written.Write(header);
            written.Write(name);
        }

        var end = new byte[EndLength];
        BinaryPrimitives.WriteUInt32LittleEndian(end, End);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)written.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), offset);
        written.Write(end);
        return written.ToArray();
    }

    // Flags, method, time, date, checksum, size twice, length of the name: the same in both headers. What is not written is zero: stored,
    // midnight, nothing besides.
    private static void Common(Span<byte> header, PackEntry entry, byte[] name)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, NamesAreUtf8);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], FirstOfJanuary1980);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], entry.Size);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], (ushort)name.Length);
    }
}
