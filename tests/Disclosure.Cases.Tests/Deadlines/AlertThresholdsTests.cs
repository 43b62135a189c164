using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;

namespace Disclosure.Cases.Tests.Deadlines;

public sealed class AlertThresholdsTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Official;

    // Due on Friday 2025-10-24; the week before it, the National Day holidays before that.
    [TestCase("2025-10-24", ExpectedResult = 0)]
    [TestCase("2025-10-23", ExpectedResult = 1)]
    [TestCase("2025-10-19", ExpectedResult = 5)]
    [TestCase("2025-10-01", ExpectedResult = 13)]
    [TestCase("2025-09-30", ExpectedResult = 13)]
    [TestCase("2025-10-25", ExpectedResult = 0)]
    [TestCase("2025-10-27", ExpectedResult = -1)]
    [TestCase("2025-11-03", ExpectedResult = -6)]
    public int WorkingDaysLeft_Counts_WorkingDaysOnly(string today) =>
        AlertThresholds.WorkingDaysLeft(new DateOnly(2025, 10, 24), DateOnly.Parse(today), Calendar);

    [TestCase(11, false, ExpectedResult = new int[0])]
    [TestCase(10, false, ExpectedResult = new[] { 10 })]
    [TestCase(4, false, ExpectedResult = new[] { 5, 10 })]
    [TestCase(0, false, ExpectedResult = new[] { 0, 1, 3, 5, 10 })]
    [TestCase(0, true, ExpectedResult = new[] { 0, 1, 3, 5, 10 })]
    [TestCase(-2, true, ExpectedResult = new[] { -2, -1, 0, 1, 3, 5, 10 })]
    public int[] Reached_TightestFirst_IncludesTheWiderOnes(int left, bool isLate) => [.. AlertThresholds.Reached(left, isLate)];
}
