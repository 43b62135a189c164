using System.Text.RegularExpressions;
using Disclosure.Cases.Documents.Model;

namespace Disclosure.Cases.Documents.Typography;

/// <summary>
/// The punctuation of a composed line (GB/T 15834-2011): what a wording and what was filled into it are each right alone may be
/// wrong together. The words stay as they are.
/// </summary>
internal static partial class Punctuation
{
    private const string Stops = "。；，、：．";
    private const string Ends = Stops + "！？…—.,;:!?·";
    private const string HalfWidth = ",;:!?";
    private const string FullWidth = "，；：！？";
    private const string Closers = "”’」』》〉）】";

    /// <summary>The line with full-width brackets and marks, nested quotation marks, single stops and single places.</summary>
    public static IReadOnlyList<Inline> Of(IReadOnlyList<Inline> runs)
    {
        var line = new PrintedLine(runs);
        WidenBrackets(line);
        WidenMarks(line);
        StraightMarks.Curl(line);
        NestedMarks.Alternate(line);
        DropDoubleStops(line);
        DropStopsWithin(line);
        NameOnePlaceOnce(line);
        return line.Runs();
    }

    /// <summary>A paragraph; one that somebody typed ends in a mark.</summary>
    public static IReadOnlyList<Inline> OfParagraph(IReadOnlyList<Inline> runs)
    {
        var printed = Of(runs);
        return printed is [{ IsFilledIn: true, Kind: InlineKind.Plain } only] && LacksStop(only.Text)
            ? [only with { Text = only.Text + '。' }]
            : printed;
    }

    /// <summary>A name in a list that has no closing punctuation (GB/T 9704-2012, 7.3.4: attachments).</summary>
    public static Inline OfAttachment(Inline name)
    {
        var line = Of([name]) is [var only] ? only : name;
        var text = line.Text.TrimEnd('。', '；', '，', '、', '．', ' ');
        return text.Length == 0 ? line : line with { Text = text };
    }

    /// <summary>Whether a letter is one of the Chinese script, its punctuation included.</summary>
    internal static bool IsChinese(char letter) => letter >= '\u2E80' || letter is '“' or '”' or '‘' or '’' or '—' or '…';

    // （一）: brackets around or beside Chinese are full-width; those of an address on the internet, a formula or an area code stay.
    private static void WidenBrackets(PrintedLine line)
    {
        var open = new Stack<int>();
        for (var place = 0; place < line.Length; place++)
        {
            if (line[place] is '(' or '（')
            {
                open.Push(place);
            }
            else if (line[place] is ')' or '）' && open.TryPop(out var from) && (line[from] == '(' || line[place] == ')')
                && IsAmongChinese(line, from, place))
            {
                (line[from], line[place]) = ('（', '）');
            }
        }
    }

    /// <summary>Whether a pair of marks stands around Chinese or beside it, and in no address on the internet.</summary>
    internal static bool IsAmongChinese(PrintedLine line, int from, int to)
    {
        // An address on the internet goes on in them.
        if (InAddress().IsMatch(line.Text[..from]))
        {
            return false;
        }

        var inside = line.Text[(from + 1)..to];
        if (inside.Any(IsChinese))
        {
            return true;
        }

        var beforeNumber = char.IsAsciiDigit(line[to + 1]) || (line[to + 1] is ' ' or '-' && char.IsAsciiDigit(line[to + 2]));
        return !(beforeNumber && AreaCode().IsMatch(inside)) && (IsChinese(line[from - 1]) || IsChinese(line[to + 1]));
    }

    // What somebody typed with half-width marks between Chinese letters, with or without a blank after them; numbers, addresses and
    // Latin words keep theirs.
    private static void WidenMarks(PrintedLine line)
    {
        for (var place = line.Length - 1; place > 0; place--)
        {
            var mark = HalfWidth.IndexOf(line[place], StringComparison.Ordinal);
            var blanks = line[place + 1] == ' ' ? 1 : 0;
            var next = place + 1 + blanks;
            if (mark >= 0 && line.IsFilledIn(place) && IsChinese(line[place - 1]) && (next >= line.Length || IsChinese(line[next])))
            {
                line[place] = FullWidth[mark];
                line.Remove(place + 1, blanks);
            }
        }
    }

    // A sentence has one mark at a place: what was filled in and ends in one, or begins with one, leaves it to the mark that joins it
    // to the rest, inside the quotation marks too.
    private static void DropDoubleStops(PrintedLine line)
    {
        for (var place = line.Length - 2; place >= 0; place--)
        {
            var next = place + 1;
            while (Closers.Contains(line[next], StringComparison.Ordinal) && line[next] != '）')
            {
                next++;
            }

            if (next >= line.Length)
            {
                continue;
            }

            var isJoined = next == place + 1;
            if (line[place] is '！' or '？' && isJoined && line[next] is '。' or '；' or '，' && line.IsFilledIn(place))
            {
                line.Remove(next);
            }
            else if (IsStop(line, place) && line.IsFilledIn(place)
                && (Stops.Contains(line[next], StringComparison.Ordinal)
                    || (line[next] == '）' && (line.RunAt(next) != line.RunAt(place) || IsStop(line, next + 1)))))
            {
                line.Remove(place);
            }
            else if (Stops.Contains(line[place], StringComparison.Ordinal) && isJoined && IsStop(line, next) && line.IsFilledIn(next))
            {
                line.Remove(next);
            }
        }
    }

    // What was filled in ends in a full stop where the wording's sentence goes on behind it, behind its quotation marks too.
    private static void DropStopsWithin(PrintedLine line)
    {
        for (var place = line.Length - 2; place >= 0; place--)
        {
            if (line.IsFilledIn(place) && line.RunAt(place + 1) != line.RunAt(place) && IsStop(line, place)
                && !line.Text[(place + 1)..].All(letter => Closers.Contains(letter, StringComparison.Ordinal)))
            {
                line.Remove(place);
            }
        }
    }

    // A heading or an entry (一、… 1.…) has none, and an address on the internet would be another with one.
    private static bool LacksStop(string text) =>
        text.TrimEnd([.. Closers]) is [.., var last] && !Ends.Contains(last, StringComparison.Ordinal)
        && text.Any(IsChinese) && !Entry().IsMatch(text) && !InAddress().IsMatch(text);

    private static bool IsStop(PrintedLine line, int place) =>
        Stops.Contains(line[place], StringComparison.Ordinal) || (line[place] == '.' && IsChinese(line[place - 1]));

    // 第31页, not 第31至31页.
    private static void NameOnePlaceOnce(PrintedLine line)
    {
        foreach (var span in Span().Matches(line.Text).Reverse())
        {
            var second = span.Groups["second"];
            line.Remove(second.Index, second.Length);
        }
    }

    [GeneratedRegex(@"^(（?[一二三四五六七八九十]+[、）]|[0-9]+[.．、]|（[0-9]+）)[^。；，：！？]*$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"(://|www\.)[\x21-\x7e]*$")]
    private static partial Regex InAddress();

    [GeneratedRegex("^0[0-9]{2,3}$")]
    private static partial Regex AreaCode();

    [GeneratedRegex("第(?<place>[0-9]+)(?<unit>[页件条行])?(?<second>(?:至|到|[—–～]+)第?\\k<place>(?(unit)\\k<unit>|(?=[页件条行])))(?![0-9])")]
    private static partial Regex Span();
}
