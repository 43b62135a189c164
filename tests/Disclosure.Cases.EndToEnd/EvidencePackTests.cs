using System.IO.Compression;

namespace Disclosure.Cases.EndToEnd;

/// <summary>证据包: its index page, unpacked on a computer without a network.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class EvidencePackTests
{
    [Test]
    public async Task IndexPage_UnpackedWithoutANetwork_ShowsEverythingAndOpensItsFiles()
    {
        var district = await SharedSetUp.District;
        var folder = Directory.CreateTempSubdirectory("disclosure-pack-");
        try
        {
            var readers = new Readers(SharedSetUp.Browsers, district);
            var clerk = await readers.Take("clerk", "zh-CN");
            var caseId = district.First(ShownPages.Rows["served"]);
            var answer = await clerk.APIRequest.GetAsync($"{district.Address}/cases/{caseId}/evidence.zip");
            using (var zip = new ZipArchive(new MemoryStream(await answer.BodyAsync())))
            {
                await zip.ExtractToDirectoryAsync(folder.FullName);
            }

            readers.GiveBack(clerk, "clerk", "zh-CN");
            await using var context = await SharedSetUp.Browsers.Browser.NewContextAsync(new() { Offline = true });
            var page = await context.NewPageAsync();
            var problems = new List<string>();
            page.Console += (_, message) => problems.Add(message.Text);
            page.RequestFailed += (_, request) => problems.Add(request.Url);
            await page.SetViewportSizeAsync(Place.Desk.Width, Place.Desk.Height);
            await page.GotoAsync(new Uri(Path.Combine(folder.FullName, "index.html")).AbsoluteUri);
            Assert.That(await page.TextContentAsync("body"), Does.Contain("政府信息公开案卷证据包").And.Contain("全部事件").And.Contain("逐日账"));
            Assert.That(problems, Is.Empty);
            var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a')].map(link => link.getAttribute('href'))");
            Assert.That(links, Has.Some.StartsWith("letters/").And.Some.EqualTo("events.json"));
            Assert.That(
                links.Select(link => Path.Combine(folder.FullName, Uri.UnescapeDataString(link))), Has.All.Matches<string>(File.Exists));
            Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(Place.Desk.Width));
            if (Environment.GetEnvironmentVariable("DISCLOSURE_SCREENSHOTS") is { } shots)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(shots, "evidence-pack.png"), FullPage = true });
                await page.PdfAsync(new() { Path = Path.Combine(shots, "evidence-pack.pdf"), PreferCSSPageSize = true });
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
