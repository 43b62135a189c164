using System.Text;
using Disclosure.Cases.Documents.Spreadsheets;

namespace Disclosure.Cases.Tests.Documents;

public sealed class CsvWriterTests
{
    [TestCase("甲\"乙", "\"甲\"\"乙\"")]
    [TestCase("甲,乙\n丙", "\"甲,乙\n丙\"")]
    [TestCase("𠮷某", "\"𠮷某\"")]
    [TestCase("=1+1", "\"'=1+1\"")]
    [TestCase("  @SUM(A1)", "\"'  @SUM(A1)\"")]
    [TestCase("-5", "\"'-5\"", Description = "typed, it is no number")]
    [TestCase("示范府依申请〔2025〕1号", "\"示范府依申请〔2025〕1号\"")]
    public void Text_InACell_IsQuotedAndNeverAFormula(string text, string cell) =>
        Assert.That(Written([[text]]), Is.EqualTo(cell + "\r\n"));

    [Test]
    public void Line_HasNumbersDaysAndEmptyCells_AndTheFileItsMark()
    {
        var bytes = CsvWriter.Write([["号", 12, -3L, new DateOnly(2025, 9, 22), null]]);
        Assert.That(bytes.Take(3), Is.EqualTo(Encoding.UTF8.GetPreamble()));
        Assert.That(Written([["号", 12, -3L, new DateOnly(2025, 9, 22), null]]), Is.EqualTo("\"号\",12,-3,2025-09-22,\r\n"));
    }

    private static string Written(IEnumerable<IEnumerable<object?>> lines) => Encoding.UTF8.GetString(CsvWriter.Write(lines)[3..]);
}
