using Disclosure.Cases.Documents.Filling;
using Disclosure.Cases.Documents.Layout;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Table = Disclosure.Cases.Documents.Model.Table;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>The tables of forms, and the room in them for what is written by hand.</summary>
public sealed class FormTableTests
{
    [Test]
    public void Row_WithNothingInIt_IsALineMoreInTheRowBefore()
    {
        var table = (Table)BodyParser.Parse("| 意见 | |\n| | |\n| | |\n| 日期 | 今天 |", new Tokens()).Single();
        Assert.That(table.Rows.Select(row => (row.Cells[0][0].Text, row.LinesToFillIn)), Is.EqualTo(new[] { ("意见", 3), ("日期", 1) }));
    }

    [Test]
    public void Row_WithNothingInItAndNoneBefore_IsARow() =>
        Assert.That(((Table)BodyParser.Parse("| | |", new Tokens()).Single()).Rows, Has.Count.EqualTo(1));

    [Test]
    public void OpinionSlip_OnPaper_HasRoomToWrite()
    {
        var slip = Samples.Read("opinion-slip");
        using var document = WordprocessingDocument.Open(new MemoryStream(Samples.Letters.ToDocx(slip)), false);
        var rows = document.MainDocumentPart!.Document.Descendants<WordRow>().ToDictionary(
            row => row.Elements<TableCell>().First().InnerText, row => row.Descendants<TableRowHeight>().Single().Val!.Value);
        Assert.That(rows["不公开的理由（可另附页）"], Is.GreaterThanOrEqualTo(8 * 400));
        Assert.That(rows["不公开的内容（可另附页）"], Is.GreaterThanOrEqualTo(4 * 400));
        Assert.That(rows["签名或者盖章"], Is.GreaterThanOrEqualTo(3 * 400));
        Assert.That(Samples.Letters.ToHtml(slip), Does.Contain("<td>不公开的理由（可另附页）</td><td><br><br>"));
    }
}
