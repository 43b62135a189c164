using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Web.Bundles;

/// <summary>Frozen letters put into one document to print.</summary>
internal sealed class PrintRun(ICaseContents contents)
{
    /// <summary>How many letters at once.</summary>
    public const int MostLetters = 200;

    /// <summary>How much at once, in megabytes: letters with scanned pictures are large.</summary>
    public const int MostMegabytes = 100;

    /// <summary>The document; or, for each letter that cannot be part of it, why.</summary>
    /// <returns>The document, null when any letter stands against it; the refusals by document; whether it was too much at once.</returns>
    public async Task<(byte[]? Docx, IReadOnlyDictionary<Guid, Refusal> LeftOut, bool TooLarge)> Make(
        IReadOnlyList<UnservedRow> letters, CancellationToken cancellation)
    {
        var files = new List<byte[]>();
        var room = MostMegabytes * 1024L * 1024;
        foreach (var letter in letters)
        {
            var content = (await contents.Find(letter.FileId, cancellation))?.Content ?? [];
            if ((room -= content.Length) < 0)
            {
                return (null, new Dictionary<Guid, Refusal>(), true);
            }

            files.Add(content);
        }

        var merged = DocxMerge.Merge(files);
        var leftOut = letters.Zip(merged.LeftOut).Where(pair => pair.Second is not null)
            .ToDictionary(pair => pair.First.DocumentId, pair => pair.Second!);
        return (leftOut.Count == 0 ? merged.Docx : null, leftOut, false);
    }
}
