namespace Disclosure.Cases.Demonstration.Simulation;

/// <summary>Ids in a fixed sequence, so that the same day makes the same district.</summary>
internal sealed class DemonstrationIds(int seed) : IIds
{
    private readonly Random random = new(seed);

    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);

        // Version 8 of RFC 9562: made by the application's own rule.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
