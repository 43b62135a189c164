using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Tests.Registration;

public sealed class IdentityNumberTests
{
    [TestCase("11010519491231002", "X", Description = "the example of GB 11643-1999")]
    [TestCase("44052418800101001", "4", Description = "the example of GB 11643-1999")]
    [TestCase("50010319900101123", "2")]
    public void WithCheckDigit_OfTheStandardsExamples_IsTheirs(string digits, string last) =>
        Assert.That(IdentityNumber.WithCheckDigit(digits), Is.EqualTo(digits + last));

    [TestCase("91350100M000100Y4", "3", Description = "the example of GB 32100-2015")]
    [TestCase("91500000000000000", "5")]
    public void CreditCodeOf_TheStandardsExample_IsIts(string characters, string last) =>
        Assert.That(IdentityNumber.CreditCodeOf(characters), Is.EqualTo(characters + last));

    [TestCase("500103199001011232", IdentityDocumentKind.ResidentIdentityCard)]
    [TestCase("５００１０３ 19900101-1232", IdentityDocumentKind.ResidentIdentityCard)]
    [TestCase("110105491231002", IdentityDocumentKind.ResidentIdentityCard)]
    [TestCase("50010319900101123", IdentityDocumentKind.ResidentIdentityCard, Description = "a digit was lost")]
    [TestCase("810000199408230021", IdentityDocumentKind.HongKongMacaoTaiwanResidencePermit)]
    [TestCase("911124198108030024", IdentityDocumentKind.ForeignPermanentResidentCard)]
    [TestCase("FRA110080010100", IdentityDocumentKind.ForeignPermanentResidentCard)]
    [TestCase("h12345678", IdentityDocumentKind.HongKongMacaoTravelPermit)]
    [TestCase("M1234567801", IdentityDocumentKind.HongKongMacaoTravelPermit)]
    [TestCase("12345678", IdentityDocumentKind.TaiwanTravelPermit)]
    [TestCase("E12345678", IdentityDocumentKind.Passport)]
    [TestCase("91350100M000100Y44", IdentityDocumentKind.UnifiedSocialCreditCode, Description = "who trades under the own name has one")]
    [TestCase("工作证 17 号", null)]
    [TestCase(null, null)]
    public void Recognised_OfAPersonsNumber_IsTheDocumentOfItsForm(string? number, IdentityDocumentKind? document) =>
        Assert.That(IdentityNumber.Recognised(number, ApplicantKind.NaturalPerson), Is.EqualTo(document));

    [TestCase("91350100M000100Y43", IdentityDocumentKind.UnifiedSocialCreditCode)]
    [TestCase("915000000000000005", IdentityDocumentKind.UnifiedSocialCreditCode)]
    [TestCase("500103000012345", null, Description = "a register number as it was before")]
    public void Recognised_OfAnOrganisationsNumber_IsACreditCode(string number, IdentityDocumentKind? document) =>
        Assert.That(IdentityNumber.Recognised(number, ApplicantKind.CommercialEnterprise), Is.EqualTo(document));

    [TestCase("500103199001011232", null, null)]
    [TestCase("11010519491231002x", null, null)]
    [TestCase("110105491231002", null, null)]
    [TestCase("500103199001011234", null, "identity.checkDigit")]
    [TestCase("500101901399851", null, "identity.form", Description = "born in a thirteenth month")]
    [TestCase("91350100M000100Y43", null, null)]
    [TestCase("91350100M000100Y44", null, "identity.checkDigit")]
    [TestCase("50010319900101123", null, "identity.form")]
    [TestCase("810000199408230021", null, null)]
    [TestCase("810000199408230022", null, "identity.checkDigit")]
    [TestCase("911124198108030024", null, null)]
    [TestCase("911124198108030021", null, "identity.checkDigit")]
    [TestCase("500103199001011234", IdentityDocumentKind.Other, null, Description = "whoever names it otherwise knows")]
    [TestCase("E12345678", IdentityDocumentKind.ResidentIdentityCard, "identity.form")]
    [TestCase("E12345678", IdentityDocumentKind.TaiwanTravelPermit, "identity.form")]
    [TestCase("AB-1", IdentityDocumentKind.Passport, null)]
    [TestCase("  ", IdentityDocumentKind.Passport, null)]
    public void Doubt_OfAPersonsNumber_IsWhatSpeaksAgainstIt(string number, IdentityDocumentKind? document, string? code) =>
        Assert.That(IdentityNumber.Doubt(number, ApplicantKind.NaturalPerson, document)?.Code, Is.EqualTo(code));

    [TestCase("91350100M000100Y43", null)]
    [TestCase("91350100M000100Y44", "identity.checkDigit")]
    [TestCase("91350100M000100Y4", "identity.form")]
    [TestCase("91350100MO00100Y43", "identity.form", Description = "O is no character of the code")]
    public void Doubt_OfACreditCode_IsWhatSpeaksAgainstIt(string number, string? code) =>
        Assert.That(IdentityNumber.Doubt(number, ApplicantKind.CommercialEnterprise, null)?.Code, Is.EqualTo(code));
}
