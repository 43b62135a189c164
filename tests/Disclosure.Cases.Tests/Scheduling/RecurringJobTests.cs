using System.Text.RegularExpressions;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Scheduling;

namespace Disclosure.Cases.Tests.Scheduling;

public sealed partial class RecurringJobTests
{
    [Test]
    public void Names_OfAllJobs_AreUniqueAndPlain() =>
        Assert.That(Jobs().Select(job => job.Name), Is.Unique.And.All.Match("^[a-z]+\\.[a-z-]+$"));

    [TestCaseSource(nameof(Jobs))]
    public void Job_OfTheList_HasItsPurposeAndItsScheduleInBothLanguages(RecurringJob job)
    {
        foreach (var language in new[] { Texts.Chinese, Texts.English })
        {
            Assert.That(Texts.Say(language, job.Purpose), Is.Not.Empty);
            Assert.That(ScheduleWords.Say(job.Schedule, language), Is.Not.EqualTo(job.Schedule), "a shape that has no words yet");
        }
    }

    [TestCase("* * * * *", "每分钟", "every minute")]
    [TestCase("*/15 * * * *", "每 15 分钟", "every 15 minutes")]
    [TestCase("5 2 * * *", "每天 02:05", "every day at 02:05")]
    [TestCase("5 0 1 1 *", "每年 1 月 1 日 00:05", "every year on 1/1 at 00:05")]
    [TestCase("0 2 * * 1-5", "0 2 * * 1-5", "0 2 * * 1-5")]
    [TestCase("0 2 L * *", "0 2 L * *", "0 2 L * *")]
    [TestCase("0 2,3 * * *", "0 2,3 * * *", "0 2,3 * * *")]
    public void Schedule_InWords_IsSaidOrStaysAsItIsWritten(string schedule, string chinese, string english) =>
        Assert.That(
            (ScheduleWords.Say(schedule, Texts.Chinese), ScheduleWords.Say(schedule, Texts.English)),
            Is.EqualTo((chinese, english)));

    [TestCase("IOException", "IOException")]
    [TestCase("audit.chain.cut 2, audit.number.gap 1", "2 chains do not end where they should. 1 number series have a gap or a double.")]
    [TestCase("date.endBeforeStart", "The end must not be before the start.")]
    [TestCase("smtp.550", "the mail server answered 550")]
    [TestCase("number.seriesHasBegun 2026", "number.seriesHasBegun 2026")]
    public void Problem_InWords_IsSaidWhereNothingIsMissing(string problem, string english) =>
        Assert.That(JobProblem.Say(problem, Texts.English), Is.EqualTo(english));

    [Test]
    public void Finding_OfEveryKindThatAVerificationKnows_HasItsSentence()
    {
        var codes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Disclosure.Cases.Storage", "Maintenance"), "*.cs")
            .SelectMany(file => Findings().Matches(File.ReadAllText(file)).Select(match => $"audit.{match.Groups[1].Value}"))
            .Distinct().ToList();
        Assert.That(codes, Has.Count.GreaterThan(10));
        Assert.That(codes, Is.SubsetOf(Texts.Codes));
    }

    private static IEnumerable<RecurringJob> Jobs() => [.. RecurringJob.All, RecurringJob.BackUp(new TimeOnly(3, 5))];

    [GeneratedRegex("""new Finding\("([a-z.]+)",""")]
    private static partial Regex Findings();
}
