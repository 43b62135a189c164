using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Registration;

/// <summary>
/// Recognises what a page may show of a case's files by how their bytes begin, never by their name: PDF and pictures.
/// Whatever else it is – a web page, a drawing that carries script – is handed out as a download only.
/// </summary>
public static class ShownFormat
{
    /// <summary>How many bytes tell.</summary>
    public const int HeadLength = 16;

    /// <summary>The media type of PDF.</summary>
    public const string Pdf = "application/pdf";

    /// <summary>The media type, or null for what is not shown.</summary>
    /// <param name="head">The first <see cref="HeadLength"/> bytes or more.</param>
    public static string? Of(ReadOnlySpan<byte> head) =>
        ScanFormat.Of(head) is { } scan ? scan
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? "image/gif"
        : head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
