using System.Globalization;
using System.Text;

namespace Disclosure.Cases.Tests.Kernel;

public sealed class PrintedTextTests
{
    [TestCase("张三", null)]
    [TestCase("𠮷田𬎆", null)]
    [TestCase("葛\U000E0100飾", null)]
    [TestCase("张\uE000", "U+E000")]
    [TestCase("\U000F0001", "U+F0001")]
    [TestCase("张\u0378三", "U+0378")]
    [TestCase("\U0003FFF0", "U+3FFF0")]
    [TestCase("张\u200B三", "U+200B")]
    [TestCase("\u202E三", "U+202E")]
    [TestCase("张\u00AD", "U+00AD")]
    [TestCase("张\uFEFF三", "U+FEFF")]
    [TestCase("张\uFFFE", "U+FFFE")]
    [TestCase("张\uFFFD", "U+FFFD")]
    [TestCase("张\uFDD0", "U+FDD0")]
    [TestCase("𠮷\U0001FFFF", "U+1FFFF")]
    [TestCase("甲\U0001FFFE乙", "U+1FFFE")]
    [TestCase("甲\u2028乙", "U+2028")]
    [TestCase("甲\u2029", "U+2029")]
    [TestCase("甲\u2060乙", "U+2060")]
    [TestCase("甲\u3164乙", "U+3164")]
    [TestCase("甲\u115F乙", "U+115F")]
    [TestCase("甲\uFFA0乙", "U+FFA0")]
    [TestCase("甲\u2800乙", "U+2800")]
    [TestCase("甲\u17B4乙", "U+17B4")]
    [TestCase("甲\u034F乙", "U+034F")]
    [TestCase("甲\u180B乙", "U+180B")]
    [TestCase("葛\uFE00\U000E0100", null)]
    [TestCase("\U000E0041", "U+E0041")]
    [TestCase("a\0", "U+0000")]
    [TestCase("a\u0085", "U+0085")]
    public void Unprintable_OfAText_NamesItsFirstCharacter(string text, string? character) =>
        Assert.That(PrintedText.Unprintable(text)?.Arguments[0], Is.EqualTo(character));

    // An attribute's argument cannot carry them.
    [Test]
    public void LoneSurrogate_AnyHalf_IsNamedWithItsPlace()
    {
        foreach (var (text, character, place) in new[] { ("甲\uD842", "U+D842", 2), ("\uDFB7乙", "U+DFB7", 1), ("𠮷\uD800𠮷", "U+D800", 2) })
        {
            Assert.That(PrintedText.Unprintable(text)?.Arguments, Is.EqualTo(new object[] { character, place }));
            Assert.That(ComparedText.Of(text), Does.Contain("\uFFFD"));
        }
    }

    [TestCase("\uFE0F")]
    [TestCase("\U000E0100")]
    [TestCase("\u3000")]
    public void Text_OfWhichNothingIsSeen_IsEmpty(string text) =>
        Assert.That(PrintedText.Fault(text, lines: true)?.Code, Is.EqualTo("text.empty"));

    [TestCase("甲\n乙")]
    [TestCase("甲\r\n乙")]
    [TestCase("甲\t乙")]
    public void Break_WithinALine_IsRefusedAndInATextTaken(string text)
    {
        Assert.That(PrintedText.Fault(text, lines: false)?.Code, Is.EqualTo("text.notOneLine"));
        Assert.That(PrintedText.Fault(text, lines: true), Is.Null);
    }

    [TestCase("  张三\u3000", "张三")]
    [TestCase("\uFEFFdate,kind", "date,kind")]
    [TestCase("张\u00A0三\u3000四\u2003五", "张 三 四 五")]
    [TestCase("甲\r\n乙\r丙\u2028丁\u0085戊\v己\n", "甲\n乙\n丙\n丁\n戊\n己")]
    [TestCase("张\u200B三", "张\u200B三")]
    [TestCase(null, "")]
    public void Entered_OfAText_KnowsOneBlankAndOneLineEnd(string? text, string entered) =>
        Assert.That(PrintedText.Entered(text), Is.EqualTo(entered));

    [TestCase("a\u202Ab\u200E.pdf", "ab.pdf")]
    [TestCase(" 甲\n乙\u200B ", "甲 乙")]
    [TestCase("甲\u2028乙", "甲 乙")]
    [TestCase("张\uE000", "张\uE000")]
    public void OneLine_OfAText_LeavesOutWhatNoLetterCanCarry(string text, string left) =>
        Assert.That(PrintedText.OneLine(text), Is.EqualTo(left));

    [Test]
    public void ComparedText_OfAnyCodeUnit_IsThere()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            Assert.That(() => ComparedText.Of($"张{(char)unit}三"), Throws.Nothing, $"U+{unit:X4}");
        }
    }

    [Test]
    public void ComparedText_OfAnyCharacterBeyondTheBmp_IsThere()
    {
        for (var value = 0x10000; value <= 0x10FFFF; value++)
        {
            Assert.That(ComparedText.Of(new Rune(value).ToString()), Is.Not.Null);
        }
    }

    [TestCase("\uFFFE")]
    [TestCase("\0")]
    public void ComparedText_OfWhatIsNoCharacter_IsNotEmpty(string text) =>
        Assert.That(ComparedText.Of(text), Is.EqualTo("\uFFFD"), "else a search for it would find everything");

    [TestCase("ＡＢ 公司", "ab公司")]
    [TestCase("买买提·艾力", "买买提・艾力")]
    [TestCase("买买提·艾力", "买买提.艾力")]
    [TestCase("买买提·艾力", "买买提．艾力")]
    [TestCase("𠮷某·艾力", "𠮷某 . 艾力")]
    [TestCase("买买提·艾力", "买买提 • 艾力")]
    [TestCase("买买提·艾力", "买买提‧艾力")]
    [TestCase("买买提·艾力", "买买提∙艾力")]
    [TestCase("买买提·艾力", "买买提⋅艾力")]
    [TestCase("买买提·艾力", "买买提･艾力")]
    [TestCase("张三", "张\u200B三")]
    [TestCase("张三", "张\uFE0F三")]
    [TestCase("张三", "张\u034F三")]
    [TestCase("张三", "张\u3164三")]
    [TestCase("葛三", "葛\U000E0100三")]
    public void ComparedText_OfTheSameName_IsTheSame(string one, string other) =>
        Assert.That(ComparedText.Of(one), Is.EqualTo(ComparedText.Of(other)));

    /// <summary>Some characters of each category, and those that are known to make trouble.</summary>
    internal static IReadOnlyList<Rune> SomeOfEachCategory { get; } =
    [
        .. Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value))
            .GroupBy(Rune.GetUnicodeCategory).SelectMany(of => Some([.. of])),
        .. new[] { 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x200D, 0x200E, 0x202E, 0x2028 }
            .Concat([0x2060, 0x2066])
            .Concat([0x3000, 0x3164, 0xE000, 0xF8FF, 0xFDD0, 0xFDEF, 0xFE0F, 0xFEFF, 0xFFF9, 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE])
            .Concat([0x20BB7, 0x2B386, 0x323B0, 0xE0001, 0xE0100, 0x10FFFF])
            .Select(value => new Rune(value)),
    ];

    [Test]
    public void SomeOfEachCategory_Always_MissNone() =>
        Assert.That(
            SomeOfEachCategory.Select(Rune.GetUnicodeCategory).Distinct(),
            Is.EquivalentTo(Enum.GetValues<UnicodeCategory>().Where(category => category != UnicodeCategory.Surrogate)));

    // The first, the last, and some between them.
    private static IEnumerable<Rune> Some(List<Rune> all) =>
        Enumerable.Range(0, 7).Select(index => all[index * (all.Count - 1) / 6]).Distinct();
}
