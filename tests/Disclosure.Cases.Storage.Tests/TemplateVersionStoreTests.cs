using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class TemplateVersionStoreTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly string Version = HashOf("正文𠮷\n");
    private static readonly string Other = HashOf("另一正文\n");

    [Test]
    public async Task Text_Kept_IsReadBackToTheLetter_AndTwiceIsOnce()
    {
        await Office.With<ITemplateVersions>(versions => versions.Keep(Version, TemplateCodes.NotExisting, "正文𠮷\n", default));
        await Office.With<ITemplateVersions>(versions => versions.Keep(Version, TemplateCodes.NotExisting, "正文𠮷\n", default));
        Assert.That(await Office.With<ITemplateVersions, string?>(versions => versions.Content(Version, default)), Is.EqualTo("正文𠮷\n"));
        Assert.That(await Office.With<ITemplateVersions, string?>(versions => versions.Content(Other, default)), Is.Null);
    }

    [Test]
    public async Task Adoptions_Recorded_ComeBackByCodeInTheirOrder()
    {
        await Keep();
        TemplateAdoption[] all =
        [
            Adoption(TemplateCodes.Disclosed, 1, Other),
            Adoption(TemplateCodes.NotExisting, 1, Version),
            Adoption(TemplateCodes.NotExisting, 2, null),
        ];
        foreach (var adoption in all.Reverse().OrderBy(adoption => adoption.Ordinal))
        {
            Assert.That(await Record(adoption), Is.True);
        }

        Assert.That(
            await Office.With<ITemplateVersions, IReadOnlyList<TemplateAdoption>>(versions => versions.Adoptions(default)),
            Is.EqualTo(all));
    }

    [Test]
    public async Task Adoption_WithAnOrdinalThatIsTaken_IsNotRecorded_AndTheTransactionLivesOn()
    {
        await Keep();
        Assert.That(await Record(Adoption(TemplateCodes.NotExisting, 1, Version)), Is.True);
        await Office.InTransaction<ITemplateVersions>(async versions =>
        {
            Assert.That(await versions.Record(Adoption(TemplateCodes.NotExisting, 1, Other), default), Is.False);
            Assert.That(await versions.Record(Adoption(TemplateCodes.NotExisting, 2, Other), default), Is.True);
        });
        var kept = await Office.With<ITemplateVersions, IReadOnlyList<TemplateAdoption>>(versions => versions.Adoptions(default));
        Assert.That(kept.Select(adoption => adoption.Version), Is.EqualTo(new[] { Version, Other }));
    }

    [Test]
    public async Task Adoption_ByTwoAtOnce_IsRecordedOnce()
    {
        await Keep();
        var recorded = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Record(Adoption(TemplateCodes.NotExisting, 1, Version))));
        Assert.That(recorded.Count(each => each), Is.EqualTo(1));
    }

    [Test]
    public async Task Adoption_OfATextThatWasNotKept_IsRefusedByTheDatabase()
    {
        Assert.That(() => Record(Adoption(TemplateCodes.NotExisting, 1, Version)), Throws.Exception);
        await Keep();
        Assert.That(await Record(Adoption(TemplateCodes.NotExisting, 1, Version)), Is.True);
    }

    [TestCase("UPDATE template_texts SET content = ''")]
    [TestCase("DELETE FROM template_texts")]
    [TestCase("UPDATE template_adoptions SET note = ''")]
    [TestCase("DELETE FROM template_adoptions")]
    public async Task Rows_ChangedOrDeleted_AreRefusedByTheDatabase(string sql)
    {
        await Keep();
        await Record(Adoption(TemplateCodes.NotExisting, 1, Version));
        Assert.That(() => Office.Tamper(sql), Throws.Exception.Message.Contains("append-only"));
    }

    [Test]
    public async Task Verification_OfAChangedText_FindsIt()
    {
        await Keep();
        Assert.That(await Findings(), Is.Empty);
        await Office.Unlock("template_texts");
        await Office.Tamper("UPDATE template_texts SET content = '别的正文' WHERE version = @Version", new { Version });
        Assert.That(
            (await Findings()).Select(finding => finding.Say(Texts.English)),
            Does.Contain($"Template not-existing: the wording {Version} is not the one that was kept."));
    }

    private Task<IReadOnlyList<Finding>> Findings() =>
        Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default));

    private async Task Keep()
    {
        await Office.With<ITemplateVersions>(versions => versions.Keep(Version, TemplateCodes.NotExisting, "正文𠮷\n", default));
        await Office.With<ITemplateVersions>(versions => versions.Keep(Other, TemplateCodes.NotExisting, "另一正文\n", default));
    }

    private Task<bool> Record(TemplateAdoption adoption) =>
        Office.With<ITemplateVersions, bool>(versions => versions.Record(adoption, default));

    private TemplateAdoption Adoption(string code, int ordinal, string? version) =>
        new(code, ordinal, version, new DateTimeOffset(2026, 3, 2, 1, 2, 3, TimeSpan.Zero), Office.Administrator.Id, "经机关负责人同意");

    private static string HashOf(string content) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)));
}
