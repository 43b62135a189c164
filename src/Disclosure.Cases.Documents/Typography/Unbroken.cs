using System.Text.RegularExpressions;

namespace Disclosure.Cases.Documents.Typography;

/// <summary>
/// Telephone numbers, which no line may break: their hyphens and blanks are the ones that do not break. Digits in a row, as of a
/// postcode, are never parted.
/// </summary>
internal static partial class Unbroken
{
    /// <summary>The text in pieces; those that are telephone numbers are marked.</summary>
    public static IEnumerable<(string Text, bool IsNumber)> Pieces(string text)
    {
        var end = 0;
        foreach (Match number in Telephone().Matches(text))
        {
            if (number.Index > end)
            {
                yield return (text[end..number.Index], false);
            }

            yield return (number.Value, true);
            end = number.Index + number.Length;
        }

        if (end < text.Length)
        {
            yield return (text[end..], false);
        }
    }

    // 023-12345678, 023 1234 5678, (023)12345678-801, 138-0013-8000, +86 23 …; a day (2025-11-20) is none.
    [GeneratedRegex(@"(?<![0-9A-Za-z\-/.])(?![12][0-9]{3}-[0-9]{1,2}-[0-9]{1,2}(?![0-9]))"
        + @"(?:\+[0-9]{1,3}[- ]?|\(0[0-9]{2,3}\)[- ]?|(?=[01489]))[0-9]{2,12}(?:[- ][0-9]{3,8})*(?<=[0-9\-\x20()+]{7,})(?![0-9A-Za-z])")]
    private static partial Regex Telephone();
}
