using System.Text;

namespace Disclosure.Cases.Kernel;

/// <summary>
/// Texts as they are compared, kept for comparing, and searched. Any text has such a form, also one that no door lets in:
/// in it stands U+FFFD, which no text on record contains, for what is no character.
/// </summary>
public static class ComparedText
{
    /// <summary>
    /// Width, case, blanks, characters that show nothing, and the kind of the point in a name (买买提·艾力) make no difference.
    /// </summary>
    public static string Of(string? text)
    {
        var runes = Folded(text).EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune) && !ShowsNothing(rune)).ToList();
        return string.Concat(runes.Select((rune, at) => IsPoint(runes, at) ? new Rune('·') : rune));
    }

    // A full stop is one between Chinese characters alone: 买买提.艾力, not a mail address.
    private static bool IsPoint(List<Rune> runes, int at) => runes[at].Value is 0x30FB or 0x2022 or 0x2027 or 0x2219 or 0x22C5
        || (runes[at].Value == '.' && at > 0 && at < runes.Count - 1 && IsChinese(runes[at - 1]) && IsChinese(runes[at + 1]));

    private static bool IsChinese(Rune rune) =>
        rune.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>Width and case make no difference.</summary>
    public static string Folded(string? text) =>
        string.Concat(string.Concat((text ?? "").EnumerateRunes().Select(rune => IsCharacter(rune) ? rune : Rune.ReplacementChar))
            .Normalize(NormalizationForm.FormKC).EnumerateRunes().Select(Rune.ToUpperInvariant));

    // Format characters, and what Unicode calls default ignorable beside them: joiners, fillers of Korean letters, selectors of variants,
    // which choose how the same character is drawn.
    private static bool ShowsNothing(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format
        || PrintedText.IsFiller(rune)
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    // Normalize throws on noncharacters; lone surrogates are U+FFFD once the runes are counted.
    private static bool IsCharacter(Rune rune) =>
        (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF)
        && (!Rune.IsControl(rune) || Rune.IsWhiteSpace(rune));
}
