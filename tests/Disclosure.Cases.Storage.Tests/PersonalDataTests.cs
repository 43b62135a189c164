using System.Text;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>What the database keeps of people stands there encrypted, is found all the same, and outlives a new key.</summary>
internal sealed class PersonalDataTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private const string IdentityNumber = "110105491231002";

    private static readonly Applicant Person = new(
        ApplicantKind.NaturalPerson, "陈某", IdentityNumber, "+86 138-1234-5678", "槐树胡同9号院", true, null)
    {
        ElectronicAddress = "chen@example.invalid",
    };

    private static readonly RegisterApplication Application = TestOffice.Application() with { Applicants = [Person] };

    [Test]
    public async Task File_OfTheDatabase_HasNoNumberNoContactAndNoAddress()
    {
        if (Office.Database.FilePath is null)
        {
            Assert.Ignore("The other database's file is not ours to read.");
        }

        await Office.Register(Application);
        await Office.With<IRegistrationDrafts>(drafts => drafts.Add(
            new RegistrationDraft(Guid.NewGuid(), Office.Clerk.Id, Office.Clock.GetUtcNow(), $"草稿 {IdentityNumber}"), 9, default));
        foreach (var file in Directory.EnumerateFiles(Office.Folder, Path.GetFileName(Office.Database.FilePath!) + "*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[open.Length];
            await open.ReadExactlyAsync(bytes);
            string[] plain = [IdentityNumber, "1234-5678", "槐树胡同", "chen@example"];
            Assert.That(plain.Where(each => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(each)) >= 0), Is.Empty, file);
        }
    }

    [TestCase(IdentityNumber)]
    [TestCase("11010519491231002X", Description = "the same person's new card")]
    [TestCase("13812345678")]
    [TestCase("0086-138-12345678")]
    [TestCase("陈某 13812345678")]
    public async Task Search_ForANumber_FindsWhoseItIs(string sought)
    {
        var registered = await Office.Register(Application);
        await Office.Register(TestOffice.Application());
        foreach (CaseStage[]? stages in new[] { null, Enum.GetValues<CaseStage>() })
        {
            var page = await Office.With<ICaseQueries, QueuePage>(queries => queries.Queue(
                new QueueFilter(Office.Agency.Id, Stages: stages, Search: sought), default));
            Assert.That(page.Rows.Select(row => row.CaseId), Is.EqualTo(new[] { registered }));
        }
    }

    [TestCase("1381234567")]
    [TestCase("李某 13812345678")]
    public async Task Search_ForPartOfANumber_OrAnothersName_FindsNobody(string sought)
    {
        await Office.Register(Application);
        var page = await Office.With<ICaseQueries, QueuePage>(queries => queries.Queue(
            new QueueFilter(Office.Agency.Id, Search: sought), default));
        Assert.That(page.Rows, Is.Empty);
    }

    [Test]
    public async Task Key_Rotated_OpensWhatWasThere_AndAnotherServerReadsWhatComes()
    {
        var before = await Office.Register(Application);
        await using var other = Office.Restart($"{Office.Services.GetRequiredService<StorageOptions>().ConnectionString};Pooling=False");
        await other.With<RecordKey>(key => key.Begin(default));
        Assert.That(await OfCase(before), Is.EqualTo(new[] { Person.Recorded() }));
        await Office.With<RecordKey, KeyFacts>(key => key.Rotate(default));
        var after = await Office.Register(Application with { Applicants = [Person with { Contact = "139-0000-0000" }] });
        Assert.That(await OfCase(before), Is.EqualTo(new[] { Person.Recorded() }));
        Assert.That((await OfCase(after)).Single().Contact, Is.EqualTo("139-0000-0000"));
        Assert.That(
            await Office.With<UnitOfWork, IReadOnlyList<int>>(work => work.Query<int>("SELECT wrapped_with FROM data_keys", null, default)),
            Is.EqualTo(new[] { 2, 2, 2 }), "the key before opens none of them, and there is one more");

        Task<IReadOnlyList<Applicant>> OfCase(Guid id) => other.With((IApplicants applicants) => applicants.OfCase(id, default));
    }
}
