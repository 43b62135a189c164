using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Tests.Registration;

public sealed class ApplicantTests
{
    private static Applicant Person(string name, string? number = null, string? contact = null) =>
        new(ApplicantKind.NaturalPerson, name, number, contact, null, true, null);

    [Test]
    public void SameApplicantKey_FullWidthAndHalfWidth_IsTheSame() =>
        Assert.That(Person("ＡＢ 公司", contact: "０１０－１２３").SameApplicantKey, Is.EqualTo(Person("ab公司", contact: "010-123").SameApplicantKey));

    [Test]
    public void SameApplicantKey_SameNumber_IsTheSameWhateverTheName() =>
        Assert.That(Person("陈某", "11010119900101123x").SameApplicantKey, Is.EqualTo(Person("陳某", "11010119900101123X").SameApplicantKey));

    [Test]
    public void SameApplicantKey_NameAlone_IsNobody() => Assert.That(Person("陈某").SameApplicantKey, Is.Null);

    [Test]
    public void SameApplicantKey_RareCharacters_AreKeptApart() =>
        Assert.That(Person("𠮷某", contact: "1").SameApplicantKey, Is.Not.EqualTo(Person("吉某", contact: "1").SameApplicantKey));
}
