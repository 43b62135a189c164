using Disclosure.Cases.Agencies;
using Disclosure.Cases.Documents.Layout;
using Disclosure.Cases.Documents.Model;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>GB/T 9704-2012 in twips (1/20 pt; 1 mm = 56.693): A4, type area 156 × 225 mm, 22 lines of 28 characters of 16 pt.</summary>
internal static class PageGeometry
{
    public const int PageWidth = 11906;
    public const int PageHeight = 16838;
    public const int Top = 2098;
    public const int Left = 1587;
    public const int Right = 1474;
    public const int Bottom = 1984;
    public const int TypeAreaWidth = PageWidth - Left - Right;

    /// <summary>The masthead's top stands 30 mm below the page's edge.</summary>
    public const int HeaderDistance = 1701;

    /// <summary>The lower double rule stands 20 mm above the page's foot.</summary>
    public const int FooterDistance = 1134;

    /// <summary>225 mm / 22, rounded down so that the 22nd line still fits.</summary>
    public const int LinePitch = 579;

    /// <summary>28 characters of 16 pt are wider than 156 mm: each is set tighter by this many 4096ths of a point.</summary>
    public const int CharSpace = -846;

    /// <summary>The same in twentieths of a point, rounded so that the 28th character still fits everywhere.</summary>
    public const int CharTightening = -6;

    /// <summary>One character of 16 pt.</summary>
    public const int Char = 320;

    /// <summary>How wide a line is in full-width characters, as it is set in a Chinese font.</summary>
    public static double Width(string text)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += rune.Value < 0x2E80 && rune.Value is not (0x2018 or 0x2019 or 0x201C or 0x201D or 0x2014 or 0x2026) ? 0.5 : 1;
        }

        return width;
    }

    /// <summary>So many characters the organ's name may have above the date.</summary>
    public const double SignatureWidth = 26;

    /// <summary>Right indents, in hundredths of a character, that set the organ's name and the date centred on each other.</summary>
    /// <param name="organ">The width of the organ's name, in characters.</param>
    /// <param name="date">The date.</param>
    /// <remarks>
    /// GB/T 9704-2012, 7.3.5.1: the date ends four characters from the right, the organ is centred on it, the seal goes over both.
    /// </remarks>
    public static (int Organ, int Date) SignatureIndents(double organ, string date)
    {
        const int FromTheRight = 400;
        const int Least = 100;
        var difference = (int)Math.Round((organ - Width(date)) / 2 * 100);
        var atOrgan = FromTheRight - difference;
        return atOrgan >= Least ? (atOrgan, FromTheRight) : (Least, Least + difference);
    }

    /// <summary>How the masthead's name is set: on 170 mm in a letter, on the type area in a document; null where there is none.</summary>
    public static OrganName? Masthead(LetterDocument letter)
    {
        const double LetterPoints = 475;
        const double DocumentPoints = 436;
        return letter.Masthead is { } kind
            ? OrganName.InMasthead(letter.Organ.Text, kind == MastheadKind.Letter ? LetterPoints : DocumentPoints)
            : null;
    }
}
