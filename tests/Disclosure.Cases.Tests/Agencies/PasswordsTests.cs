using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.Tests.Agencies;

internal sealed class PasswordsTests
{
    private static readonly string[] Names = ["Zhoumin", "周敏", "示范区住房和城乡建设委员会", "示范建", "ab", "某"];

    [TestCase("correct horse battery")]
    [TestCase("床前明月光，疑是地上霜。")]
    [TestCase("x7Kq9!mZ2pL4")]
    [TestCase("another long one")]
    [TestCase("abacus, wooden, of my aunt", Description = "a name of two letters stands in many words")]
    public void Password_LongAndOnesOwn_IsTaken(string password) => Assert.That(Passwords.Fault(password, Names), Is.Null);

    [TestCase("eleven char")]
    [TestCase("")]
    [TestCase("😀😁😂🤣😃😄😅😆😉😊😋", Description = "eleven code points, twice as many units")]
    public void Password_OfFewCodePoints_IsTooShort(string password) =>
        Assert.That(Passwords.Fault(password, Names), Is.EqualTo(new Refusal("user.passwordTooShort", 12)));

    [TestCase("123456789012")]
    [TestCase("098765432109")]
    [TestCase("password1234")]
    [TestCase("PassWord-2026!")]
    [TestCase("ｐａｓｓｗｏｒｄ１２３４")]
    [TestCase("p@ssw0rd p@ssw0rd")]
    [TestCase("qwertyuiopas")]
    [TestCase("1qaz2wsx3edc")]
    [TestCase("poiuytrewqlkj")]
    [TestCase("woaini1314520")]
    [TestCase("woaini19850312")]
    [TestCase("zhengfuxinxigongkai")]
    [TestCase("aaaaaaaaaaaaaaa")]
    [TestCase("ababbaababba")]
    [TestCase("我爱你我爱你我爱你我爱你")]
    [TestCase("政府信息公开管理员密码")]
    [TestCase("11010519491231002X", Description = "an identity number")]
    [TestCase("483920571836")]
    public void Password_ThatEverybodyTries_IsRefused(string password) =>
        Assert.That(
            Passwords.Fault(password.EnumerateRunes().Count() < Passwords.Shortest ? password + "2026" : password, Names)?.Code,
            Is.EqualTo("user.passwordCommon"));

    [TestCase("ZHOUMIN walks home")]
    [TestCase("zhou.min walks home")]
    [TestCase("lanterns of 周敏 2")]
    [TestCase("lanterns of 示范建 2")]
    public void Password_WithANameOfItsUser_IsRefused(string password) =>
        Assert.That(Passwords.Fault(password, Names)?.Code, Is.EqualTo("user.passwordHasName"));

    [Test]
    public void Password_LongerThanTheForm_IsRefused() =>
        Assert.That(
            Passwords.Fault(string.Concat(Enumerable.Repeat("lantern ", 26)), Names), Is.EqualTo(new Refusal("text.tooLong", 200)));
}
