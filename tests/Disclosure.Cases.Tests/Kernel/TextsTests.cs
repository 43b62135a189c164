namespace Disclosure.Cases.Tests.Kernel;

public sealed class TextsTests
{
    [Test]
    public void EveryCode_InBothLanguages_HasASentence()
    {
        Assert.Multiple(() =>
        {
            foreach (var code in Texts.Codes)
            {
                Assert.That(Texts.Say(Texts.Chinese, code), Is.Not.Empty, code);
                Assert.That(Texts.Say(Texts.English, code), Is.Not.Empty, code);
            }
        });
    }
}
