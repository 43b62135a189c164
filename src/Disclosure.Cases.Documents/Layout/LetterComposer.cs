using System.Text.Json.Nodes;
using Disclosure.Cases.Documents.Filling;
using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Layout;

/// <summary>Makes a letter up: the filled body, and around it what every letter has, once for all templates.</summary>
internal static class LetterComposer
{
    private const string NumberToCome = DraftMarks.Number;
    private const string DateToCome = DraftMarks.Date;

    /// <summary>The document.</summary>
    /// <param name="effective">The template in the letter's variant.</param>
    /// <param name="letter">The letter; judged before, unless this is a preview.</param>
    /// <param name="preview">Whether what is missing shows as a mark.</param>
    public static LetterDocument Compose(EffectiveTemplate effective, Letter letter, bool preview)
    {
        var template = effective.Template;
        var tokens = new Tokens();
        var values = new LetterValues(tokens, preview).Of(effective, letter);
        var blocks = BodyParser.Parse(BodyFiller.Fill(effective, values), tokens).ToList();
        IReadOnlyList<Inline>? addressee = null;
        if (!template.IsForm && blocks is [Paragraph first, ..])
        {
            addressee = first.Runs;
            blocks.RemoveAt(0);
        }

        if (!template.IsForm)
        {
            blocks.AddRange(Closing(effective, letter, tokens, preview));
        }

        return new LetterDocument
        {
            Masthead = template.IsForm ? null : letter.Agency.Masthead,
            Organ = tokens.Runs($"{values["agency"]}")[0],
            Number = template.Series is null || template.IsForm ? null
                : letter.Number is { } number ? new Inline(number)
                : new Inline(NumberToCome, InlineKind.Draft),
            Title = template.Title,
            Addressee = addressee,
            Body = blocks,
            Attachments = Attachments(values),
            DecidedOn = template.IsForm ? null
                : letter.DecidedOn is { } day ? new Inline(PrintedDate.Of(day))
                : new Inline(DateToCome, InlineKind.Draft),
        };

        IReadOnlyList<Inline> Attachments(Dictionary<string, object?> bound) =>
            template.Facts.Any(fact => fact is { Key: "attachments", Kind: FactKind.List }) && bound["attachments"] is List<Token> list
                ? [.. list.Select(token => tokens.Runs(token.ToString())[0])]
                : [];
    }

    // The remedies and the contact line. The agency's words go in as tokens, so that they stay words.
    private static IEnumerable<Block> Closing(EffectiveTemplate effective, Letter letter, Tokens tokens, bool preview)
    {
        var agency = letter.Agency;
        string? Say(string? text, string label) =>
            PrintedText.IsBlank(text) ? (preview ? tokens.Add(FactBinding.Missing(label)).ToString() : null) : tokens.Text(TypedText.Line(text!)).ToString();

        var said = agency with
        {
            ReconsiderationOrgan = Say(agency.ReconsiderationOrgan, "行政复议机关"),
            ReconsiderationAddress = Say(agency.ReconsiderationAddress, "行政复议机关地址"),
            Court = Say(agency.Court, "人民法院"),
        };
        if (letter.Case.Replaces is { } replaced && effective is { Effect: ServiceEffect.Answers or ServiceEffect.Closes })
        {
            yield return new Paragraph(tokens.Runs($"本机关{PrintedDate.Of(replaced.DecidedOn)}作出的{tokens.Text(replaced.Number)}，由本告知书代替。")) { IsFixed = true };
        }

        foreach (var paragraph in RemedyParagraphs.For(effective.Remedy, letter.DecidedOn, said, LetterGrounds.Of(effective, letter)))
        {
            yield return new Paragraph(tokens.Runs(paragraph)) { IsFixed = true };
        }

        var postcode = PrintedText.IsBlank(agency.Postcode) ? "" : $"（邮政编码：{tokens.Text(agency.Postcode!)}）";
        var office = PrintedText.IsBlank(agency.Office) ? agency.Name : agency.Office;
        yield return new Paragraph(tokens.Runs(
            $"联系单位：{Say(office, "政府信息公开工作机构")}；联系电话：{Say(agency.Phone, "联系电话")}；地址：{Say(agency.Address, "地址")}{postcode}。"));
    }
}
