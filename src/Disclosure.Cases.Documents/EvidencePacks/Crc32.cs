namespace Disclosure.Cases.Documents.EvidencePacks;

/// <summary>The checksum of ZIP (CRC-32 of IEEE 802.3).</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(each => Eight((uint)each))];

    /// <summary>The checksum of what was read so far and these bytes; 0 before the first.</summary>
    public static uint Of(uint before, ReadOnlySpan<byte> bytes)
    {
        var rest = ~before;
        foreach (var each in bytes)
        {
            rest = Table[(byte)(rest ^ each)] ^ (rest >> 8);
        }

        return ~rest;
    }

    private static uint Eight(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return value;
    }
}
