using Disclosure.Cases.Documents.Filling;
using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Documents.Typography;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Layout;

/// <summary>One outcome of a letter: the letter that it would be alone, with its template in its variant.</summary>
/// <param name="Items">The items it is about, by their place in the application; empty where they are all.</param>
internal sealed record LetterSectionInVariant(Letter Alone, EffectiveTemplate Effective, IReadOnlyList<int> Items);

/// <summary>Makes a letter up: the filled body, and around it what every letter has, once for all templates.</summary>
internal static class LetterComposer
{
    private const string NumberToCome = DraftMarks.Number;
    private const string DateToCome = DraftMarks.Date;

    /// <param name="templates">The catalogue.</param>
    /// <param name="sections">What it says of each outcome, each with its template in its variant; one where all
    /// items have the same.</param>
    /// <param name="letter">The letter; judged before, unless this is a preview.</param>
    /// <param name="preview">Whether what is missing shows as a mark.</param>
    public static LetterDocument Compose(
        IReplyTemplates templates, IReadOnlyList<LetterSectionInVariant> sections, Letter letter, bool preview)
    {
        var principal = sections.First(section => section.Alone.TemplateCode == letter.TemplateCode
            && section.Alone.Variant == letter.Variant);
        var template = principal.Effective.Template;
        var tokens = new Tokens();
        var head = new LetterValues(templates, tokens, preview).Of(principal.Effective, principal.Alone with { Case = letter.Case });
        var bound = sections.Count == 1
            ? [head]
            : sections.Select(section => new LetterValues(templates, tokens, preview).Of(section.Effective, section.Alone)).ToList();
        var blocks = sections.Count == 1
            ? BodyParser.Parse(BodyFiller.Fill(principal.Effective, head), tokens).ToList()
            : [
                .. BodyParser.Parse(BodyFiller.Fill(principal.Effective, head, BodyScope.Opening), tokens),
                .. Sections(sections, bound, tokens),
            ];
        IReadOnlyList<Inline>? addressee = null;
        if (!template.IsForm && blocks is [Paragraph first, ..])
        {
            addressee = first.Runs;
            blocks.RemoveAt(0);
        }

        if (!template.IsForm)
        {
            blocks.AddRange(Closing(templates, sections, letter, tokens, preview));
        }

        return new LetterDocument
        {
            Masthead = template.IsForm ? null : letter.Agency.Masthead,
            Organ = Punctuation.Of([tokens.Runs($"{head["agency"]}")[0]])[0],
            Number = template.Series is null || template.IsForm ? null
                : letter.Number is { } number ? new Inline(number)
                : new Inline(NumberToCome, InlineKind.Draft),
            Title = sections.Count == 1 ? template.Title : Letter.TitleOfSeveral,
            Addressee = addressee is null ? null : Punctuation.Of(addressee),
            Body = [.. blocks.Select(Punctuated)],
            Attachments = [.. sections.SelectMany((section, index) => Attachments(section.Effective.Template, bound[index], tokens))
                .Select(Punctuation.OfAttachment)],
            DecidedOn = template.IsForm ? null
                : letter.DecidedOn is { } day ? new Inline(PrintedDate.Of(day))
                : new Inline(DateToCome, InlineKind.Draft),
        };
    }

    private static Block Punctuated(Block block) => block switch
    {
        Paragraph paragraph => paragraph with { Runs = Punctuation.OfParagraph(paragraph.Runs) },
        Heading heading => heading with { Runs = Punctuation.Of(heading.Runs) },
        ItemList list => new ItemList([.. list.Items.Select(Punctuation.Of)]),
        Table table => new Table([.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(Punctuation.Of)] })]),
        _ => block,
    };

    private static IEnumerable<Inline> Attachments(ReplyTemplate template, Dictionary<string, object?> bound, Tokens tokens) =>
        template.Facts.Any(fact => fact is { Key: "attachments", Kind: FactKind.List }) && bound["attachments"] is List<Token> list
            ? list.Select(token => tokens.Runs(token.ToString())[0])
            : [];

    // 一、关于第1项、第3项申请内容: what is a heading in a section is one level below the section's own.
    private static IEnumerable<Block> Sections(
        IReadOnlyList<LetterSectionInVariant> sections, List<Dictionary<string, object?>> bound, Tokens tokens)
    {
        for (var index = 0; index < sections.Count; index++)
        {
            var items = string.Join("、", sections[index].Items.Select(item => FormattableString.Invariant($"第{item}项")));
            yield return new Heading([new Inline($"关于{items}申请内容")], index + 1);
            foreach (var block in BodyParser.Parse(BodyFiller.Fill(sections[index].Effective, bound[index], BodyScope.Section), tokens))
            {
                yield return block is Heading heading ? heading with { Level = 2 } : block;
            }
        }
    }

    private static IReadOnlyList<string> Remedies(
        IReplyTemplates templates, IReadOnlyList<LetterSectionInVariant> sections, Letter letter, LetterAgency said) =>
        sections.Count == 1
            ? RemedyParagraphs.For(
                sections[0].Effective.Remedy, letter.DecidedOn, said, WithheldPart.Grounds(templates, sections[0].Alone.Facts))
            : RemedyParagraphs.ForSections(
                [.. sections.Select(section => (section.Effective.Remedy, WithheldPart.Grounds(templates, section.Alone.Facts)))],
                letter.DecidedOn, said, ChineseOrdinals.Of);

    // The remedies and the contact line. The agency's words go in as tokens, so that they stay words.
    private static IEnumerable<Block> Closing(
        IReplyTemplates templates, IReadOnlyList<LetterSectionInVariant> sections, Letter letter, Tokens tokens, bool preview)
    {
        var agency = letter.Agency;
        string? Say(string? text, string label) =>
            PrintedText.IsBlank(text)
                ? (preview ? tokens.Add(FactBinding.Missing(label)).ToString() : null)
                : tokens.Text(TypedText.Line(text!)).ToString();

        var said = agency with
        {
            ReconsiderationOrgan = Say(agency.ReconsiderationOrgan, "行政复议机关"),
            ReconsiderationAddress = Say(agency.ReconsiderationAddress, "行政复议机关地址"),
            Court = Say(agency.Court, "人民法院"),
        };
        if (letter.Case.Replaces is { } replaced && sections[0].Effective is { Effect: ServiceEffect.Answers or ServiceEffect.Closes })
        {
            yield return new Paragraph(
                tokens.Runs($"本机关于{PrintedDate.Of(replaced.DecidedOn)}作出的答复（{tokens.Text(replaced.Number)}）由本告知书代替。")) { IsFixed = true };
        }

        foreach (var paragraph in Remedies(templates, sections, letter, said))
        {
            yield return new Paragraph(tokens.Runs(paragraph)) { IsFixed = true };
        }

        var office = PrintedText.IsBlank(agency.Office) ? agency.Name : agency.Office;
        yield return Contact($"联系单位：{Say(office, "政府信息公开工作机构")}");
        yield return Contact($"联系电话：{Say(agency.Phone, "联系电话")}");
        yield return Contact($"联系地址：{Say(agency.Address, "地址")}");
        if (!PrintedText.IsBlank(agency.Postcode))
        {
            yield return Contact($"邮政编码：{Say(agency.Postcode, "邮政编码")}");
        }

        // A line each, so that no number is broken or parted from its name; together above the signature.
        Paragraph Contact(string line) => new(tokens.Runs(line), StaysWithNext: true);
    }
}
