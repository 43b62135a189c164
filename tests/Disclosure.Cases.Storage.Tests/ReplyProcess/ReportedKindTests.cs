using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Parties;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>In which column of table 3 a case counts, whoever takes the applicant's place (docs/domain.md, "Reports").</summary>
internal sealed class ReportedKindTests
{
    private static readonly DateOnly Today = new(2025, 9, 22);

    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.OpenWithLetters(Today);

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task Kind_ThatReportsCount_IsThatOfTheRegistration_AsPutRightBeforeTheDecision()
    {
        var desk = await CaseDriver.Register(office);
        var first = (await desk.File()).Applicants[0].Id;
        Applicant Of(ApplicantKind kind) => CaseDriver.Person("示范公司", "000-5") with { Kind = kind };
        await desk.Do<Unit>((id, version) => new ChangeApplicant(id, version, first, Of(ApplicantKind.Other), "登记有误"));
        Assert.That((await desk.File()).ReportedKind, Is.EqualTo(ApplicantKind.Other), "put right");

        var successor = Of(ApplicantKind.CommercialEnterprise);
        await desk.Do<Unit>((id, version) => new SucceedApplicant(id, version, first, Today, successor, "登记机关的注销证明"));
        await desk.Answer(StepAnswer.Complete, StepAnswer.NotThisAgency);
        await desk.Serve(await desk.Draft(TemplateCodes.NotThisAgency, "agency-known"));
        var second = (await desk.File()).Applicants[0].Id;
        await desk.Do<Unit>((id, version) => new ChangeApplicant(
            id, version, second, Of(ApplicantKind.ResearchInstitution), "变更登记"));
        var file = await desk.File();
        Assert.That(
            (file.Applicants[0].Kind, file.ReportedKind), Is.EqualTo((ApplicantKind.ResearchInstitution, ApplicantKind.Other)));
        Assert.That(await office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)), Is.Empty);
    }

    [Test]
    public async Task Kind_PutRightAfterTheDecision_ChangesNoFigureOfThatYear()
    {
        var desk = await CaseDriver.Register(office);
        await desk.Answer(StepAnswer.Complete, StepAnswer.NotThisAgency);
        await desk.Serve(await desk.Draft(TemplateCodes.NotThisAgency, "agency-known"));
        var first = (await desk.File()).Applicants[0].Id;
        await desk.Do<Unit>((id, version) => new ChangeApplicant(
            id, version, first, CaseDriver.Person() with { Kind = ApplicantKind.Other }, "登记有误"));
        Assert.That((await desk.File()).ReportedKind, Is.EqualTo(ApplicantKind.NaturalPerson));
    }
}
