using System.Text.RegularExpressions;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Linting;

/// <summary>
/// The shape of a letter's wording: to whom it goes comes first, and within what a section of a longer letter can go without.
/// </summary>
internal static partial class WordingRules
{
    public static void Judge(ReplyTemplate template, TemplateText text, FaultList faults)
    {
        foreach (var (line, index) in text.Whole.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (line, index)))
        {
            if (PrintedText.Unprintable(line) is { } unprintable)
            {
                faults.Add(index + 1, unprintable.Code, [.. unprintable.Arguments]);
            }

            if (RemedyWords.In(Quoted().Replace(line, "")) is [var remedy, ..])
            {
                faults.Add(index + 1, "lint.ownRemedy", remedy);
            }
        }

        var body = text.Body.TrimStart();
        var first = text.BodyLine + text.Body.AsSpan(0, text.Body.Length - body.Length).Count('\n');
        if (template.IsForm)
        {
            // Without an addressee the layout leaves out masthead, number, remedy, signature and date.
            if (template.Series is not null)
            {
                faults.Add(first, "lint.noAddressee");
            }

            return;
        }

        var openings = Opening().Matches(body);
        if (template.Kind == TemplateKind.Substantive && openings.Count != 1)
        {
            faults.Add(first, "lint.noOpening");
        }

        var start = body;
        if (openings.Count > 0)
        {
            if (openings[0].Index != 0 || !openings[0].Value.Contains("{{addressee}}", StringComparison.Ordinal))
            {
                faults.Add(first, "lint.openingNotFirst");
            }

            start = body[..openings[0].Index] + openings[0].Groups["inside"].Value.TrimStart();
        }

        if (WithholdingGround.Find(template.Code) is not null && !template.SpeaksOfParts)
        {
            faults.Advise("facts", "lint.noPart");
        }

        if (!start.StartsWith("{{addressee}}：\n\n", StringComparison.Ordinal))
        {
            faults.Add(first, "lint.addresseeNotFirst");
        }
    }

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{\{#opening\}\}(?<inside>.*?)\{\{/opening\}\}", RegexOptions.Singleline)]
    private static partial Regex Opening();
}
