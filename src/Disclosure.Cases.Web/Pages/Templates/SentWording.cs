using System.Text;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Acting;

namespace Disclosure.Cases.Web.Pages.Templates;

/// <summary>A wording as it was sent: typed into the editor, or uploaded.</summary>
internal static class SentWording
{
    // In bytes.
    private const long LargestFile = 1024 * 1024;

    /// <summary>Reads it; an uploaded file goes before what stands in the editor.</summary>
    /// <returns>What was sent, as far as it can be read, and what is wrong with it.</returns>
    public static async Task<(string Wording, Finding? Fault)> Read(string? content, IFormFile? file)
    {
        var wording = (content ?? "").ReplaceLineEndings("\n");
        if (file is { Length: > 0 })
        {
            if (file.Length > LargestFile)
            {
                return (wording, TooLong("File"));
            }

            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            try
            {
                wording = AdoptTemplate.Plain(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray()));
            }
            catch (DecoderFallbackException)
            {
                return (wording, new Finding("File", new Refusal("lint.notUtf8").Say(Texts.CurrentLanguage)));
            }
        }

        var isTooLong = wording.Length > AdoptTemplate.LongestContent || wording.AsSpan().Count('\n') > AdoptTemplate.MostLines;
        return (wording, isTooLong ? TooLong("Content") : null);
    }

    private static Finding TooLong(string field) => new(
        field, new Refusal("template.tooLong", AdoptTemplate.LongestContent, AdoptTemplate.MostLines).Say(Texts.CurrentLanguage));
}
