using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Cases.Web.Tests;

/// <summary>A case's papers as one ZIP.</summary>
internal sealed class BundleTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Zip_OfACase_HoldsTheFrozenBytesAndAListOfThem()
    {
        var (caseId, letter) = await office.Issued();
        await office.Serve(caseId, letter.Id);
        byte[] scan = [1, 2, 3, 0, 255];
        await office.Attach(caseId, "信封 扫描.pdf", scan);
        using var clerk = await office.SignedIn("clerk");
        var zip = await Download(clerk, caseId);
        using var archive = new ZipArchive(new MemoryStream(zip));
        var names = archive.Entries.Select(entry => entry.FullName).ToList();
        Assert.That(names, Is.EqualTo(new[] { $"01 {letter.Number} 政府信息不存在告知书.docx", "02 申请书 信封 扫描.pdf", "目录.csv" }));
        Assert.That(Bytes(archive, names[0]), Is.EqualTo((await office.Content(letter.FileId!.Value)).Content));
        Assert.That(Bytes(archive, names[1]), Is.EqualTo(scan));
        var list = Bytes(archive, "目录.csv");
        Assert.That(list[..3], Is.EqualTo(Encoding.UTF8.Preamble.ToArray()));
        var lines = Encoding.UTF8.GetString(list[3..]).Split("\r\n");
        Assert.That(lines[1], Is.EqualTo($"1,{names[0]},政府信息不存在告知书,{letter.Number},{office.Today:yyyy-MM-dd},{letter.Sha256}"));
        Assert.That(lines[2], Does.EndWith(Convert.ToHexStringLower(SHA256.HashData(scan))));
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(Bytes(archive, names[0]))), Is.EqualTo(letter.Sha256));
        Assert.That(clerk.Answer.Content.Headers.ContentDisposition!.FileNameStar, Does.EndWith("文书.zip"));
        Assert.That(await Download(clerk, caseId), Is.EqualTo(zip), "the same papers give the same bytes");
        // Bit 11: the name is UTF-8.
        Assert.That(zip[7] & 0x08, Is.Not.Zero);
        await clerk.Get($"/cases/{caseId}");
        Assert.That(clerk.Page.QuerySelector($"a[href='/cases/{caseId}/documents.zip']"), Is.Not.Null);
    }

    [Test]
    public async Task Zip_OfACaseWithoutPapers_HoldsTheListAlone()
    {
        using var clerk = await office.SignedIn("clerk");
        using var archive = new ZipArchive(new MemoryStream(await Download(clerk, await office.Case())));
        Assert.That(archive.Entries.Select(entry => entry.FullName), Is.EqualTo(new[] { "目录.csv" }));
    }

    [Test]
    public async Task Names_ThatWouldDoHarm_AreNamesLikeAnyOther()
    {
        var caseId = await office.Case();
        string[] names =
        [
            "../../etc/passwd", @"..\..\boot.ini", "CON", "报告\u202Efdp.exe", "=cmd|' /C calc'!A0.csv",
            "same.pdf", "same.pdf", "  . .", new string('长', 190) + ".pdf", "𠮷.docx",
        ];
        foreach (var name in names)
        {
            await office.Attach(caseId, PrintedText.OneLine(name), [1]);
        }

        using var clerk = await office.SignedIn("clerk");
        using var archive = new ZipArchive(new MemoryStream(await Download(clerk, caseId)));
        var given = archive.Entries.Select(entry => entry.FullName).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(given, Has.Count.EqualTo(names.Length + 1).And.Unique);
            Assert.That(
                given,
                Has.None.Matches<string>(name =>
                    name.Any(letter => "<>:\"/\\|?*".Contains(letter) || char.IsControl(letter) || letter is '\u202E' or '\uFFFD')));
            Assert.That(given.Take(names.Length), Has.All.Match(@"^\d\d 申请书"));
            Assert.That(given.Select(Encoding.UTF8.GetByteCount), Has.All.LessThan(200));
            Assert.That(given, Has.Some.EndsWith("长.pdf"));
        });
    }

    [TestCase("CON", ".docx", "01 CON.docx")]
    [TestCase("", ".docx", "01 文件.docx")]
    [TestCase("a/b", ".tar gz!", "01 a_b")]
    [TestCase("x.", "", "01 x")]
    [TestCase("a\u0000b\n\tc", ".txt", "01 abc.txt")]
    [TestCase("x\u202Ey\uDC00z", ".pdf", "01 xyz.pdf")]
    public void Name_OfAnyStem_IsPlain(string stem, string extension, string expected) =>
        Assert.That(FileNames.Of(1, 9, stem, extension), Is.EqualTo(expected));

    [Test]
    public void Names_OfMoreThanNinetyNineFiles_StayInOrder() =>
        Assert.That(
            new[] { FileNames.Of(2, 100, "b", ""), FileNames.Of(10, 100, "a", "") }.Order(StringComparer.Ordinal),
            Is.EqualTo(new[] { "002 b", "010 a" }));

    private static async Task<byte[]> Download(Browser browser, Guid caseId)
    {
        await browser.Get($"/cases/{caseId}/documents.zip");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
        return await browser.Answer.Content.ReadAsByteArrayAsync();
    }

    private static byte[] Bytes(ZipArchive archive, string name)
    {
        using var stream = archive.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
