namespace Disclosure.Cases.Documents.Layout;

/// <summary>How many lines a text takes: none begins or ends with the wrong punctuation, and no number or Latin word is broken.</summary>
internal static class LineCount
{
    private const string NotFirst = "。，、；：？！”’）》〉」』】〕…—·％‰℃";
    private const string NotLast = "“‘（《〈「『【〔";

    /// <param name="text">The text of one paragraph.</param>
    /// <param name="width">The width of a line, in twips.</param>
    /// <param name="fullWidth">The width of a full-width letter, in twips.</param>
    /// <param name="program">The program that sets it.</param>
    /// <param name="firstIndent">What the first line is set in by, in twips.</param>
    public static int Of(string text, int width, int fullWidth, LayoutProgram program, int firstIndent = 0)
    {
        var (lines, used, wasHalf) = (1, (double)firstIndent, false);
        foreach (var unit in Units(text))
        {
            var needed = 0.0;
            foreach (var rune in unit.EnumerateRunes())
            {
                var isHalf = IsHalf(rune.Value);
                var gap = isHalf != wasHalf && used + needed > firstIndent ? program.LatinGap : 0;
                needed += fullWidth * ((isHalf ? program.LatinWidth : 1) + gap);
                wasHalf = isHalf;
            }

            if (used + needed > width && used > 0)
            {
                lines++;
                used = 0;
            }

            used += needed;
            for (; used > width; used -= width)
            {
                lines++;
            }
        }

        return lines;
    }

    private static bool IsHalf(int letter) =>
        letter < 0x2E80 && letter is not (0x2018 or 0x2019 or 0x201C or 0x201D or 0x2014 or 0x2026);

    // What no line breaks: a word or number of the Latin script, and a letter with the punctuation that belongs to it.
    private static IEnumerable<string> Units(string text)
    {
        var start = 0;
        for (var place = 1; place < text.Length; place++)
        {
            var (before, here) = (text[place - 1], text[place]);
            var isOneWord = IsHalf(before) && IsHalf(here) && before != ' ' && here != ' ';
            if (!isOneWord && !char.IsLowSurrogate(here) && !NotFirst.Contains(here, StringComparison.Ordinal)
                && !NotLast.Contains(before, StringComparison.Ordinal))
            {
                yield return text[start..place];
                start = place;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
