using System.Globalization;
using System.Text;

namespace Disclosure.Cases.Letters;

/// <summary>Judges a text that somebody typed and that is to be printed.</summary>
public static class PrintedText
{
    /// <summary>The longest text, in characters as people count them (text elements).</summary>
    public const int MaxLength = 20_000;

    /// <summary>The code of the refusal, or null when the text can be printed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Whether line breaks and tabs are allowed.</param>
    public static string? Fault(string text, bool lines) =>
        text.Length > MaxLength && new StringInfo(text).LengthInTextElements > MaxLength ? "letter.text-too-long"
        : HasForbidden(text) ? "letter.control-character"
        : IsBlank(text) ? "letter.fact-blank"
        : !lines && text.AsSpan().IndexOfAny('\r', '\n') >= 0 ? "letter.not-one-line"
        : null;

    /// <summary>Whether nothing of the text would be seen on paper: white space and zero-width characters only.</summary>
    public static bool IsBlank(string? text) =>
        string.IsNullOrEmpty(text) || text.EnumerateRunes().All(rune =>
            Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
            || rune.Value is 0x3164 or 0x2800 or 0x115F or 0x1160 or 0xFFA0);

    // XML 1.0 cannot carry control characters, noncharacters or lone surrogates; and the characters that reverse the
    // reading direction could make a decision read otherwise than it is stored.
    private static bool HasForbidden(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune))
            {
                return true;
            }

            var forbidden = rune.Value switch
            {
                '\t' or '\n' or '\r' => false,
                < 0x20 or (>= 0x7F and <= 0x9F) => true,
                (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true,
                (>= 0xFDD0 and <= 0xFDEF) => true,
                var value => (value & 0xFFFE) == 0xFFFE,
            };
            if (forbidden)
            {
                return true;
            }

            index += rune.Utf16SequenceLength - 1;
        }

        return false;
    }
}
