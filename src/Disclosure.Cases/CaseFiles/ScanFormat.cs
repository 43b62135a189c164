namespace Disclosure.Cases.CaseFiles;

/// <summary>Recognises scans by how their bytes begin, never by their name.</summary>
public static class ScanFormat
{
    /// <summary>The media type, or null when it is neither PDF, JPEG nor PNG.</summary>
    public static string? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? "application/pdf"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : null;
}
