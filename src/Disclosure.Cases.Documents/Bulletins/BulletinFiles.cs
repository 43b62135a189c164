using Disclosure.Cases.Bulletins;
using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Documents.Model;

namespace Disclosure.Cases.Documents.Bulletins;

/// <summary>A quarterly bulletin as a document.</summary>
public sealed class BulletinFiles : IBulletinFiles
{
    /// <inheritdoc/>
    public byte[] ToDocx(
        BulletinFigures figures, IReadOnlyDictionary<BulletinPart, string> parts, string organ, string tabledBy, DateOnly on,
        string? number)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var day = new Inline(Texts.Say(Texts.Chinese, "bulletin.day", on));
        var headings = 0;
        return DocxWriter.Write(new LetterDocument
        {
            Masthead = null,
            Organ = new Inline(organ),
            Number = number is null ? new Inline("（印发时编号）", InlineKind.Draft) : new Inline(number),
            Title = Bulletin.TitleOf(figures.Quarter(), Texts.Chinese),
            Addressee = [new Inline(BulletinSection.Recipients(parts, Texts.Chinese)), new Inline("：")],
            Body =
            [
                .. BulletinSection.Of(figures, parts, Texts.Chinese).SelectMany(section => (IEnumerable<Block>)
                [
                    .. section.Title is { } title ? [new Heading([new Inline(title)], ++headings)] : Array.Empty<Block>(),
                    .. section.Paragraphs.Select(paragraph => new Paragraph(paragraph)),
                    .. section.Table is { } table ? [new FigureTable(table)] : Array.Empty<Block>(),
                ]),
                new Paragraph(Texts.Say(Texts.Chinese, "bulletin.tabledBy", tabledBy, on)),
            ],
            Attachments = [],
            DecidedOn = number is null ? day with { Kind = InlineKind.Draft } : day,
        });
    }
}
