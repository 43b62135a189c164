namespace Disclosure.Cases.Documents.EvidencePacks;

/// <summary>A file in the ZIP of a pack.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Crc">CRC-32 of its bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Offset">Where its header begins.</param>
internal sealed record PackEntry(string Name, uint Size, uint Crc, string Sha256, uint Offset);
