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
    public void PerPage_Count_Costs(int pages, long yuan) =>
        Assert.That(ProcessingFee.Of(FeeBasis.PerPage, pages).Yuan, Is.EqualTo(yuan));

    [TestCase(10, 0)]
    [TestCase(11, 100)]
    [TestCase(30, 2000)]
    [TestCase(31, 2200)]
    [TestCase(40, 4000)]
    [TestCase(41, 4300)]
    [TestCase(50, 7000)]
    [TestCase(51, 7400)]
    public void PerApplication_Count_Costs(int applications, long yuan) =>
        Assert.That(ProcessingFee.Of(FeeBasis.PerApplication, applications).Yuan, Is.EqualTo(yuan));

    [Test]
    public void Lines_Of68Pages_AreItemised() =>
        Assert.That(
            ProcessingFee.Of(FeeBasis.PerPage, 68).Lines,
            Is.EqualTo(new[] { new FeeLine(1, 30, 30, 0, 0), new FeeLine(31, 68, 38, 10, 380) }));

    [TestCase(FeeBasis.PerPage)]
    [TestCase(FeeBasis.PerApplication)]
    public void OneMore_Always_CostsNoLess(FeeBasis basis)
    {
        for (var count = 1; count < 400; count++)
        {
            var (less, more) = (ProcessingFee.Of(basis, count), ProcessingFee.Of(basis, count + 1));
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
