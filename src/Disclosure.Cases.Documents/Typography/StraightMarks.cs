namespace Disclosure.Cases.Documents.Typography;

/// <summary>
/// Straight quotation marks that somebody typed, as the Chinese ones (GB/T 15834-2011, 4.8): in pairs, around or beside Chinese. Inches,
/// apostrophes, addresses on the internet and a mark without its fellow stay.
/// </summary>
internal static class StraightMarks
{
    private static readonly (string Straight, char Open, char Close)[] Kinds = [("\"＂", '“', '”'), ("'＇", '‘', '’')];

    public static void Curl(PrintedLine line)
    {
        foreach (var (straight, open, close) in Kinds)
        {
            int? opened = null;
            for (var place = 0; place < line.Length; place++)
            {
                if (opened is { } left && line.RunAt(left) != line.RunAt(place))
                {
                    opened = null;
                }

                if (!line.IsFilledIn(place) || !straight.Contains(line[place], StringComparison.Ordinal) || IsLatin(line, place, opened))
                {
                    continue;
                }

                if (opened is not { } from)
                {
                    opened = place;
                    continue;
                }

                if (Punctuation.IsAmongChinese(line, from, place))
                {
                    (line[from], line[place]) = (open, close);
                }

                opened = null;
            }
        }
    }

    // Tom's; 24" where nothing is open.
    private static bool IsLatin(PrintedLine line, int place, int? opened) =>
        (char.IsAsciiLetter(line[place - 1]) && char.IsAsciiLetter(line[place + 1]))
        || (opened is null && char.IsAsciiDigit(line[place - 1]));
}
