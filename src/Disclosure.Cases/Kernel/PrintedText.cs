using System.Globalization;
using System.Text;

namespace Disclosure.Cases.Kernel;

/// <summary>
/// The one rule for typed text: what a letter can carry may be entered, whatever the door (page, API, import, template,
/// upload), and nothing else. So whatever can be registered can be printed.
/// </summary>
public static class PrintedText
{
    /// <summary>The longest text of one field, in characters (runes).</summary>
    public const int MaxLength = 20_000;

    /// <summary>Why a text cannot be taken, or null when it can.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Whether line breaks and tabs are allowed.</param>
    /// <param name="longest">The most characters (runes).</param>
    public static Refusal? Fault(string text, bool lines, int longest = MaxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Unprintable(text)
            ?? (IsBlank(text) ? new Refusal("text.empty")
                : !lines && text.Any(IsBreak) ? new Refusal("text.notOneLine")
                : text.Length > longest && text.EnumerateRunes().Count() > longest ? new Refusal("text.tooLong", longest)
                : null);
    }

    /// <summary>The refusal that names the first character that no letter can carry (<c>U+200B</c>) and its place, from 1.</summary>
    public static Refusal? Unprintable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var place = 0;
        for (var index = 0; index < text.Length; place++)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune))
            {
                return new Refusal("text.unprintable", $"U+{(int)text[index]:X4}", place + 1);
            }

            if (!IsPrintable(rune))
            {
                return new Refusal("text.unprintable", $"U+{rune.Value:X4}", place + 1);
            }

            index += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>
    /// A text as a door takes it in where somebody typed it: line ends as in Unix, every other kind of blank as the plain one, and
    /// none of them, nor a byte-order mark, around it. What no letter can carry stays, to be refused. A file, which is kept as it is
    /// (a letter finished in Word, a wording, facts), has nothing put right: there it is refused.
    /// </summary>
    public static string Entered(string? text) =>
        string.Concat(WithLineEnds((text ?? "").TrimStart('\uFEFF')).Select(letter => IsBlank(letter) ? ' ' : letter)).Trim();

    /// <summary>
    /// A text without what no letter can carry, on one line: for the names of files, which other programs gave, and for what
    /// was recorded before there was this rule.
    /// </summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(Printable(text).Select(letter => IsBreak(letter) ? ' ' : letter)).Trim();
    }

    /// <summary>
    /// A text without what nobody would see on paper, with its line ends as in Unix. A character without a shape of its own stays, and
    /// the letter is refused: left out, the name would be another.
    /// </summary>
    public static string Printable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Unprintable(text) is null ? text : string.Concat(WithLineEnds(text).EnumerateRunes().Where(IsSeen));
    }

    /// <summary>Whether nothing of the text would be seen on paper: white space, zero-width characters and marks on nothing only.</summary>
    public static bool IsBlank(string? text) =>
        string.IsNullOrEmpty(text) || text.EnumerateRunes().All(rune =>
            Rune.IsWhiteSpace(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            || IsInvisible(rune));

    // Letters and marks of which nothing is seen: fillers of Korean letters, the blank pattern of Braille, joiners and selectors of other
    // scripts. Selectors of the variants of a Chinese character (U+FE00, U+E0100) belong to names and stay.
    private static bool IsInvisible(Rune rune) => IsFiller(rune) || rune.Value is 0x2800 or 0x3164 or 0xFFA0;

    /// <summary>What Unicode calls default ignorable beside the format characters, variants of Chinese characters left out.</summary>
    internal static bool IsFiller(Rune rune) =>
        rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F);

    // U+0085, U+2028, U+2029 and the form feed end a line as well, and so does Word's line break, U+000B, in what is pasted.
    private static string WithLineEnds(string text) => text.ReplaceLineEndings("\n").Replace('\v', '\n');

    // U+00A0, U+3000 and the like come along with what is pasted.
    private static bool IsBlank(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator;

    // The end of a line, or a tab: a letter has neither within a line.
    private static bool IsBreak(char letter) => letter is '\r' or '\n' or '\t';

    // What is in private use, or not assigned, has no shape in any font that an office can rely on: elsewhere the name is unreadable.
    private static bool IsPrintable(Rune rune) =>
        IsSeen(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    // XML 1.0 carries neither control characters nor noncharacters; format characters show nothing or turn the direction of
    // reading, so that a decision could read otherwise than it is stored; U+2028 and U+2029 end a line in one program and show nothing
    // in another; U+FFFD stands for what could not be read.
    private static bool IsSeen(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => true,
        0xFFFD or (>= 0xFDD0 and <= 0xFDEF) => false,
        _ when IsInvisible(rune) => false,
        var value when (value & 0xFFFE) == 0xFFFE => false,
        _ => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
    };
}
