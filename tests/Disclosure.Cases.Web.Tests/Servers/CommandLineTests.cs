using Disclosure.Cases.SignIns;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>What the command line takes for a file, and what of its doings is on record.</summary>
internal sealed class CommandLineTests
{
    private DirectoryInfo folder = null!;

    private string Database { get; set; } = "";

    private Dictionary<string, string> Settings => new() { ["ConnectionStrings:Disclosure"] = $"Data Source={Database}" };

    [SetUp]
    public async Task MakeFolder()
    {
        folder = Directory.CreateTempSubdirectory("disclosure-command-");
        Database = Path.Combine(folder.FullName, "disclosure.db");
        await MigratedFile.CopyTo(Database);
    }

    [TearDown]
    public void DeleteFolder() => folder.Delete(recursive: true);

    [TestCase("backup", "--x")]
    [TestCase("restore", "--x")]
    [TestCase("clock", "--x")]
    [TestCase("templates", "render", "not-existing", "--facts", "-", "--out", "--x.html")]
    public async Task WhatBeginsLikeAnOption_IsNeverAFile(params string[] arguments)
    {
        var (code, said) = await Run(arguments);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(said, Does.Contain("There is no option --x"));
    }

    [Test]
    public async Task Help_WritesNoFile()
    {
        var (code, said) = await Run("backup", "--help");
        Assert.That(code, Is.Zero);
        Assert.That(said, Does.Contain("consistent copy"));
        Assert.That(Files(), Has.None.Contains("--"));
    }

    [Test]
    public async Task Changes_ByTheCommandLine_AreOnRecord()
    {
        Assert.That((await Run("key", "show")).Code, Is.Zero);
        Assert.That((await Run("run", "drafts.delete")).Code, Is.Zero);
        Assert.That((await Run("rebuild")).Code, Is.Zero);
        Assert.That((await Run("key", "rotate")).Code, Is.Zero);
        var copy = Path.Combine(folder.FullName, "copy.db");
        Assert.That((await Run("backup", copy)).Code, Is.Zero);
        var restored = await Run("restore", copy);
        Assert.That(restored.Code, Is.Zero, restored.Said);
        Assert.That((await Run("verify")).Said, Does.Contain("校验通过"));
        Assert.That(await Acts(), Is.EqualTo("JobRun RecordsRebuilt KeyRotated RecordsRestored"));
        Assert.That(
            await Query($"SELECT COUNT(*) FROM administration_log WHERE recorded_name = '命令行（{Environment.UserName}）'"), Is.EqualTo(4));
    }

    [Test]
    public async Task Key_ThatIsAnothers_IsNamedInTheLanguageAskedFor()
    {
        Assert.That((await Run("key", "show")).Code, Is.Zero);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "chain.key"), Convert.ToBase64String(new byte[32]));
        Assert.That((await Run("rebuild")).Said, Does.Contain("封印密钥").And.Not.Contain("chain key '"));
        Assert.That((await Run("rebuild", "--language", "en")).Said, Does.Contain("wrong key").And.Not.Contain("封印密钥"));
    }

    [Test]
    public async Task Anchors_LostForGood_AreBegunAnewOnRecord()
    {
        Assert.That((await Run("run", "audit.anchor")).Code, Is.Zero);
        Assert.That((await Run("anchors", "begin", "--reason", "磁盘损坏")).Said, Does.Contain("锚定文件是完整的"));
        File.Delete(Path.Combine(folder.FullName, "anchors.log"));
        Assert.That((await Run("verify")).Said, Does.Contain("不在了").And.Contain("disclosure anchors begin"));
        Assert.That((await Run("anchors", "begin")).Code, Is.Not.Zero, "no reason");
        Assert.That((await Run("anchors", "begin", "--reason", "磁盘损坏")).Code, Is.Zero);
        Assert.That((await Run("verify")).Said, Does.Contain("校验通过"));
        Assert.That(await Acts(), Is.EqualTo("JobRun AnchorsBegunAnew"));
    }

    [Test]
    public async Task CopyTo_MakesADatabaseThatTheSettingsKeyFits_AndTellsNoPassword()
    {
        Assert.That((await Run("key", "show")).Code, Is.Zero);
        var source = Database;
        Database = Path.Combine(folder.FullName, "elsewhere.db");
        var (code, said) = await Run("copy-to", $"Data Source={Database}", "--database", $"Data Source={source}", "--language", "en");
        Assert.That(code, Is.Zero, said);
        Assert.That(said, Does.Contain("both sides are proved").And.Contain(Path.Combine(folder.FullName, "chain.key")));
        Assert.That((await Run("verify")).Said, Does.Contain("校验通过"));
        Assert.That(await Acts(), Is.EqualTo("RecordsCopied"));
        await Query("INSERT INTO schema_migrations (name, checksum, applied_at) VALUES ('copy-to: not finished', 'x', 'x')");
        (code, said) = await Run("verify");
        Assert.That((code, said.Trim().Split('\n').Length), Is.EqualTo((1, 1)), said);
        Assert.That(said, Does.Contain("disclosure copy-to"));

        (code, said) = await Run(
            "copy-to", "Host=127.0.0.1;Port=1;Username=disclosure;Password=geheim", "--database", $"Data Source={source}");
        Assert.That(code, Is.EqualTo(1));
        Assert.That(said, Does.Contain("cannot be reached").And.Not.Contain("geheim"));
    }

    [Test]
    public async Task Disk_ThatIsFull_IsSaidInALine_AndNothingIsLeftOrChanged()
    {
        var copy = Path.Combine(folder.FullName, "copy.db");
        Assert.That((await Run("backup", copy)).Code, Is.Zero);
        var (files, before) = (Files().ToList(), await File.ReadAllBytesAsync(Database));
        var room = (int)(new FileInfo(copy).Length / 2048);
        foreach (var arguments in new[] { ("backup", Path.Combine(folder.FullName, "another.db")), ("restore", copy) })
        {
            using var command = ServerProcess.CommandOnFullDisk(Settings, room, arguments.Item1, arguments.Item2, "--language", "en");
            Assert.That(await command.Ended(), Is.EqualTo(1), command.Said);
            Assert.That(command.Said.Trim().Split('\n'), Has.Length.EqualTo(1).And.All.Contains("The disk"));
        }

        Assert.That(Files(), Is.EquivalentTo(files.Append("disclosure.db.jobs")));
        Assert.That(await File.ReadAllBytesAsync(Database), Is.EqualTo(before));
    }

    [Test]
    public async Task Unlock_OfWhoIsLocked_LetsTryAgain_AndIsOnRecord()
    {
        using var office = await new WebOffice().Open();
        Database = office.Database;
        await Query(
            "INSERT INTO sign_in_locks (user_id, browser, failures, locked_until, used_at) SELECT id, '', 5, "
            + "'2999-01-01T00:00:00.0000000Z', '2026-01-01T00:00:00.0000000Z' FROM users WHERE sign_in_name = 'admin'");
        Assert.That((await Run("unlock", "nobody")).Said, Does.Contain("nobody"));
        Assert.That((await Run("unlock", "admin")).Code, Is.Zero);
        Assert.That(await Query("SELECT failures FROM sign_in_locks WHERE locked_until IS NULL"), Is.Zero);
        var (code, said) = await Run("unlock", "admin");
        Assert.That(code, Is.EqualTo(1));
        Assert.That(said, Does.Contain("没有被锁定"));
        Assert.That(await Acts(), Is.EqualTo("UserUnlocked"));
    }

    [Test]
    public async Task ResetSecondFactor_ForAReason_TakesItAway_AndIsOnRecord()
    {
        using var office = await new WebOffice().Open();
        Database = office.Database;
        Assert.That((await Run("reset-second-factor", "admin", "--reason", "lost")).Said, Does.Contain("没有启用二次验证"));
        var admin = await office.ActorOf("admin");
        var secret = office.Services.GetRequiredService<IOneTimeCodes>().NewSecret();
        var code = OneTimeCode.Of(secret, DateTimeOffset.UtcNow);
        await office.As(admin, services => services.GetRequiredService<IMediator>().Send(
            new SetUpSecondFactor(secret, WebOffice.Password, code, new SignInPlace("", null, ""))));
        Assert.That((await Run("reset-second-factor", "admin")).Code, Is.Not.Zero, "no reason");
        Assert.That(office.Count("second_factors"), Is.EqualTo(1));
        Assert.That((await Run("reset-second-factor", "admin", "--reason", "lost")).Code, Is.Zero);
        Assert.That(office.Count("second_factors") + office.Count("recovery_codes"), Is.Zero);
        Assert.That(await Acts(), Is.EqualTo("SecondFactorSetUp SecondFactorTakenAway"));
        Assert.That((await Run("verify")).Said, Does.Contain("校验通过"));
    }

    [Test]
    public async Task VerifyPack_WithAndWithoutTheKey_SaysWhatIsProved_AndWritesNothing()
    {
        using var office = await new WebOffice().Open();
        var caseId = await office.Case();
        using var clerk = await office.SignedIn("clerk");
        var (pack, bytes) = (Path.Combine(folder.FullName, "pack.zip"), await clerk.Download($"/cases/{caseId}/evidence.zip"));
        await File.WriteAllBytesAsync(pack, bytes);
        Database = office.Database;
        var (code, said) = await Run("verify", "--pack", pack);
        Assert.That(code, Is.Zero, said);
        Assert.That(said, Does.Contain("核验通过").And.Contain("由本机关的密钥签名").And.Contain("重新计算，全部相符"));

        Database = Path.Combine(folder.FullName, "court", "none.db");
        (code, said) = await Run("verify", "--pack", pack);
        Assert.That(code, Is.Zero, said);
        Assert.That(said, Does.Contain("请把指纹与机关公布的指纹").And.Not.Contain("重新计算，全部相符"));
        var fingerprint = said.Split('\n').First(line => line.Contains("指纹：", StringComparison.Ordinal)).Split('：')[1];
        Assert.That((await Run("verify", "--pack", pack, "--fingerprint", fingerprint)).Said, Does.Contain("与指定的指纹相符"));
        (code, said) = await Run("verify", "--pack", pack, "--fingerprint", "0000", "--language", "en");
        Assert.That((code, said), Is.EqualTo((1, said)));
        Assert.That(said, Does.Contain("pack.otherKey").And.Contain("not the one named"));

        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(pack, bytes);
        (code, said) = await Run("verify", "--pack", pack);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(said, Does.Contain("核验未通过").And.Contain("被改动").And.Not.Contain("   at "));
        (code, said) = await Run("verify", "--pack", Path.Combine(folder.FullName, "nothing.zip"));
        Assert.That(code, Is.EqualTo(1));
        Assert.That(said, Does.Contain("nothing.zip").And.Not.Contain("   at "));
        Assert.That((await Run("verify", "--fingerprint", "00")).Said, Does.Contain("--pack"));
        Assert.That(Directory.Exists(Path.GetDirectoryName(Database)), Is.False, "a court's machine has no database, and gets none");
    }

    [Test]
    public async Task Run_OfAJobThatThereIsNone_NamesThoseThatThereAre()
    {
        var (code, said) = await Run("run", "no.job");
        Assert.That(code, Is.EqualTo(1));
        Assert.That(said, Does.Contain("drafts.delete"));
    }

    private Task<object?> Acts() => Query("SELECT group_concat(act, ' ') FROM (SELECT act FROM administration_log ORDER BY recorded_at)");

    private async Task<object?> Query(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement comes from the test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private IEnumerable<string> Files() => folder.EnumerateFiles().Select(file => file.Name);

    private async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        using var command = ServerProcess.Command(Settings, arguments);
        var code = await command.Ended().WaitAsync(TimeSpan.FromSeconds(60));
        return (code, command.Said);
    }
}
