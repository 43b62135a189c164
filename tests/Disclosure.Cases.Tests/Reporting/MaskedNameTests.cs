using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Tests.Reporting;

public sealed class MaskedNameTests
{
    [TestCase("张三", "张某")]
    [TestCase("欧阳小明", "欧某某")]
    [TestCase("𠮷田花子", "𠮷某某")]
    [TestCase("买买提·艾力", "买某某")]
    [TestCase("", "")]
    [TestCase(CaseFile.ErasedWords, CaseFile.ErasedWords)]
    public void Name_OfAPerson_KeepsItsFirstCharacter(string name, string shown) =>
        Assert.That(MaskedName.Of(ApplicantKind.NaturalPerson, name), Is.EqualTo(shown));

    [Test]
    public void Name_OfAnOrganisation_Stays() =>
        Assert.That(MaskedName.Of(ApplicantKind.CommercialEnterprise, "示范建设有限公司"), Is.EqualTo("示范建设有限公司"));
}
