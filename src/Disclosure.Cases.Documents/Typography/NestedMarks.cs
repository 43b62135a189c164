namespace Disclosure.Cases.Documents.Typography;

/// <summary>
/// Marks inside marks take the other kind (GB/T 15834-2011, 4.8.3.3 and 4.15.3.5): “ ‘ ’ ”, 《 〈 〉 》. What was filled in may open
/// marks that it does not close: they end with it and never change the wording's own.
/// </summary>
internal static class NestedMarks
{
    private sealed record Family(string Open, string Close);

    private readonly record struct Opened(int Typed, int Printed, int Run);

    // At the same index stand the two marks of a pair.
    private static readonly Family[] Families = [new("“‘", "”’"), new("《〈", "》〉")];

    public static void Alternate(PrintedLine line)
    {
        foreach (var family in Families)
        {
            Alternate(line, family);
        }
    }

    private static void Alternate(PrintedLine line, Family family)
    {
        var open = new Stack<Opened>();
        for (var place = 0; place < line.Length; place++)
        {
            var run = line.RunAt(place);
            while (open.TryPeek(out var left) && left.Run != run && line.RunIsFilledIn(left.Run))
            {
                open.Pop();
            }

            var (opens, closes) = (family.Open.IndexOf(line[place]), family.Close.IndexOf(line[place]));
            if (opens >= 0)
            {
                var printed = open.TryPeek(out var around) ? 1 - around.Printed : opens;
                open.Push(new Opened(opens, printed, run));
                line[place] = family.Open[printed];
            }
            else if (closes >= 0 && !IsApostrophe(line, place))
            {
                if (open.TryPeek(out var opened) && opened.Typed == closes && (opened.Run == run || !line.IsFilledIn(place)))
                {
                    open.Pop();
                    line[place] = family.Close[opened.Printed];
                }
                else if (open.TryPeek(out var around) && around.Printed == closes && line.IsFilledIn(place))
                {
                    line[place] = family.Close[1 - closes];
                }
            }
        }
    }

    private static bool IsApostrophe(PrintedLine line, int place) =>
        line[place] == '’' && char.IsAsciiLetter(line[place - 1]) && char.IsAsciiLetter(line[place + 1]);
}
