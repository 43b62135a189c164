using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Documents.EvidencePacks;
using Disclosure.Cases.EvidencePacks;

namespace Disclosure.Cases.Tests.EvidencePacks;

/// <summary>What is in an evidence pack, in which order, and that its page needs nothing else.</summary>
public sealed class PackContentTests
{
    [Test]
    public async Task Pack_OfACase_HasItsFilesByFolder_ThenTheRecords_TheListLast()
    {
        var sample = new SamplePack();
        sample.Attach(AttachmentKind.ProofOfService, "回证.jpg", [1]);
        sample.Attach(AttachmentKind.Other, "../../etc/passwd", [2]);
        sample.Attach(AttachmentKind.Identity, "身份证.png", [3]);
        Assert.That(Names(await sample.Bytes()), Is.EqualTo(new[]
        {
            "application/01 申请书 申请书.pdf", "application/02 身份证明 身份证.png", "service/01 送达凭证 回证.jpg", "attachments/01 其他材料 passwd",
            "events.json", "texts.json", "clock.json", "index.html", "manifest.json", "signature.json",
        }));
    }

    [Test]
    public async Task Pack_OfTheSameCaseAtTheSameEvent_IsTheSame_ButForTheSignature()
    {
        var (one, two) = (await new SamplePack().Bytes(), await new SamplePack().Bytes());
        var list = one.AsSpan().IndexOf("signature.json"u8) - PackZip.LocalLength;
        Assert.That(list, Is.GreaterThan(one.Length / 2));
        Assert.That(two[..list], Is.EqualTo(one[..list]));
    }

    [Test]
    public async Task Records_OfAPack_AreWhatTheSealsAndHashesAreMadeOf()
    {
        var sample = new SamplePack();
        var bytes = await sample.Bytes();
        Assert.That(PackJson.Read<IReadOnlyList<SealedEvent>>(Content(bytes, "events.json")), Is.EqualTo(sample.Events));
        Assert.That(PackJson.Read<IReadOnlyList<SaltedText>>(Content(bytes, "texts.json")), Is.EqualTo(sample.Texts));
        using var clock = JsonDocument.Parse(Content(bytes, "clock.json"));
        var (calendar, reckoning) = (clock.RootElement.GetProperty("calendar"), clock.RootElement.GetProperty("reckoning"));
        Assert.That(calendar.GetProperty("version").GetString(), Is.EqualTo(WorkingDayCalendar.Official.Version));
        Assert.That(
            calendar.GetProperty("exceptions").EnumerateArray().Select(day => day.GetProperty("date").GetString()![..4]),
            Is.Not.Empty.And.All.EqualTo("2019"));
        Assert.That(reckoning.GetProperty("replyDueOn").GetString(), Is.EqualTo("2019-11-04"));
        Assert.That(reckoning.GetProperty("ledger").GetArrayLength(), Is.GreaterThan(25));
    }

    [Test]
    public async Task IndexPage_OfACase_SaysItAll_AndNeedsNothingFromOutside()
    {
        var sample = new SamplePack();
        var bytes = await sample.Bytes();
        var page = Encoding.UTF8.GetString(Content(bytes, "index.html"));
        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("src=").And.Not.Contain("http:").And.Not.Contain("https:")
                .And.Not.Contain("@import").And.Not.Contain("url("));
            Assert.That(page, Does.Contain("default-src 'none'"));
            Assert.That(page, Does.Contain("href=\"application/01%20%E7%94%B3"));
            var text = WebUtility.HtmlDecode(page);
            Assert.That(
                text,
                Does.Contain("示范府申〔2019〕1号").And.Contain("<李某>&\"").And.Contain("培训计划<script>").And.Contain("500103199001011232")
                    .And.Contain("2019-11-04").And.Contain(WorkingDayCalendar.Official.Version).And.Contain(SamplePack.Key.Fingerprint)
                    .And.Contain("没有发现问题").And.Contain("第三十三条"));
            foreach (var each in sample.Events)
            {
                Assert.That(text, Does.Contain(each.Hash));
            }
        });
    }

    [Test]
    public async Task WhatIsWrongInTheRecords_StandsOnTheIndexPage()
    {
        var sample = new SamplePack();
        sample.Attach(AttachmentKind.Other, "a.txt", [1]);
        sample.Files[SamplePack.Id(101)] = [2];
        sample.Files.Remove(SamplePack.Id(100));
        sample.Texts[2] = sample.Texts[2] with { Body = null };
        var page = WebUtility.HtmlDecode(Encoding.UTF8.GetString(Content(await sample.Bytes(), "index.html")));
        var findings = page.Split("<h2>").Single(part => part.StartsWith("十、检查结果", StringComparison.Ordinal));
        Assert.That(
            findings,
            Does.Contain("a.txt：与事件中的哈希不符".Replace("a.txt", "attachments/01 其他材料 a.txt", StringComparison.Ordinal))
                .And.Contain("申请书.pdf：缺少").And.Contain($"文字 {sample.Texts[2].Id}：无法读取").And.Not.Contain("没有发现问题"));
    }

    // Packs that lie in courts are checked with this key for years: the way to it must not change.
    [Test]
    public void Key_OfAChainKey_StaysTheSame() => Assert.That(
        SamplePack.Key.Fingerprint,
        Is.EqualTo("35c3 257e ace0 0ccb fd90 f062 4f2b 60d6 e526 0b95 3aa5 52c5 68d4 642e fe8a 3b6e"));

    [Test]
    public void Signature_OfAKey_CoversWhatWasSigned_AndNothingElse()
    {
        for (var each = 0; each < 50; each++)
        {
            var content = Encoding.UTF8.GetBytes($"list {each}");
            var signature = SamplePack.Key.Sign(content);
            Assert.That(PackKey.Covers(signature, content));
            Assert.That(PackKey.Covers(signature, "another"u8.ToArray()), Is.False);
            Assert.That(PackKey.Covers(signature with { PublicKey = SamplePack.OtherKey.PublicKey }, content), Is.False);
            Assert.That(PackKey.Covers(signature with { Signature = [] }, content), Is.False);
        }
    }

    private static IEnumerable<string> Names(byte[] pack)
    {
        using var zip = new ZipArchive(new MemoryStream(pack));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private static byte[] Content(byte[] pack, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(pack));
        using var stream = zip.GetEntry(name)!.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
