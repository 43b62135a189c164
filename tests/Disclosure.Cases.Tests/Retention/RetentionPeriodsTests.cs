using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Retention;

namespace Disclosure.Cases.Tests.Retention;

public sealed class RetentionPeriodsTests
{
    [TestCase("(一)", RetentionKind.Disclosed)]
    [TestCase("(二)", RetentionKind.Disclosed)]
    [TestCase("(三)4", RetentionKind.Refused)]
    [TestCase("(四)1", RetentionKind.Other)]
    [TestCase("(六)3", RetentionKind.Other)]
    [TestCase(null, RetentionKind.Other)]
    public void Kind_OfAnArchivedCase_IsThatOfItsRow(string? row, RetentionKind kind) =>
        Assert.That(RetentionPeriods.KindOf(CaseStage.Archived, row), Is.EqualTo(kind));

    [Test]
    public void Kind_OfAVoidedRegistration_IsItsOwn() =>
        Assert.That(RetentionPeriods.KindOf(CaseStage.Voided, null), Is.EqualTo(RetentionKind.Voided));

    [Test]
    public void LastDay_IsThatOfTheKindAndPart_AlsoFromALeapDay()
    {
        var periods = new RetentionPeriods((kind, scope) => scope == RetentionScope.Identity ? 3 : kind == RetentionKind.Refused ? 30 : 10);
        var closedOn = new DateOnly(2024, 2, 29);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(periods.LastDay(RetentionKind.Other, RetentionScope.Identity, closedOn), Is.EqualTo(new DateOnly(2027, 2, 28)));
            Assert.That(periods.LastDay(RetentionKind.Refused, RetentionScope.File, closedOn), Is.EqualTo(new DateOnly(2054, 2, 28)));
            Assert.That((periods.Shortest(RetentionScope.Identity), periods.Shortest(RetentionScope.File)), Is.EqualTo((3, 10)));
        }
    }

    [TestCase(0, 10)]
    [TestCase(3, 101)]
    [TestCase(11, 10)]
    public void Periods_ThatAreNoneOrContradictEachOther_AreRefused(int identity, int file) => Assert.That(
        () => new RetentionPeriods((_, scope) => scope == RetentionScope.Identity ? identity : file), Throws.ArgumentException);
}
