using System.Text;
using Disclosure.Cases.Documents.Spreadsheets;
using Disclosure.Cases.Importing;

namespace Disclosure.Cases.Tests.Importing;

internal sealed class SheetReaderTests
{
    private static readonly SheetReader Reader = new();

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("GB18030")]
    public void Values_InAnyEncodingOfAnOffice_AreRead(string encoding)
    {
        var rows = Only(TestWorkbook.Values(encoding, "登记号,申请人", "\"甲,\n乙\",𠮷某", "", "丙,"));
        Assert.That(
            rows.Select(row => (row.Number, string.Join('|', row.Cells.Select(cell => cell.Text)))),
            Is.EqualTo(new[] { (1, "登记号|申请人"), (2, "甲,\n乙|𠮷某"), (5, "丙|") }), "a line break within a cell is a line of the file");
    }

    [Test]
    public void Values_WithoutAMark_AreUtf8OrGb18030()
    {
        Assert.That(Only(Encoding.UTF8.GetBytes("申请人;内容\n张某;书"))[1][0].Text, Is.EqualTo("张某"));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.That(Only(Encoding.GetEncoding("GB18030").GetBytes("申请人\t内容\n张某\t书"))[1][1].Text, Is.EqualTo("书"));
    }

    [Test]
    public void Workbook_IsReadAsPeopleSeeIt()
    {
        var day = new DateOnly(2025, 9, 22);
        var sheets = Reader.Read(new TestWorkbook()
            .Sheet("台账").Row("大标题", null, null).Merge("A1:C1")
            .RowAt(3, "　甲 ", day, 12)
            .Row("=A3", "=1/0", 110101199003074000d)
            .Row("乙", 0.5, "x").Row(null, "丁", "y").Merge("A5:A6").Hidden()
            .Sheet("底稿", isHidden: true).Row("旧").Bytes()).Value;
        Assert.That(sheets.Select(sheet => (sheet.Name, sheet.IsHidden)), Is.EqualTo(new[] { ("台账", false), ("底稿", true) }));
        var rows = sheets[0].Rows;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(row => row.Number), Is.EqualTo(new[] { 1, 3, 4, 5, 6 }));
            Assert.That(rows[0].Cells.Select(cell => cell.Text), Is.All.EqualTo("大标题"));
            Assert.That((rows[1][0].Text, rows[1][1].Day, rows[1][2].Text), Is.EqualTo(("甲", (DateOnly?)day, "12")));
            Assert.That(rows[2][0].Fault, Is.EqualTo("sheet.formulaWithoutValue"));
            Assert.That(rows[2][2].Fault, Is.EqualTo("sheet.digitsLost"));
            Assert.That((rows[3][1].Text, rows[4][0].Text, rows[4].IsHidden), Is.EqualTo(("0.5", "乙", true)), "merged downwards");
        }
    }

    [Test]
    public void File_ThatIsNoSheet_IsRefusedWithTheReason()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refusal([]), Is.EqualTo("file.empty"));
            Assert.That(Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), Is.EqualTo("sheet.oldFormat"));
            Assert.That(Refusal([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]), Is.EqualTo("sheet.unreadable"));
            Assert.That(Refusal([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0xFF]), Is.EqualTo("sheet.encoding"));
            Assert.That(Refusal(Encoding.UTF8.GetBytes("\n\n , \n")), Is.EqualTo("sheet.empty"));
            Assert.That(Refusal(new byte[(ISheetReader.LargestFile * 1024 * 1024) + 1]), Is.EqualTo("file.tooLarge"));
            Assert.That(
                Refusal(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a\n", ISheetReader.MostRows + 1)))),
                Is.EqualTo("sheet.tooManyRows"));
        }
    }

    [Test]
    public void Workbook_WithAnyByteOfItsBeginningChanged_IsReadOrRefused()
    {
        var file = new TestWorkbook().Sheet("台账").Row("登记号", "申请人").Row("甲", new DateOnly(2025, 9, 22)).Merge("A1:B1").Bytes();
        var random = new Random(20251201);
        for (var round = 0; round < 300; round++)
        {
            var changed = file.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            Assert.That(() => Reader.Read(changed), Throws.Nothing, $"round {round}");
        }
    }

    private static IReadOnlyList<SheetRow> Only(byte[] content) => Reader.Read(content).Value.Single().Rows;

    private static string Refusal(byte[] content) => Reader.Read(content).Refusals.Single().Code;
}
