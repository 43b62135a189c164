using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Tests.ReplyTemplates;

public sealed class ProcessingFeeTests
{
    [TestCase(1, 0)]
    [TestCase(30, 0)]
    [TestCase(31, 10)]
    [TestCase(68, 380)]
    [TestCase(100, 700)]
    [TestCase(101, 720)]
    [TestCase(200, 2700)]
    [TestCase(201, 2740)]
    [TestCase(1234, 44_060)]
    [TestCase(2219, 83_460)]
    public void PerPage_Count_Costs(int pages, long yuan) =>
        Assert.That(ProcessingFee.Of(FeeBasis.PerPage, pages).Yuan, Is.EqualTo(yuan));

    [TestCase(1, 0, 0)]
    [TestCase(10, 0, 0)]
    [TestCase(11, 100, 100)]
    [TestCase(30, 100, 2000)]
    [TestCase(31, 200, 2200)]
    [TestCase(40, 200, 4000)]
    [TestCase(41, 300, 4300)]
    [TestCase(45, 300, 5500)]
    [TestCase(50, 300, 7000)]
    [TestCase(51, 400, 7400)]
    public void PerApplication_Place_CostsItsOwnRateAndAllTogetherTheScale(int place, long yuan, long together)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ProcessingFee.Of(FeeBasis.PerApplication, place).Yuan, Is.EqualTo(yuan));
            Assert.That(
                Enumerable.Range(1, place).Sum(each => ProcessingFee.Of(FeeBasis.PerApplication, each).Yuan), Is.EqualTo(together));
        }
    }

    [Test]
    public void Lines_Of68Pages_AreItemised() =>
        Assert.That(
            ProcessingFee.Of(FeeBasis.PerPage, 68).Lines,
            Is.EqualTo(new[] { new FeeLine(1, 30, 30, 0, 0), new FeeLine(31, 68, 38, 10, 380) }));

    [Test]
    public void Lines_OfThe35thApplication_AreTheBandOfItsPlace() =>
        Assert.That(ProcessingFee.Of(FeeBasis.PerApplication, 35).Lines, Is.EqualTo(new[] { new FeeLine(31, 40, 1, 200, 200) }));

    [Test]
    public void OnePageMore_Always_CostsItsOwnRate()
    {
        for (var count = 1; count < 400; count++)
        {
            var (less, more) = (ProcessingFee.Of(FeeBasis.PerPage, count), ProcessingFee.Of(FeeBasis.PerPage, count + 1));
            Assert.That(more.Yuan - less.Yuan, Is.EqualTo(more.Lines[^1].Rate));
            Assert.That(more.Lines.Sum(line => line.Units), Is.EqualTo(count + 1));
        }
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(ProcessingFee.MaxCount + 1)]
    public void Count_OutOfReach_Throws(int count) =>
        Assert.That(() => ProcessingFee.Of(FeeBasis.PerPage, count), Throws.TypeOf<ArgumentOutOfRangeException>());
}
