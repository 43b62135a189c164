using Disclosure.Cases.Law;

namespace Disclosure.Cases.Tests.Law;

public sealed class RegulationTests
{
    [Test]
    public void Find_EveryNumber_IsTheArticleOfThatNumber()
    {
        var articles = Enumerable.Range(1, 56).Select(Regulation.Find).ToList();
        Assert.That(articles.Select(article => article.Number), Is.EqualTo(Enumerable.Range(1, 56)));
        Assert.That(articles.Select(article => article.Paragraphs), Is.All.Not.Empty);
        Assert.That((articles[30].Name, articles[30].Paragraphs.Count), Is.EqualTo(("第三十一条", 4)));
        Assert.That(articles[30].Paragraphs[3], Does.StartWith("(三)申请人通过互联网渠道").And.EndWith("双方确认之日为收到申请之日。"));
        Assert.That(articles[^1].Name, Is.EqualTo("第五十六条"));
    }

    [TestCase(0)]
    [TestCase(57)]
    public void Find_NoSuchNumber_IsRefused(int number) =>
        Assert.That(() => Regulation.Find(number), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
