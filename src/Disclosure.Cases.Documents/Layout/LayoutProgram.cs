namespace Disclosure.Cases.Documents.Layout;

/// <summary>What programs differ in when they lay a letter out, with the fonts that they have.</summary>
/// <param name="LatinWidth">The width of Latin letters and digits, in shares of a full-width letter.</param>
/// <param name="LatinGap">The room between them and the Chinese beside them, in such shares.</param>
/// <param name="MastheadReach">How far the letter's masthead in the header reaches into the type area of page one, in twips.</param>
internal sealed record LayoutProgram(double LatinWidth, double LatinGap, int MastheadReach)
{
    /// <summary>Word and WPS with 仿宋: half as wide, without a gap, as the styles say.</summary>
    public static readonly LayoutProgram Word = new(0.49, 0, 745);

    /// <summary>LibreOffice without 仿宋: digits of another font, with a gap whatever the styles say (measured with 7.4).</summary>
    public static readonly LayoutProgram LibreOffice = new(0.63, 0.2, 1000);
}
