using System.IO.Compression;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Benchmarks.Documents;

/// <summary>What is measured of documents: a letter made from its template and facts, and the floor beneath that.</summary>
internal static class DocumentWork
{
    /// <summary>A short letter, one with sections, and one of three pages.</summary>
    public static readonly string[] Samples = ["08-disclosed", "10-partly-disclosed", "19-not-existing"];

    private static readonly LetterRenderer Letters = new(new EmbeddedReplyTemplates());

    public static Letter Letter(string sample) =>
        LetterJson.Read(
            sample[3..], File.ReadAllText(Path.Combine(RepositoryFolder.Path, "templates", "samples", sample + ".json"))).Letter!;

    public static byte[] Render(Letter letter) => Letters.ToDocx(letter);

    /// <summary>The parts of a DOCX.</summary>
    public static List<(string Name, byte[] Content)> PartsOf(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return [.. zip.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    /// <summary>The floor: the same parts, ready made, only packed.</summary>
    public static byte[] Pack(IReadOnlyList<(string Name, byte[] Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static Action Of(string contender, string sample)
    {
        var letter = Letter(sample);
        if (contender == "ours")
        {
            return () => Render(letter);
        }

        var parts = PartsOf(Render(letter));
        return () => Pack(parts);
    }
}
