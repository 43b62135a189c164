using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Cases.DocumentLifecycle;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>A piece of a letter's HTML that ends with a paragraph, where something about it can stand.</summary>
/// <param name="Html">The markup up to there.</param>
/// <param name="Paragraph">The paragraph's place in the letter, from 0; null for what comes after the last one.</param>
internal sealed record LetterPiece(string Html, int? Paragraph);

/// <summary>
/// A letter on the screen, paragraph by paragraph: what a reviewer marks, and what was marked. It reads the letter's own
/// HTML, in which every text is encoded, so that a letter made here and one finished in Word have their paragraphs alike.
/// </summary>
internal static partial class MarkedLetter
{
    /// <summary>The paragraphs as they read.</summary>
    public static IReadOnlyList<string> Paragraphs(string html) => [.. Found(html).Select(TextOf)];

    /// <summary>The letter in pieces, each ending where a remark on its paragraph may stand.</summary>
    public static IEnumerable<LetterPiece> Pieces(string html)
    {
        var from = 0;
        var place = 0;
        foreach (var paragraph in Found(html))
        {
            // An item and a cell keep the remark within them; a paragraph has it after.
            var to = paragraph.Groups["tag"].Value is "li" or "td"
                ? paragraph.Groups["inner"].Index + paragraph.Groups["inner"].Length
                : paragraph.Index + paragraph.Length;
            yield return new LetterPiece(html[from..to], place++);
            from = to;
        }

        yield return new LetterPiece(html[from..], null);
    }

    /// <summary>The letter with the marked passages shown, numbered as they are listed.</summary>
    public static string Mark(string html, IReadOnlyList<PassageMark> marks)
    {
        var paragraphs = Paragraphs(html);
        var spans = marks.Select((mark, index) => (Place: mark.PlaceIn(paragraphs), mark.Quote, Number: index + 1))
            .Where(mark => mark.Place is not null)
            .Select(mark => (
                Place: mark.Place!.Value,
                From: paragraphs[mark.Place.Value].IndexOf(mark.Quote, StringComparison.Ordinal),
                mark.Quote.Length,
                mark.Number))
            .ToLookup(mark => mark.Place);
        var marked = new StringBuilder();
        var (from, place) = (0, 0);
        foreach (var paragraph in Found(html))
        {
            var inner = paragraph.Groups["inner"];
            marked.Append(html, from, inner.Index - from)
                .Append(Inner(inner.Value, [.. spans[place++].Select(span => (span.From, span.From + span.Length, span.Number))]));
            from = inner.Index + inner.Length;
        }

        return marked.Append(html, from, html.Length - from).ToString();
    }

    // A mark is closed before each tag and opened again after it, so that the two never cross.
    private static string Inner(string inner, IReadOnlyList<(int From, int To, int Number)> spans)
    {
        var html = new StringBuilder();
        var (at, isOpen) = (0, false);
        foreach (Match token in Token().Matches(inner))
        {
            var isTag = token.ValueSpan[0] == '<';
            var isMarked = !isTag && spans.Any(span => span.From <= at && at < span.To);
            if (isOpen != isMarked)
            {
                html.Append(isMarked ? "<mark class=\"passage\">" : "</mark>");
                isOpen = isMarked;
            }

            html.Append(token.Value);
            if (!isTag)
            {
                at += WebUtility.HtmlDecode(token.Value).Length;
                foreach (var (_, _, number) in spans.Where(span => span.To == at))
                {
                    html.Append($"<sup class=\"passage-number\">{number}</sup>");
                }
            }
        }

        return html.Append(isOpen ? "</mark>" : "").ToString();
    }

    private static IEnumerable<Match> Found(string html) =>
        Paragraph().Matches(html).Where(paragraph => !string.IsNullOrWhiteSpace(TextOf(paragraph)));

    private static string TextOf(Match paragraph) => WebUtility.HtmlDecode(Tag().Replace(paragraph.Groups["inner"].Value, ""));

    [GeneratedRegex("<(?<tag>p|li|td|h1|h2|h3)( [^>]*)?>(?<inner>.*?)</\\k<tag>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Paragraph();

    [GeneratedRegex("<sup class=\"passage-number\">[0-9]+</sup>|<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<[^>]*>|&[^;]+;|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
