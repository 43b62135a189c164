using System.Text;
using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Parties;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Storage.Tests;

// What is left of a case that was emptied.
internal sealed partial class RetentionTests
{
    [Test]
    public async Task Identity_Erased_LeavesTheFile_AndNothingToFindThePersonBy()
    {
        var id = await Archived();
        Assert.That(await Found("张三"), Is.EqualTo(1));
        await On(archivedOn.AddYears(4));
        await Erase(await Only());

        var file = await Office.Case(id);
        var kept = await Texts(id);
        var applicant = (await Office.With<IApplicants, IReadOnlyList<Applicant>>(all => all.OfCase(id, default))).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(applicant, Is.EqualTo(Applicant.Erased(ApplicantKind.NaturalPerson)));
            Assert.That(await Raw(
                "SELECT COUNT(*) FROM applicants WHERE case_id = @id AND (same_key IS NOT NULL OR number_hash IS NOT NULL "
                    + "OR contact_hash IS NOT NULL OR identity_number IS NOT NULL OR contact IS NOT NULL OR address IS NOT NULL)",
                id), Is.Zero);
            Assert.That(await Found("张三") + await Found("110101199001010015") + await Found("13800000000"), Is.Zero);
            Assert.That(await Found("部门预算"), Is.EqualTo(1), "what was asked for");
            Assert.That(file.IsErased, Is.False);
            Assert.That(file.IsApplicantErased);
            Assert.That(file.Stage, Is.EqualTo(CaseStage.Archived));
            Assert.That(kept, Has.Some.EqualTo("2024年度部门预算").And.None.Contains("张三"));
            Assert.That(await Raw("SELECT COUNT(*) FROM case_texts WHERE case_id = @id AND body = '' AND salt <> ''", id), Is.Zero);
            Assert.That(await Raw("SELECT COUNT(*) FROM case_contents WHERE case_id = @id AND name = '已按期清除'", id), Is.Zero);
            Assert.That(await Findings(), Is.Empty);
            Assert.That(await Office.With<Rebuild, int>(rebuild => rebuild.All(default)), Is.Zero);
        }
    }

    [Test]
    public async Task Identity_ErasedAndReopened_GoesOnOnlyWithTheApplicantRecordedAgain()
    {
        var id = await Archived();
        await On(archivedOn.AddYears(4));
        await Erase(await Only());
        var data = (await Office.Case(id)).Applicants[0];
        await Office.Next(Office.Clerk, id, version => new ReopenCase(
            id, version, ReopeningGround.Judgment, Office.Clock.Today(), null, null, "判决"));
        Assert.That((await Office.Case(id)).IsApplicantErased);
        await Office.Next(Office.Clerk, id, version => new AnswerStep(id, version, StepAnswer.Ours));
        await Office.Next(Office.Clerk, id, version => CaseRoad.Search(Office, id, version));
        await Office.Next(Office.Clerk, id, version => new AnswerStep(id, version, StepAnswer.NotExisting));
        var letter = await Office.Next(
            Office.Clerk, id, version => new DraftDocument(id, version, TemplateCodes.NotExisting, null, []));
        var submission = new SubmitDocument(id, (await Office.Case(id)).Version, letter);
        Assert.That(await Refused(Office.Clerk, submission), Is.EqualTo("check.applicantErased"));
        await Office.Next(Office.Clerk, id, version => new ChangeApplicant(
            id, version, data.Id, TestOffice.Application(name: "李四").Applicants[0], "重新登记"));
        Assert.That((await Office.Case(id)).IsApplicantErased, Is.False);
        await Office.Next(Office.Clerk, id, version => new SubmitDocument(id, version, letter));
        Assert.That(await Found("李四"), Is.EqualTo(1));
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task File_Erased_IsEmptyWithChainAndFiguresWhole_AndNothingCanBeDone()
    {
        var id = await Archived();
        var export = await Office.Do(Office.Clerk, new RequestExport(Office.Agency.Id, archivedOn.AddDays(-9), archivedOn));
        await Office.Do(Actor.Application, new MakeExport(export));
        Assert.That(await Raw("SELECT COUNT(*) FROM exports WHERE content IS NOT NULL", id), Is.EqualTo(1));
        await On(archivedOn.AddYears(11));
        await Erase(await Only());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Texts(id), Is.All.Empty);
            Assert.That(
                await Office.With<UnitOfWork, IReadOnlyList<byte[]>>(
                    work => work.Query<byte[]>("SELECT content FROM case_contents WHERE case_id = @id", new { id }, default)),
                Has.Count.EqualTo(2).And.All.Empty);
            Assert.That(await Raw("SELECT COUNT(*) FROM exports WHERE content IS NOT NULL", id), Is.Zero);
            Assert.That(await Found("部门预算"), Is.Zero);
            Assert.That(await Found("示范府依申请〔2025〕1号"), Is.EqualTo(1), "the numbers stay");
            Assert.That(await Findings(), Is.Empty);
            Assert.That(await Office.With<Rebuild, int>(rebuild => rebuild.All(default)), Is.Zero);
        }

        var file = await Office.Case(id);
        Assert.That(
            await Refused(Office.Clerk, new LogCall(id, file.Version, Office.Clock.Today(), "来电")), Is.EqualTo("process.erased"));
        Assert.That(await Proposed(), Is.Empty, "nothing is left to propose");
    }

    [Test]
    public async Task File_OfTheDatabase_HasNothingLeftOfWhatWasEmptied()
    {
        if (Office.Database.FilePath is null)
        {
            Assert.Ignore("The other database's file is not ours to read.");
        }

        await Archived();
        await Archived();
        Assert.That(await InFile("张三") && await InFile("application"));
        await On(archivedOn.AddYears(11));
        foreach (var row in await Proposed())
        {
            await Erase(row);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await InFile("张三"), Is.False, "names");
            Assert.That(await InFile("部门预算"), Is.False, "what was asked for");
            Assert.That(await InFile("-1.4 application"), Is.False, "files");
        }

        async Task<bool> InFile(string text)
        {
            await using var connection = new SqliteConnection($"Data Source={Office.Database.FilePath};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
            await using var open = new FileStream(
                Office.Database.FilePath!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[open.Length];
            await open.ReadExactlyAsync(bytes);
            return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
        }
    }

    [Test]
    public async Task Erased_PutBackOrEmptiedWithoutAnEvent_IsFound()
    {
        var (id, other) = (await Archived(), await Archived());
        await On(archivedOn.AddYears(11));
        await Erase((await Proposed()).Single(row => row.Proposal.CaseId == id));
        Assert.That(await Findings(), Is.Empty);
        await Tampered("UPDATE case_texts SET body = '', salt = '', mail_hash = NULL WHERE case_id = @other", "text.emptied");
        await Tampered("UPDATE case_texts SET salt = 'x' WHERE case_id = @id", "text.kept");
        await Tampered("UPDATE case_texts SET body = 'x' WHERE case_id = @id", "text.kept");
        await Office.Tamper("UPDATE case_contents SET content = @some WHERE case_id = @id", new { some = "x"u8.ToArray(), id });
        Assert.That(await Findings(), Does.Contain("file.kept"));

        async Task Tampered(string sql, string code)
        {
            Assert.That((await Findings()).Where(each => each == code), Is.Empty);
            await Office.Tamper(sql, new { id, other });
            Assert.That(await Findings(), Does.Contain(code));
            await Office.Tamper("UPDATE case_texts SET body = '', salt = '' WHERE case_id = @id", new { id });
        }
    }
}
