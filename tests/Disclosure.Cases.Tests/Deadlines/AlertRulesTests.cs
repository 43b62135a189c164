using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;

namespace Disclosure.Cases.Tests.Deadlines;

public sealed class AlertRulesTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Official;
    private static readonly DateOnly DueOn = new(2025, 10, 24);

    // Due on Friday 2025-10-24; the week before it, the National Day holidays before that.
    [TestCase("2025-10-24", ExpectedResult = 0)]
    [TestCase("2025-10-23", ExpectedResult = 1)]
    [TestCase("2025-10-19", ExpectedResult = 5)]
    [TestCase("2025-10-01", ExpectedResult = 13)]
    [TestCase("2025-09-30", ExpectedResult = 13)]
    [TestCase("2025-10-25", ExpectedResult = 0)]
    [TestCase("2025-10-27", ExpectedResult = -1)]
    [TestCase("2025-11-03", ExpectedResult = -6)]
    public int WorkingDaysLeft_Counts_WorkingDaysOnly(string today) => Calendar.WorkingDaysLeft(DueOn, DateOnly.Parse(today));

    [TestCase("2025-09-30", ExpectedResult = new int[0])]
    [TestCase("2025-10-11", ExpectedResult = new[] { 10 })]
    [TestCase("2025-10-20", ExpectedResult = new[] { 5, 10 }, Description = "four left")]
    [TestCase("2025-10-24", ExpectedResult = new[] { 0, 1, 3, 5, 10 })]
    [TestCase("2025-10-26", ExpectedResult = new[] { 0, 1, 3, 5, 10 }, Description = "late, on a Sunday: nothing new")]
    [TestCase("2025-10-28", ExpectedResult = new[] { -2, -1, 0, 1, 3, 5, 10 })]
    public int[] Reached_OfTheLaw_TightestFirstWithTheWiderOnes(string today) => Reached(DueKind.Reply, "2025-09-22", today);

    // A correction notice has seven working days; ten before its end nothing was due yet.
    [TestCase("2025-10-15", ExpectedResult = new[] { 0, 1, 3, 5 })]
    [TestCase("2025-10-24", ExpectedResult = new[] { 0, 1, 3, 5, 10 })]
    public int[] Reached_ThresholdLongerThanThePeriod_IsSkipped(string startsOn) =>
        Reached(DueKind.CorrectionNotice, startsOn == "2025-10-24" ? "2025-09-22" : startsOn, "2025-10-24");

    [TestCase("2025-10-24", ExpectedResult = new int[0])]
    [TestCase("2025-10-25", ExpectedResult = new int[0], Description = "a Saturday: nobody acts yet")]
    [TestCase("2025-10-27", ExpectedResult = new[] { -1 })]
    [TestCase("2025-11-03", ExpectedResult = new[] { -1 })]
    public int[] Reached_OfWhatOthersOwe_OnceTheDayHasPassed(string today) => Reached(DueKind.Correction, "2025-10-11", today);

    [TestCase("2025-10-22", ExpectedResult = new int[0])]
    [TestCase("2025-10-23", ExpectedResult = new[] { 1 })]
    [TestCase("2025-10-24", ExpectedResult = new[] { 0, 1 })]
    [TestCase("2025-11-03", ExpectedResult = new[] { -1, 0, 1 }, Description = "the office's own target is not told of day after day")]
    public int[] Reached_OfTheOffice_ItsOwnThresholds(string today) => Reached(DueKind.DraftTarget, "2025-09-22", today);

    [TestCase(DueKind.Reply, 10, ExpectedResult = Role.Clerk)]
    [TestCase(DueKind.Reply, 3, ExpectedResult = Role.Clerk | Role.Reviewer)]
    [TestCase(DueKind.Reply, 1, ExpectedResult = Role.Clerk | Role.Reviewer | Role.Manager)]
    [TestCase(DueKind.CorrectionNotice, -2, ExpectedResult = Role.Clerk | Role.Reviewer | Role.Manager)]
    [TestCase(DueKind.ThirdPartyOpinion, -1, ExpectedResult = Role.Clerk)]
    [TestCase(DueKind.DraftTarget, -1, ExpectedResult = Role.Clerk)]
    [TestCase(DueKind.ApprovalTarget, 0, ExpectedResult = Role.Clerk | Role.Reviewer)]
    [TestCase(DueKind.DisclosureReview, 1, ExpectedResult = Role.None, Description = "the colleague alone")]
    [TestCase(DueKind.DisclosureReview, -1, ExpectedResult = Role.Clerk)]
    public Role Told_ByKindAndThreshold_GoesUpTheRoles(DueKind kind, int threshold) => AlertRules.Default.Told(kind, threshold);

    // Asked on Wednesday the 22nd: told then, and once more as the day comes.
    [TestCase("2025-10-22", ExpectedResult = new[] { 2 })]
    [TestCase("2025-10-23", ExpectedResult = new[] { 1, 2 })]
    [TestCase("2025-10-27", ExpectedResult = new[] { -1, 0, 1, 2 })]
    public int[] Reached_OfWhatAColleagueWasAskedFor_BeginsOnTheDayOfAsking(string today) =>
        Reached(DueKind.DisclosureReview, "2025-10-22", today);

    private static int[] Reached(DueKind kind, string startsOn, string today) =>
        [.. AlertRules.Default.Reached(new DueItem(kind, "", DateOnly.Parse(startsOn), DueOn), DateOnly.Parse(today), Calendar)];
}
