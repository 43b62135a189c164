using Disclosure.Cases.SignIns;

namespace Disclosure.Cases.Tests.SignIns;

public sealed class SignInRulesTests
{
    [TestCase(4, null)]
    [TestCase(5, 1)]
    [TestCase(6, 2)]
    [TestCase(10, 32)]
    [TestCase(11, 60)]
    [TestCase(int.MaxValue, 60)]
    public void Lock_AfterSoManyInARow_DoublesUpToTheLongest(int failures, int? minutes) =>
        Assert.That(new SignInRules().LockAfter(failures)?.TotalMinutes, Is.EqualTo(minutes));

    [TestCase(23.9, 8)]
    [TestCase(24, 1)]
    public void Count_AfterADayWithout_BeginsAnew(double hours, int expected) =>
        Assert.That(SignInRules.Count(7, TimeSpan.FromHours(hours)), Is.EqualTo(expected));
}
