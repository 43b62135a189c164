using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Tests.ReplyTemplates;

public sealed class ChineseCapitalsTests
{
    [TestCase(0, "零元整")]
    [TestCase(1, "壹元整")]
    [TestCase(10, "壹拾元整")]
    [TestCase(15, "壹拾伍元整")]
    [TestCase(100, "壹佰元整")]
    [TestCase(101, "壹佰零壹元整")]
    [TestCase(110, "壹佰壹拾元整")]
    [TestCase(380, "叁佰捌拾元整")]
    [TestCase(1001, "壹仟零壹元整")]
    [TestCase(1010, "壹仟零壹拾元整")]
    [TestCase(10_000, "壹万元整")]
    [TestCase(10_001, "壹万零壹元整")]
    [TestCase(10_100, "壹万零壹佰元整")]
    [TestCase(11_000, "壹万壹仟元整")]
    [TestCase(100_000, "壹拾万元整")]
    [TestCase(107_000, "壹拾万柒仟元整")]
    [TestCase(20_304_050, "贰仟零叁拾万肆仟零伍拾元整")]
    [TestCase(100_000_000, "壹亿元整")]
    [TestCase(100_000_001, "壹亿零壹元整")]
    [TestCase(100_001_000, "壹亿零壹仟元整")]
    [TestCase(100_010_000, "壹亿零壹万元整")]
    [TestCase(123_456_789, "壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元整")]
    [TestCase(999_999_999_999, "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元整")]
    public void Amount_InYuan_IsWritten(long yuan, string capitals) =>
        Assert.That(ChineseCapitals.OfYuan(yuan), Is.EqualTo(capitals));

    [TestCase(-1)]
    [TestCase(ChineseCapitals.MaxYuan + 1)]
    public void Amount_OutOfReach_Throws(long yuan) =>
        Assert.That(() => ChineseCapitals.OfYuan(yuan), Throws.TypeOf<ArgumentOutOfRangeException>());
}
