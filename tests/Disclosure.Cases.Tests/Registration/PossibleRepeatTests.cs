using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;

namespace Disclosure.Cases.Tests.Registration;

public sealed class PossibleRepeatTests
{
    [TestCase("2024年度部门预算", "2024年度部门预算", 1.0)]
    [TestCase("２０２４年度　部门预算。", "2024 年度“部门预算”", 1.0, Description = "width, spaces, punctuation")]
    [TestCase("甲乙丙", "乙丙丁", 0.5, Description = "one of two pairs each")]
    [TestCase("甲乙", "乙甲", 0.0, Description = "the order counts")]
    [TestCase("𠮷田", "吉田", 0.0, Description = "a character beyond the BMP is one character")]
    [TestCase("预", "预", 0.0)]
    [TestCase("", "2024年度部门预算", 0.0)]
    public void To_TwoRequests_IsTheShareOfCommonPairs(string one, string other, double expected)
    {
        var (first, second) = (new SimilarWords(one), new SimilarWords(other));
        Assert.That(first.To(second), Is.EqualTo(expected).Within(1e-9));
        Assert.That(second.To(first), Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void To_LongLetters_AreComparedByTheirBeginning()
    {
        var beginning = string.Concat(Enumerable.Range(0, 500).Select(number => (char)('一' + number)));
        Assert.That(new SimilarWords(beginning + "甲乙丙").To(new SimilarWords(beginning + "丁戊己庚辛")), Is.EqualTo(1));
    }

    [Test]
    public void Among_EarlierOnes_AreTheAlikeOnesTheMostAlikeFirst()
    {
        var same = Earlier("申请公开2024年度部门预算");
        var near = Earlier("其他事项", "2024年度部门预算和决算");
        var repeats = PossibleRepeat.Among([Earlier("某小区加装电梯会议纪要"), near, same], ["申请公开2024年度部门预算"]);
        Assert.That(repeats.Select(repeat => repeat.Earlier), Is.EqualTo(new[] { same, near }));
        Assert.That(repeats[0].Similarity, Is.EqualTo(1));
        Assert.That(repeats[1].Similarity, Is.InRange(PossibleRepeat.From, 0.99));
    }

    [Test]
    public void Among_NothingAskedForYet_IsNone() => Assert.That(PossibleRepeat.Among([Earlier("2024年度部门预算")], [""]), Is.Empty);

    private static EarlierRequest Earlier(params string[] items) =>
        new(Guid.NewGuid(), "示范府依申请〔2025〕1号", CaseStage.Answered, new DateOnly(2025, 9, 22), true, items, []);
}
