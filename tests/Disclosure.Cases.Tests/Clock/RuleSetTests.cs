using Disclosure.Cases.Clock;
using static Disclosure.Cases.Tests.Clock.TimelineBuilder;

namespace Disclosure.Cases.Tests.Clock;

public sealed class RuleSetTests
{
    [TestCase("2008-05-01", "order-492")]
    [TestCase("2019-05-14", "order-492")]
    [TestCase("2019-05-15", "order-711")]
    [TestCase("9999-12-31", "order-711")]
    public void InForceOn_ADay_IsTheSetThenInForce(string receivedOn, string id) =>
        Assert.That(RuleSet.InForceOn(Day(receivedOn)).Id, Is.EqualTo(id));

    [Test]
    public void InForceOn_BeforeTheFirstSet_IsOutOfRange() =>
        Assert.That(() => RuleSet.InForceOn(Day("2008-04-30")), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Reckon_ReopenedUnderOrder492_GivesTwentyWorkingDays() =>
        Assert.That(
            new TimelineBuilder("2019-03-04").WithReply("2019-03-05").WithReopening("2019-03-05").Reckon().ReplyDueOn,
            Is.EqualTo(Day("2019-04-02")));
}
