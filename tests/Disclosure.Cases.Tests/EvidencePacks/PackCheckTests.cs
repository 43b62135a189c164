using System.IO.Compression;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Documents.EvidencePacks;
using Disclosure.Cases.EvidencePacks;

namespace Disclosure.Cases.Tests.EvidencePacks;

/// <summary>What the check of an evidence pack finds.</summary>
public sealed partial class PackCheckTests
{
    private const int Sampled = 1000;

    private static readonly PackKeysDouble Office = new([SamplePack.OtherKey, SamplePack.Key]);
    private static readonly PackKeysDouble Court = new(null);

    private byte[] pack = [];

    [OneTimeSetUp]
    public async Task Make() => pack = await new SamplePack().Bytes();

    [Test]
    public async Task Pack_AsItWasIssued_IsSound_AndIsToldWithAndWithoutTheKey()
    {
        var own = await Check(pack);
        var court = await Check(pack, Court);
        var named = await Check(pack, Court, SamplePack.Key.Fingerprint.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(own.Findings.Concat(court.Findings).Concat(named.Findings), Is.Empty);
            Assert.That((own.Signer, court.Signer, named.Signer), Is.EqualTo((PackSigner.Own, PackSigner.Unknown, PackSigner.Named)));
            Assert.That(own.Facts, Is.EqualTo(court.Facts));
            Assert.That(own.Facts!.Fingerprint, Is.EqualTo(SamplePack.Key.Fingerprint));
            Assert.That(own.Proved.Select(each => each.Code), Has.Some.EqualTo("pack.proved.seals").And.Some.EqualTo("pack.proved.own"));
            Assert.That(
                court.Proved.Select(each => each.Code), Has.None.EqualTo("pack.proved.seals").And.Some.EqualTo("pack.proved.signed"));
            Assert.That(court.Unproved.Select(each => each.Code), Has.Some.EqualTo("pack.unproved.signer"));
            Assert.That(
                named.Unproved.Select(each => each.Code),
                Has.None.EqualTo("pack.unproved.signer").And.Some.EqualTo("pack.unproved.seals"));
        });
    }

    [Test]
    public async Task AnyByte_OfASample_Flipped_IsFound()
    {
        var dice = new Random(Properties.Seed);
        using var stream = new MemoryStream(pack);
        var zip = new PackZipReader(stream, _ => false);
        await zip.Read(default);

        // List, signature, directory and end whole, and of the rest a sample.
        var list = (int)zip.Entries.Single(entry => entry.Name == PackJson.Manifest).Offset;
        await Flipped([.. Enumerable.Range(0, 80), .. Enumerable.Range(list, pack.Length - list), .. dice.GetItems(
            [.. Enumerable.Range(0, list)], Sampled)]);
    }

    [Test, Long]
    public Task EveryByte_Flipped_IsFound() => Flipped([.. Enumerable.Range(0, pack.Length)]);

    [Test]
    public async Task Bytes_AddedOrTaken_AreFound()
    {
        byte[][] changed =
        [
            [.. pack, 0], [0, .. pack], [.. pack, .. pack], pack[1..], pack[..^1], pack[..^22], pack[..(pack.Length / 2)], pack[..29],
            pack[..3], [.. pack[..500], 0, .. pack[500..]], [],
        ];
        foreach (var each in changed)
        {
            Assert.That((await Check(each, Court)).Findings, Is.Not.Empty, $"{each.Length} of {pack.Length} bytes");
        }

        for (var length = 0; length < pack.Length; length += 97)
        {
            Assert.That((await Check(pack[..length], Court)).Findings, Is.Not.Empty, $"cut to {length}");
        }
    }

    [Test]
    public async Task Files_AddedDoubledMovedOrTaken_AreFound()
    {
        var entries = Entries(pack);
        Assert.That(await Rewritten(entries), Is.EqualTo(pack), "it is packed as the program packs");
        await Found([.. entries, ("notes.txt", [1])], "pack.unlisted");
        await Found([entries[0], .. entries], "pack.unlisted");
        await Found([.. entries[1..]], "pack.missing");
        await Found([entries[1], entries[0], .. entries[2..]], "pack.unlisted");
        await Found([("../../evil.pdf", entries[0].Content), .. entries[1..]], "pack.missing");
        await Found([(entries[0].Name, [1]), .. entries[1..]], "pack.changed");
        await Found([.. entries[..^1]], "pack.missing");
        await Found([("\\\\server\\share", [])], "pack.missing");

        async Task Found(IReadOnlyList<(string, byte[])> files, string code) =>
            Assert.That((await Check(await Rewritten(files), Court)).Findings.Select(each => each.Code), Has.Some.EqualTo(code));
    }

    [Test]
    public async Task Pack_MadeWithAnotherKey_IsForeign_AndToACourtItsFingerprintTells()
    {
        var forged = await new SamplePack().Bytes(PackKey.Of(new byte[32]));
        var own = await Check(forged);
        var court = await Check(forged, Court);
        var told = await Check(forged, Court, SamplePack.Key.Fingerprint);
        Assert.Multiple(() =>
        {
            Assert.That(own.Findings.Single().Code, Is.EqualTo("pack.foreignKey"));
            Assert.That(told.Findings.Single().Code, Is.EqualTo("pack.otherKey"));
            Assert.That(court.Findings, Is.Empty);
            Assert.That(court.Facts!.Fingerprint, Is.Not.EqualTo(SamplePack.Key.Fingerprint));
        });
    }

    [Test]
    public async Task Signature_InAnotherForm_IsFound()
    {
        var entries = Entries(pack);
        var signature = PackJson.Read<PackSignature>(entries[^1].Content)!;
        var order = System.Numerics.BigInteger.Parse(
            "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber,
            System.Globalization.CultureInfo.InvariantCulture);
        var s = new System.Numerics.BigInteger(signature.Signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
        byte[] other = [.. signature.Signature[..32], .. (order - s).ToByteArray(isUnsigned: true, isBigEndian: true)];
        var written = System.Text.Encoding.UTF8.GetString(entries[^1].Content);
        foreach (var content in new[]
        {
            PackJson.Write(signature with { Signature = other }),
            System.Text.Encoding.UTF8.GetBytes(written.Replace("  ", " ", StringComparison.Ordinal)),
            System.Text.Encoding.UTF8.GetBytes(written.Replace("{", "{\"more\": 1,", StringComparison.Ordinal)),
        })
        {
            var changed = await Rewritten([.. entries[..^1], (PackJson.Signature, content)]);
            Assert.That((await Check(changed, Court)).Findings.Select(each => each.Code), Is.EqualTo(new[] { "pack.signature" }));
        }
    }

    [Test]
    public async Task Records_ThatDoNotFitEachOther_AreFound_ThoughTheOfficeSignedThem()
    {
        await Found("pack.seal", _ => { }, new PackKeysDouble([SamplePack.Key]) { Seals = each => each.Sequence != 2 });
        var archived = new CaseArchived(new(true, true, true, true));
        await Found("pack.sequence", sample => sample.Add(archived, each => each with { Sequence = 9 }));
        await Found("pack.sequence", sample => sample.Add(archived, each => each with { Position = 2 }));
        await Found("pack.sequence", sample => sample.Add(archived, each => each with { Position = 7, Previous = "another" }));
        await Found("pack.text", sample => sample.Texts[2] = sample.Texts[2] with { Body = "别的话" });
        await Found("pack.text", sample => sample.Texts.RemoveAt(2));
        await Found("pack.text", sample => sample.Texts[2] = sample.Texts[2] with { Body = null });
        await Found("pack.file", sample => sample.Files[SamplePack.Id(100)] = [1, 2, 3]);
        await Found("pack.file", sample => sample.Files.Clear());

        static async Task Found(string code, Action<SamplePack> change, PackKeysDouble? keys = null)
        {
            var sample = new SamplePack();
            change(sample);
            Assert.That((await Check(await sample.Bytes(), keys)).Findings.Select(each => each.Code), Has.Some.EqualTo(code));
        }
    }

    [Test]
    public async Task WhatWasEmptied_AfterItsRetentionPeriod_IsNotMissed()
    {
        var sample = new SamplePack();
        var (text, file) = (sample.Texts[2], SamplePack.Id(100));
        sample.Add(new RecordsErased(
            RetentionScope.File, new DateOnly(2019, 11, 1), 10, Guid.Empty, Guid.Empty, [.. sample.Texts.Select(each => each.Id)], [file]));
        sample.Texts[2] = text with { Salt = "", Body = "" };
        sample.Files.Clear();
        Assert.That((await Check(await sample.Bytes())).Findings, Is.Empty);
    }

    private async Task Flipped(IReadOnlyList<int> places)
    {
        var unfound = new System.Collections.Concurrent.ConcurrentBag<int>();
        await Parallel.ForEachAsync(places, async (place, _) =>
        {
            var changed = pack.ToArray();
            changed[place] ^= (byte)(1 << (place % 8));
            if ((await Check(changed, Court)).IsSound)
            {
                unfound.Add(place);
            }
        });
        Assert.That(unfound.Order(), Is.Empty, $"of {pack.Length} bytes");
    }

    private static async Task<PackVerdict> Check(byte[] bytes, IPackKeys? keys = null, string? fingerprint = null)
    {
        using var stream = new MemoryStream(bytes);
        return await new PackCheck(keys ?? Office).Check(stream, fingerprint, default);
    }

    private static List<(string Name, byte[] Content)> Entries(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return [.. zip.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    private static async Task<byte[]> Rewritten(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var target = new MemoryStream();
        var zip = new PackZipWriter(target);
        foreach (var (name, content) in files)
        {
            await zip.Add(name, content, default);
        }

        await zip.Close(default);
        return target.ToArray();
    }
}
