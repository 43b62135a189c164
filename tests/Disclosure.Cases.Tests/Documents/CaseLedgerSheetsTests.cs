using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Documents.Spreadsheets;
using Disclosure.Cases.Reporting;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>The ledger as a spreadsheet, as a program opens it.</summary>
public sealed class CaseLedgerSheetsTests
{
    private static readonly LedgerRow Answered = new(
        "示范府依申请〔2025〕1号", "示范区人民政府", "张三、𠮷林律师事务所", ApplicantKind.NaturalPerson, Channel.SignedPost, "2024年度部门预算；\n会议纪要",
        new DateOnly(2025, 9, 22), new DateOnly(2025, 9, 23), CaseStage.Answered, "王承办",
        new DateOnly(2025, 10, 24), new DateOnly(2025, 10, 27), ReplyTimeliness.Late,
        [
            new LedgerReply(TemplateCodes.NotExisting, 1, "示范府依申请复〔2025〕1号"),
            new LedgerReply(TemplateCodes.Disclosed, 2, "示范府依申请复〔2025〕2号"),
            new LedgerReply(TemplateCodes.ClosingNotice, 1, null),
        ],
        "(四)1", 2)
    {
        Reviews = [new LedgerReview("林某", new DateOnly(2025, 10, 20)), new LedgerReview("赵某", new DateOnly(2025, 10, 21))],
        Doubts = [ReasonToDoubt.VoidedWhenOverdue, ReasonToDoubt.VoidedAfterService],
    };

    private static readonly LedgerRow Unconfirmed = new(
        "示范府依申请〔2025〕2号", "示范区人民政府", "李四", ApplicantKind.Other, Channel.Internet, "", new DateOnly(2025, 12, 31),
        null, CaseStage.AwaitingConfirmation, "", null, null, null, [], null, 0);

    [Test]
    public async Task Sheet_OfCases_HoldsTextsAsTextsAndDaysAsDays()
    {
        using var document = await Open(Answered, Unconfirmed);
        Assert.Multiple(() =>
        {
            Assert.That(Lines(document), Is.EqualTo(new[]
            {
                new[]
                {
                    "登记号", "机关", "申请人", "申请人类别", "渠道", "申请内容", "到达之日", "收到之日", "环节",
                    "承办人", "答复期限", "答复之日", "是否按期", "处理结果", "年报表三", "答复文号", "督办次数",
                    "公开审查", "存疑事项",
                },
                [
                    "示范府依申请〔2025〕1号", "示范区人民政府", "张三、𠮷林律师事务所", "自然人", "邮寄（需签收）",
                    "2024年度部门预算；\n会议纪要", "[2025-09-22]", "[2025-09-23]", "已答复", "王承办",
                    "[2025-10-24]", "[2025-10-27]", "逾期答复", "政府信息不存在告知书；政府信息公开告知书；政府信息公开申请终止办理告知书",
                    "(四)1", "示范府依申请复〔2025〕1号；示范府依申请复〔2025〕2号", "[2]",
                    "林某（2025年10月20日）；赵某（2025年10月21日）", "逾期后作废；文书送达后作废",
                ],
                [
                    "示范府依申请〔2025〕2号", "示范区人民政府", "李四", "其他", "网络提交", "", "[2025-12-31]", "", "待确认收到",
                    "", "", "", "", "", "", "", "[0]", "", "",
                ],
            }));
            Assert.That(
                new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)
                    .Select(finding => $"{finding.Path?.XPath}: {finding.Description}"),
                Is.Empty);
        });
    }

    [Test]
    public async Task Sheet_Opened_KeepsItsHeadingsInSightAndOnEachPage()
    {
        using var document = await Open("2025年 台账 R&D", Answered, Unconfirmed);
        var sheet = Sheet(document);
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(
                (pane.State!.Value, pane.VerticalSplit!.Value, pane.TopLeftCell!.Value),
                Is.EqualTo((PaneStateValues.Frozen, 1d, "A2")));
            Assert.That(sheet.GetFirstChild<AutoFilter>()!.Reference!.Value, Is.EqualTo("A1:S3"));
            Assert.That(document.WorkbookPart!.Workbook.DefinedNames!.Single().InnerText, Is.EqualTo("'台账'!$1:$1"));
            Assert.That(sheet.Descendants<OddHeader>().Single().Text, Is.EqualTo("&L2025年 台账 R&&D"));
            Assert.That(document.PackageProperties.Title, Is.EqualTo("2025年 台账 R&D"));
            Assert.That(sheet.Descendants<Column>().Select(column => column.Width!.Value), Has.Exactly(19).Items.And.All.InRange(10, 60));
        });
    }

    [TestCase("", 1)]
    [TestCase("一二三四五六七八九十一二三四五六七八九十一二三四五六", 1, Description = "52 of the 53 digits that there is room for")]
    [TestCase("一二三四五六七八九十一二三四五六七八九十一二三四五六七", 2)]
    [TestCase("11111111111111111111111111111111111111111111111111111", 1)]
    [TestCase("111111111111111111111111111111111111111111111111111111", 2)]
    [TestCase("一\n\n三", 3)]
    [TestCase("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13", 12, Description = "more would be a page of one case")]
    public async Task Line_ByWhatIsAskedFor_IsAsHighAsItNeeds(string requested, int lines)
    {
        using var document = await Open(Unconfirmed with { Requested = requested });
        Assert.That(Sheet(document).Descendants<Row>().ElementAt(1).Height!.Value, Is.EqualTo(15 * lines));
    }

    [Test]
    public async Task Sheet_WithoutCases_IsItsHeadings()
    {
        using var document = await Open();
        Assert.That(Lines(document), Has.Count.EqualTo(1));
        Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document), Is.Empty);
    }

    [TestCase("=HYPERLINK(\"http://example.com\",\"x\")")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("@SUM(A1)")]
    [TestCase(" \t=1+1")]
    [TestCase("\n=cmd|' /C calc'!A0")]
    public async Task Text_ThatLooksLikeAFormula_StaysATextEvenOnceItIsEdited(string typed)
    {
        using var document = await Open(Answered with { Requested = typed });
        var cell = Sheet(document).Descendants<Cell>().Single(cell => cell.CellReference == "F2");
        var format = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()
            .ElementAt((int)cell.StyleIndex!.Value);
        Assert.Multiple(() =>
        {
            Assert.That((cell.DataType!.Value, cell.InnerText), Is.EqualTo((CellValues.InlineString, typed)));
            Assert.That(format.QuotePrefix!.Value, Is.True);
            Assert.That(Sheet(document).Descendants<CellFormula>(), Is.Empty);
        });
    }

    [TestCase("</t></is></c><c><f>1+1</f></c>", "</t></is></c><c><f>1+1</f></c>")]
    [TestCase("]]>&amp;&#x41;<!--", "]]>&amp;&#x41;<!--")]
    [TestCase("𠮷👨‍👩‍👧", "𠮷👨‍👩‍👧")]
    [TestCase(" 空格 ", " 空格 ")]
    [TestCase("_x0041_ _x000D_ _x41_", "_x005F_x0041_ _x005F_x000D_ _x41_")]
    public async Task Text_OfAnyKind_StandsInItsCellAndBreaksNothing(string typed, string written)
    {
        using var document = await Open(Answered with { Applicants = typed });
        Assert.Multiple(() =>
        {
            Assert.That(Sheet(document).Descendants<Cell>().Single(cell => cell.CellReference == "C2").InnerText, Is.EqualTo(written));
            Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document), Is.Empty);
            Assert.That(Lines(document)[1], Has.Length.EqualTo(19));
        });
    }

    [Test]
    public async Task Text_WithWhatXmlCannotCarry_IsWrittenWithoutIt()
    {
        var typed = new string(
            ['前', '\uD842', '后', '\uDFB7', '\0', '\u0001', '\u000B', '\uFFFE', '\uFFFF', '\r', '\n', '\u2028', '\t', '完']);
        using var document = await Open(Answered with { Applicants = typed });
        Assert.That(Lines(document)[1][2], Is.EqualTo("前\uFFFD后\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\n\n\t完"));
    }

    [TestCase("", CellText.Most)]
    [TestCase("字", CellText.Most - 1)]
    public async Task Text_LongerThanACell_IsCutBetweenCharacters(string start, int length)
    {
        using var document = await Open(Answered with { Requested = start + string.Concat(Enumerable.Repeat("𠮷", 20_000)) });
        var written = Lines(document)[1][5];
        Assert.Multiple(() =>
        {
            Assert.That(written, Has.Length.EqualTo(length).And.EndsWith("𠮷…"));
            Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document), Is.Empty);
        });
    }

    [Test]
    public async Task Sheet_OfTheSameCases_HasTheSameBytes()
    {
        var once = await Bytes("台账", [Answered]);
        Assert.That(await Bytes("台账", [Answered]), Is.EqualTo(once));
    }

    // A hundred megabytes of lines, which are next to nothing in a zip.
    [Test]
    [NonParallelizable]
    public async Task Sheet_OfManyCases_IsNeverInMemoryAsAWhole()
    {
        const int Rows = 10_000;
        var row = Answered with { Requested = new string('长', 10_000) };
        var (before, most) = (0L, 0L);
        async IAsyncEnumerable<LedgerRow> Many()
        {
            for (var index = 0; index < Rows; index++)
            {
                if (index % 1000 == 0)
                {
                    var used = GC.GetTotalMemory(forceFullCollection: true);
                    (before, most) = index == 0 ? (used, used) : (before, Math.Max(most, used));
                    await Task.Yield();
                }

                yield return row;
            }
        }

        var bytes = await new CaseLedgerSheets(Samples.Templates).ToXlsx("台账", Many(), CancellationToken.None);
        Assert.That(bytes, Has.Length.LessThan(5_000_000));
        Assert.That(most - before, Is.LessThan(20_000_000));
    }

    private static Task<SpreadsheetDocument> Open(params LedgerRow[] rows) => Open("台账", rows);

    private static async Task<SpreadsheetDocument> Open(string title, params LedgerRow[] rows) =>
        SpreadsheetDocument.Open(new MemoryStream(await Bytes(title, rows)), isEditable: false);

    private static Task<byte[]> Bytes(string title, LedgerRow[] rows) =>
        new CaseLedgerSheets(Samples.Templates).ToXlsx(title, rows.ToAsyncEnumerable(), CancellationToken.None);

    private static Worksheet Sheet(SpreadsheetDocument document) => document.WorkbookPart!.WorksheetParts.Single().Worksheet;

    // What stands in the cells, by their places; what is a number or a day, in brackets and as its format shows it.
    private static List<string[]> Lines(SpreadsheetDocument document)
    {
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        string Shown(Cell cell) => cell.DataType?.Value == CellValues.InlineString || cell.InnerText.Length == 0 ? cell.InnerText
            : formats[(int)cell.StyleIndex!.Value].NumberFormatId!.Value >= 164
            ? $"[{DateTime.FromOADate(int.Parse(cell.InnerText)):yyyy-MM-dd}]"
            : $"[{int.Parse(cell.InnerText)}]";
        return [.. Sheet(document).Descendants<Row>().Select(row =>
        {
            var cells = row.Elements<Cell>().ToDictionary(cell => cell.CellReference!.Value![0], Shown);
            return Enumerable.Range('A', 19).Select(letter => cells[(char)letter]).ToArray();
        })];
    }
}
