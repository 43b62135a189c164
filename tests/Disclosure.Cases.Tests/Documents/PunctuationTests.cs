using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Documents.Typography;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>What is right in the wording and right in a fact, and has to be right where both meet.</summary>
public sealed class PunctuationTests
{
    // The wording's own words stand plain, what is filled in between braces.
    [TestCase("申请公开“{关于“十四五”规划的批复}”。", "申请公开“关于‘十四五’规划的批复”。")]
    [TestCase("{他说“称为“安置”的文件”}。", "他说“称为‘安置’的文件”。")]
    [TestCase("申请公开“{“甲“乙”丙”}”。", "申请公开“‘甲“乙”丙’”。")]
    [TestCase("申请公开“{只有后引号”的文件}”。现答复。", "申请公开“只有后引号’的文件”。现答复。")]
    [TestCase("申请公开“{只有“前引号的文件}”。另“{乙}”。", "申请公开“只有‘前引号的文件”。另“乙”。")]
    [TestCase("《{关于转发《办法》的通知}》", "《关于转发〈办法〉的通知》")]
    [TestCase("“{Tom’s file}”", "“Tom’s file”")]
    public void Marks_InsideMarks_AreOfTheOtherKind(string line, string printed) => Assert.That(Printed(line), Is.EqualTo(printed));

    [TestCase("理由为：{不同意公开。}。", "理由为：不同意公开。")]
    [TestCase("申请公开“{全部材料。}”。", "申请公开“全部材料”。")]
    [TestCase("（{地址：人民路1号。}）", "（地址：人民路1号）")]
    [TestCase("经查，{未找到；}，故。", "经查，未找到，故。")]
    [TestCase("申请公开{有没有文件？}。", "申请公开有没有文件？")]
    [TestCase("{他说“不同意。”}。", "他说“不同意”。")]
    [TestCase("{甲；}；{乙。}。", "甲；乙。")]
    [TestCase("{甲。；乙；；丙。。}", "甲；乙；丙。")]
    [TestCase("{他说“不同意。”；乙}。", "他说“不同意”；乙。")]
    [TestCase("{有没有文件？；乙}。", "有没有文件？乙。")]
    [TestCase("理由如下：{：甲}。", "理由如下：甲。")]
    [TestCase("经查，{，甲、}。", "经查，甲。")]
    [TestCase("{有下列材料：}。", "有下列材料。")]
    [TestCase("{甲;}；{乙.}。", "甲；乙。")]
    [TestCase("{甲。}", "甲。")]
    [TestCase("{（甲。）}乙", "（甲。）乙")]
    [TestCase("{甲。乙。}", "甲。乙。")]
    public void Stops_WhereAFactEndsInOne_AreNotDoubled(string line, string printed) => Assert.That(Printed(line), Is.EqualTo(printed));

    [TestCase("{甲（见附件。）}。", "甲（见附件）。")]
    public void Stops_InsideABracketBeforeAnother_AreOne(string line, string printed) => Assert.That(Printed(line), Is.EqualTo(printed));

    [TestCase("本机关保存有{年度预算。}的记录。", "本机关保存有年度预算的记录。")]
    [TestCase("关于“{年度预算。}”的申请", "关于“年度预算”的申请")]
    [TestCase("《{办法。}》规定：“{第三条。}”", "《办法》规定：“第三条。”")]
    [TestCase("{第一份。第二份。}（{12}号）", "第一份。第二份（12号）")]
    [TestCase("{有没有预算？}的申请", "有没有预算？的申请")]
    public void Stops_WhereTheSentenceGoesOn_AreLeftOut(string line, string printed) => Assert.That(Printed(line), Is.EqualTo(printed));

    [TestCase("经审查不予公开", "经审查不予公开。")]
    [TestCase("经审查不予公开。", "经审查不予公开。")]
    [TestCase("见《办法》", "见《办法》。")]
    [TestCase("他说：“不同意。”", "他说：“不同意。”")]
    [TestCase("包括：", "包括：")]
    [TestCase("甲的材料；", "甲的材料；")]
    [TestCase("合计120元（含税）", "合计120元（含税）。")]
    [TestCase("网址：http://www.example.cn/a", "网址：http://www.example.cn/a")]
    [TestCase("一、基本情况", "一、基本情况")]
    [TestCase("（一）基本情况", "（一）基本情况")]
    [TestCase("1.预算报告", "1.预算报告")]
    [TestCase("一、经审查，不予公开", "一、经审查，不予公开。")]
    [TestCase("Annex A", "Annex A")]
    public void Paragraph_ThatSomebodyTyped_EndsInAMark(string typed, string printed) =>
        Assert.That(
            string.Concat(Punctuation.OfParagraph([new Inline(typed) { IsFilledIn = true }]).Select(run => run.Text)),
            Is.EqualTo(printed));

    [Test]
    public void Paragraph_OfTheWording_StaysAsItIs() =>
        Assert.That(
            string.Concat(Punctuation.OfParagraph([new Inline("联系电话："), new Inline("无") { IsFilledIn = true }]).Select(run => run.Text)),
            Is.EqualTo("联系电话：无"));

    [TestCase("{关于\"十四五\"规划的批复}", "关于“十四五”规划的批复")]
    [TestCase("申请公开“{关于\"十四五\"规划的批复}”。", "申请公开“关于‘十四五’规划的批复”。")]
    [TestCase("{他说＂不同意＂和'不清楚'}", "他说“不同意”和‘不清楚’")]
    [TestCase("{\"A1\"地块}", "“A1”地块")]
    [TestCase("{24\"显示器和27\"显示器}", "24\"显示器和27\"显示器")]
    [TestCase("{只有一个\"的文件}和{另一个\"的文件}", "只有一个\"的文件和另一个\"的文件")]
    [TestCase("{Tom's and \"Jerry\"}", "Tom's and \"Jerry\"")]
    [TestCase("甲\"乙\"丙", "甲\"乙\"丙")]
    public void StraightMarks_TypedAmongChinese_AreChinese(string line, string printed) => Assert.That(Printed(line), Is.EqualTo(printed));

    [TestCase("{(一)申请人}", "（一）申请人")]
    [TestCase("{示范府发(2024)12号}", "示范府发（2024）12号")]
    [TestCase("{甲(乙）丙}", "甲（乙）丙")]
    [TestCase("{见 http://example.cn/a(b)}", "见 http://example.cn/a(b)")]
    [TestCase("{见www.example.cn/公告(2024)第3号(修订)}", "见www.example.cn/公告（2024）第3号（修订）")]
    [TestCase("{见www.example.cn/a(2024)号}", "见www.example.cn/a(2024)号")]
    [TestCase("{见 http://example.cn/ 的公告(2024)号}", "见 http://example.cn/ 的公告（2024）号")]
    [TestCase("{电话(023)12345678}", "电话(023)12345678")]
    [TestCase("{甲)乙}", "甲)乙")]
    public void Brackets_AmongChinese_AreFullWidth(string line, string printed) => Assert.That(Printed(line), Is.EqualTo(printed));

    [TestCase("{姓名,住址;电话:均未公开, 其他}", "姓名，住址；电话：均未公开，其他")]
    [TestCase("“{有没有文件?}”", "“有没有文件？”")]
    [TestCase("{共1,234件,a:b;c, d,见http://a.cn/x:1,2;3}", "共1,234件,a:b;c, d,见http://a.cn/x:1,2;3")]
    [TestCase("甲,乙", "甲,乙")]
    public void Marks_TypedBetweenChinese_AreFullWidth(string line, string printed) => Assert.That(Printed(line), Is.EqualTo(printed));

    [TestCase("第{31}至{31}页，共{1}页", "第31页，共1页")]
    [TestCase("{第31页至第31页}", "第31页")]
    [TestCase("第{1}至{30}页", "第1至30页")]
    [TestCase("{第3页至第31页}", "第3页至第31页")]
    public void Places_ThatAreOne_AreNamedOnce(string line, string printed) => Assert.That(Printed(line), Is.EqualTo(printed));

    [Test]
    public void Attachment_WithAStop_HasNone() =>
        Assert.That(Punctuation.OfAttachment(new Inline("征收决定。") { IsFilledIn = true }).Text, Is.EqualTo("征收决定"));

    [Test]
    public void Letter_WithAQuotationInTheRequest_HasSingleMarksInPaperAndPreview()
    {
        var sample = Samples.Read("19-not-existing");
        var letter = sample with { Case = sample.Case with { Requested = "关于“十四五”规划(草案)的批复。" } };
        const string Printed = "申请公开“关于‘十四五’规划（草案）的批复”。";
        Assert.That(DocxPlainText.Of(Samples.Letters.ToDocx(letter)), Does.Contain(Printed));
        Assert.That(System.Net.WebUtility.HtmlDecode(Samples.Letters.ToHtml(letter)), Does.Contain(Printed));
    }

    private static string Printed(string line) => string.Concat(Punctuation.Of(
        [.. line.Split('{').SelectMany((part, index) => index == 0
            ? [new Inline(part)]
            : new[] { new Inline(part.Split('}')[0]) { IsFilledIn = true }, new Inline(part.Split('}')[1]) })
            .Where(run => run.Text.Length > 0)]).Select(run => run.Text));
}
