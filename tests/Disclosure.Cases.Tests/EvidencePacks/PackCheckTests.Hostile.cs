using System.IO.Compression;
using Disclosure.Cases.Documents.EvidencePacks;

namespace Disclosure.Cases.Tests.EvidencePacks;

// What no office ever wrote: it is found in bounded time and memory, and without a fault.
public sealed partial class PackCheckTests
{
    [Test]
    public async Task Zip_OfAnybody_IsNoPack_AndNothingOfItIsUnpacked()
    {
        // A hundred megabytes of nothing, packed into a hundred kilobytes.
        using var bomb = new MemoryStream();
        await using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry("index.html").OpenAsync();
            await entry.WriteAsync(new byte[100 * 1024 * 1024]);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That((await Check(bomb.ToArray())).Findings.Single().Code, Is.EqualTo("pack.header"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4 * 1024 * 1024));
        Assert.That((await Check("%PDF-1.7"u8.ToArray())).Findings.Single().Code, Is.EqualTo("pack.notAPack"));
        Assert.That((await Check([])).Findings.Single().Code, Is.EqualTo("pack.empty"));
        var encrypted = pack.ToArray();
        encrypted[6] |= 1;
        Assert.That((await Check(encrypted)).Findings.Single().Code, Is.EqualTo("pack.header"));
        using var huge = new HugeStream();
        Assert.That((await new PackCheck(Court).Check(huge, null, default)).Findings.Single().Code, Is.EqualTo("pack.tooLarge"));
    }

    [Test]
    public async Task Files_ThatAreNoJson_OrTooMuchOfIt_AreFoundWithoutAFault()
    {
        var entries = Entries(pack);
        foreach (var hostile in new[]
        {
            "", "null", "[]", "[null]", "{}", "[{}]", "{\"files\":[null]}", new string('[', 100_000), "\"",
            "[{\"sequence\":1,\"data\":\"}{\"}]",
        })
        {
            for (var index = 0; index < entries.Count; index++)
            {
                var files = entries.ToList();
                files[index] = (files[index].Name, System.Text.Encoding.UTF8.GetBytes(hostile));
                Assert.That((await Check(await Rewritten(files))).Findings, Is.Not.Empty, $"{files[index].Name}: {hostile}");
            }
        }
    }

    // Three gigabytes that nobody reads.
    private sealed class HugeStream : MemoryStream
    {
        public override long Length => 3L * 1024 * 1024 * 1024;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("It was read.");
    }
}
