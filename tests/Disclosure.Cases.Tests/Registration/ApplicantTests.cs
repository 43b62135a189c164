using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Tests.Registration;

public sealed class ApplicantTests
{
    private static Applicant Person(string name, string? number = null, string? contact = null) =>
        new(ApplicantKind.NaturalPerson, name, number, contact, null, true, null);

    // By the number, whatever the name.
    [TestCase("陈某", "11010119900101123x", null, "陳某", "11010119900101123X", null, true)]
    [TestCase("陈某", "１１０１０１１９９００１０１１２３７", null, "陈某", "110101 19900101 1237", null, true)]
    [TestCase("陈某", "110101-19900101-1237", null, "陈某", "110101199001011237", "13800000000", true)]
    [TestCase("陈某", "110105491231002", null, "陈某", "11010519491231002X", null, true, Description = "the old card and the new")]
    [TestCase("陈某", "110105491231003", null, "陈某", "11010519491231002X", null, false)]
    [TestCase("陈某", "110105499931002", null, "陈某", "11010519499931002X", null, false, Description = "no day, so no card")]
    [TestCase("陈某", "110101199001011237", null, "陈某", "110101199001011245", null, false)]
    [TestCase("陈某", "h12345678", null, "CHAN", "H12345678", null, true)]
    [TestCase("陈某", "110101199001011237", "1", "陈某", null, "1", false, Description = "one has no number")]

    // Without a number by name and contact.
    [TestCase("ＡＢ 公司", null, "０１０－１２３", "ab公司", null, "010-123", true)]
    [TestCase("买买提·艾力", null, "1", "买买提・艾力", null, "1", true)]
    [TestCase("买买提·艾力", null, "1", "买买提.艾力", null, "1", true)]
    [TestCase("甲", null, "a.b@c.example", "甲", null, "a·b@c.example", false)]
    [TestCase("买买提·艾力", null, "1", "买买提 • 艾力", null, "1", true)]
    [TestCase("买买提·艾力", null, "1", "买买提‧艾力", null, "1", true)]
    [TestCase("买买提·艾力", null, "1", "买买提艾力", null, "1", false)]
    [TestCase("𠮷某", null, "1", "吉某", null, "1", false, Description = "rare characters are kept apart")]
    [TestCase("陈某", null, "13800000000", "陈某", null, "138-0000-0000", true)]
    [TestCase("陈某", null, "13800000000", "陈某", null, "138 0000 0000", true)]
    [TestCase("陈某", null, "13800000000", "陈某", null, "138・0000•0000", true)]
    [TestCase("陈某", null, "13800000000", "陈某", null, "+86 138 0000 0000", true)]
    [TestCase("陈某", null, "13800000000", "陈某", null, "＋８６－13800000000", true)]
    [TestCase("陈某", null, "13800000000", "陈某", null, "008613800000000", true)]
    [TestCase("陈某", null, "13800000000", "陈某", null, "8613800000000", true)]
    [TestCase("陈某", null, "13800000000", "陈某", null, "(+86)13800000000", true)]
    [TestCase("陈某", null, "13800000000", "陈某", null, "13800000001", false)]
    [TestCase("陈某", null, "010-12345678", "陈某", null, "（010）12345678", true)]
    [TestCase("陈某", null, "010-12345678", "陈某", null, "+86 10 1234 5678", true)]
    [TestCase("陈某", null, "010-12345678", "陈某", null, "+86 (0)10 12345678", true)]
    [TestCase("陈某", null, "86123456", "陈某", null, "123456", false, Description = "86 may begin a number")]
    [TestCase("陈某", null, "400-123-4567", "陈某", null, "+86 400 123 4567", true)]
    [TestCase("陈某", null, "Chen@example.test", "陈某", null, "chen@EXAMPLE.test", true)]
    [TestCase("陈某", null, "a-b@example.test", "陈某", null, "ab@example.test", false)]
    [TestCase("陈某", null, "1", "李某", null, "1", false)]
    public void SameApplicant_OfTwo_IsDecidedByOneFunction(
        string name, string? number, string? contact, string otherName, string? otherNumber, string? otherContact, bool same)
    {
        var (one, other) = (Person(name, number, contact), Person(otherName, otherNumber, otherContact));
        Assert.That(one.SameApplicantKey, Is.Not.Null);
        Assert.That(one.SameApplicantKey == other.SameApplicantKey, Is.EqualTo(same), $"{one.SameApplicantKey} {other.SameApplicantKey}");
    }

    [Test]
    public void SameApplicant_NameAlone_IsNobody() => Assert.That(Person("陈某").SameApplicantKey, Is.Null);

    [Test]
    public void SameApplicant_OfAnotherKind_IsAnother() => Assert.That(
        (Person("陈某", "E12345678") with { Kind = ApplicantKind.Other }).SameApplicantKey,
        Is.Not.EqualTo(Person("陈某", "E12345678").SameApplicantKey));

    [Test]
    public void SameApplicant_WhoseDocumentWasNamedOrNot_IsTheSame() => Assert.That(
        (Person("陈某", "110101199001011237") with { Document = IdentityDocumentKind.ResidentIdentityCard }).SameApplicantKey,
        Is.EqualTo(Person("陈某", "110101199001011237").SameApplicantKey));

    [Test]
    public void Recorded_Always_NamesTheDocumentAndConfirmsOnlyWhatIsDoubted()
    {
        var recorded = (Person("陈某", " １１０１０１１９９００１０１１２３７ ") with { NumberConfirmed = true }).Recorded();
        Assert.That(
            (recorded.IdentityNumber, recorded.Document, recorded.NumberConfirmed),
            Is.EqualTo(("110101199001011237", (IdentityDocumentKind?)IdentityDocumentKind.ResidentIdentityCard, false)));
        Assert.That((Person("陈某", "110101199001011238") with { NumberConfirmed = true }).Recorded().NumberConfirmed, Is.True);
    }
}
