using Disclosure.Cases.Documents.Docx;

namespace Disclosure.Cases.Documents.Layout;

/// <summary>
/// How an organ's name is set (GB/T 9704-2012, 7.2.4: a long one keeps its line by the width of its letters), or on two lines of
/// equal weight, never with a small rest on the second.
/// </summary>
/// <param name="Lines">Its line or its two lines; together they are the name.</param>
/// <param name="Points">The size in points.</param>
/// <param name="Scale">The width of the letters in percent of their own.</param>
internal sealed record OrganName(IReadOnlyList<string> Lines, int Points, int Scale)
{
    private const int MastheadPoints = 36;
    private const int LeastMastheadPoints = 26;
    private const int SignaturePoints = 16;
    private const int Narrowest = 66;
    private const int NarrowestOfSignature = 78;

    // Behind these a name may be parted: 示范区规划和自然资源局｜不动产登记中心.
    private const string Ends = "省市区县旗州盟乡镇局厅委会院署处室办";

    /// <summary>In a masthead of so many points' width.</summary>
    public static OrganName InMasthead(string name, double width) =>
        OnOneLine([name], width) ?? OnOneLine(Halves(name), width)
        ?? new OrganName(Halves(name), Math.Max(8, (int)(width * 100 / Narrowest / Widest(Halves(name)))), Narrowest);

    /// <summary>Above the date, where a line has so many characters.</summary>
    public static OrganName InSignature(string name, double characters)
    {
        var lines = Widest([name]) * NarrowestOfSignature <= characters * 100 ? [name] : Halves(name);
        var scale = Math.Clamp((int)(characters * 100 / Widest(lines)), 50, 100);
        return new OrganName(lines, SignaturePoints, scale);
    }

    /// <summary>The width of its longest line as it is set, in full-width characters.</summary>
    public double Characters => Widest(Lines) * Scale / 100;

    private static OrganName? OnOneLine(IReadOnlyList<string> lines, double width)
    {
        var widest = Widest(lines);
        var points = Math.Min(MastheadPoints, (int)(width * 100 / Narrowest / widest));
        return points < LeastMastheadPoints ? null : new OrganName(lines, points, Math.Min(100, (int)(width * 100 / (points * widest))));
    }

    private static double Widest(IReadOnlyList<string> lines) => Math.Max(1, lines.Max(PageGeometry.Width));

    // At the end of a word where one lies near the middle; a surrogate pair is never parted.
    private static IReadOnlyList<string> Halves(string name)
    {
        var breaks = Enumerable.Range(1, Math.Max(0, name.Length - 1)).Where(place => !char.IsLowSurrogate(name[place])).ToList();
        if (breaks.Count == 0)
        {
            return [name];
        }

        var at = breaks.MinBy(place => Math.Abs(PageGeometry.Width(name[..place]) - PageGeometry.Width(name[place..]))
            + (Ends.Contains(name[place - 1], StringComparison.Ordinal) && !Ends.Contains(name[place], StringComparison.Ordinal) ? 0 : 5));
        return [name[..at], name[at..]];
    }
}
