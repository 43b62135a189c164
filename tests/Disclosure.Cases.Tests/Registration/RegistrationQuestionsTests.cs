using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;

namespace Disclosure.Cases.Tests.Registration;

public sealed class RegistrationQuestionsTests
{
    [Test]
    public void OfChannel_AsksForAConfirmation_WhereTheDayOfReceiptDependsOnOne()
    {
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var asked = RegistrationQuestions.Of(channel);
            Assert.That(asked.Contains(RegistrationQuestion.DayOfConfirmation), Is.EqualTo(channel.NeedsConfirmation()), $"{channel}");
            Assert.That(
                asked.Count(question => question is RegistrationQuestion.DayOfSubmission
                    or RegistrationQuestion.DayOfSignature or RegistrationQuestion.DayOfArrival),
                Is.EqualTo(1),
                $"{channel}");
        }
    }

    [TestCase(Channel.InPerson, false)]
    [TestCase(Channel.Oral, false)]
    [TestCase(Channel.SignedPost, true)]
    [TestCase(Channel.OrdinaryPost, true)]
    [TestCase(Channel.Email, true)]
    public void OfChannel_HandedOverOrSaid_WasPassedOnByNobody(Channel channel, bool asks) =>
        Assert.That(RegistrationQuestions.Of(channel).Contains(RegistrationQuestion.TransferringOffice), Is.EqualTo(asks));

    [Test]
    public void OfKind_OfAPerson_AsksForAnIdentityCardAndOfAllOthersForACreditCode()
    {
        foreach (var kind in Enum.GetValues<ApplicantKind>())
        {
            Assert.That(RegistrationQuestions.Of(kind), Is.EqualTo(kind == ApplicantKind.NaturalPerson
                ? new[] { RegistrationQuestion.IdentityCardNumber, RegistrationQuestion.PersonsRepresentative }
                : [RegistrationQuestion.CreditCode, RegistrationQuestion.OrganisationsRepresentative]), $"{kind}");
        }
    }

    [Test]
    public void Questions_All_AreAskedOfSomebodyAndHaveTheirWords()
    {
        var asked = Enum.GetValues<Channel>().SelectMany(RegistrationQuestions.Of)
            .Concat(Enum.GetValues<ApplicantKind>().SelectMany(RegistrationQuestions.Of));
        Assert.That(asked.Distinct(), Is.EquivalentTo(Enum.GetValues<RegistrationQuestion>()));
        Assert.That(
            Enum.GetValues<RegistrationQuestion>().Select(question => Texts.Name(question, Texts.English)),
            Is.Unique.And.All.Not.Empty);
    }
}
