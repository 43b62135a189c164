using System.Text.Json;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.EvidencePacks;

namespace Disclosure.Cases.Documents.EvidencePacks;

/// <summary>That every text and file that the events of a pack name is in it, and is the one that they mean.</summary>
internal static class References
{
    /// <summary>What is missing or another one; what the events say was emptied is in order.</summary>
    public static IEnumerable<Refusal> Findings(
        PackManifest manifest, IReadOnlyList<SealedEvent> events, IReadOnlyList<SaltedText> texts)
    {
        var files = manifest.Files.Where(file => file.FileId is not null)
            .ToLookup(file => file.FileId!.Value.ToString(), file => file.Sha256);
        var bodies = texts.ToLookup(text => text.Id.ToString());
        var emptied = events.SelectMany(Emptied).ToHashSet(StringComparer.Ordinal);
        foreach (var each in events)
        {
            var (namedTexts, namedFiles, isReadable) = Named(each);
            if (!isReadable)
            {
                yield return new("pack.unreadable", PackJson.Events);
            }

            foreach (var (id, _) in namedTexts
                .Where(text => !emptied.Contains(text.Id) && !bodies[text.Id].Any(body => Fits(body, text.Hash))))
            {
                yield return new("pack.text", each.Sequence, id);
            }

            foreach (var (id, _) in namedFiles.Where(file => !emptied.Contains(file.Id) && !files[file.Id].Contains(file.Hash)))
            {
                yield return new("pack.file", each.Sequence, id);
            }
        }
    }

    private static bool Fits(SaltedText text, string hash) => text.Body is { } body && TextRef.HashOf(text.Salt, body) == hash;

    private static IEnumerable<string> Emptied(SealedEvent each)
    {
        if (each.Type != CaseEventJson.TypeOf<RecordsErased>())
        {
            return [];
        }

        try
        {
            var erased = CaseEventJson.Read<RecordsErased>(each.Data);
            return erased.Texts.Concat(erased.Files).Select(id => id.ToString());
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private static (IReadOnlyList<(string Id, string Hash)> Texts, IReadOnlyList<(string Id, string Hash)> Files, bool IsReadable) Named(
        SealedEvent each)
    {
        try
        {
            return (EventReferences.Texts(each.Data), EventReferences.Files(each.Data), true);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return ([], [], false);
        }
    }
}
