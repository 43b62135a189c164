using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.EvidencePacks;

/// <summary>A file of the case in its evidence pack.</summary>
/// <param name="Name">Its path in the pack.</param>
/// <param name="FileId">The file.</param>
/// <param name="Sha256">What the event that brought it says of its bytes.</param>
/// <param name="IsEmptied">Whether it was emptied after its retention period: it is listed and not there.</param>
/// <param name="DocumentId">The letter that it is, or of which it is the signed copy.</param>
/// <param name="AttemptId">The attempt at service that it proves.</param>
public sealed record PackFile(string Name, Guid FileId, string Sha256, bool IsEmptied, Guid? DocumentId, Guid? AttemptId)
{
    private static readonly string[] Folders = ["application", "letters", "service", "attachments", "drafts"];

    private sealed record Named(string Folder, Guid FileId, string Sha256, string Stem, Guid? DocumentId = null, Guid? AttemptId = null);

    /// <summary>
    /// Every file that the events of a case name, each once: application, letters, proof of service, what else was attached, and what was
    /// uploaded on the way to a letter; within these in the order in which they came.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="events">Its events.</param>
    /// <param name="names">What the files were called when they came.</param>
    /// <param name="titleOf">The title of a letter.</param>
    public static IReadOnlyList<PackFile> Of(
        CaseFile file, IReadOnlyList<SealedEvent> events, IReadOnlyDictionary<Guid, string> names, Func<CaseDocument, string> titleOf)
    {
        var found = events.SelectMany(each => NamedBy(each, file, titleOf)).OrderBy(each => Array.IndexOf(Folders, each.Folder))
            .DistinctBy(each => each.FileId).ToList();
        var inFolder = found.CountBy(each => each.Folder).ToDictionary();
        var ordinals = Folders.ToDictionary(folder => folder, _ => 0);
        return [.. found.Select(each =>
        {
            var name = names.GetValueOrDefault(each.FileId) ?? "";
            var stem = each.DocumentId is null ? $"{each.Stem} {Path.GetFileNameWithoutExtension(name)}" : each.Stem;
            var inPack = FileNames.Of(++ordinals[each.Folder], inFolder[each.Folder], stem, Path.GetExtension(name));
            return new PackFile(
                $"{each.Folder}/{inPack}", each.FileId, each.Sha256, file.HasErased(each.FileId), each.DocumentId, each.AttemptId);
        })];
    }

    private static IEnumerable<Named> NamedBy(SealedEvent stored, CaseFile file, Func<CaseDocument, string> titleOf)
    {
        var known = CaseEventJson.Read(stored.Type, stored.Data) switch
        {
            FileAttached attached => new Named(
                FolderOf(attached.Kind), attached.FileId, attached.Sha256, Texts.Name(attached.Kind), null, attached.ServiceOf),
            DocumentApproved approved => new Named(
                "letters", approved.FileId, approved.Sha256, $"{approved.Number} {Title(approved.DocumentId)}", approved.DocumentId),
            SignedCopyAttached copy => new Named(
                "letters", copy.FileId, copy.Sha256,
                $"{file.Document(copy.DocumentId).Number} {Texts.Name(AttachmentKind.StampedCopy)}", copy.DocumentId),
            DocumentFinishedInWord finished => new Named(
                "drafts", finished.FileId, finished.Sha256, Title(finished.DocumentId), finished.DocumentId),
            _ => null,
        };
        return known is not null ? [known] : EventReferences.Files(stored.Data)
            .Select(each => new Named("attachments", Guid.Parse(each.Id), each.Hash, Texts.Name(AttachmentKind.Other)));

        string Title(Guid documentId) => titleOf(file.Document(documentId));
    }

    private static string FolderOf(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Application or AttachmentKind.Envelope or AttachmentKind.Identity => "application",
        AttachmentKind.ProofOfService => "service",
        AttachmentKind.Opinion or AttachmentKind.StampedCopy or AttachmentKind.Other => "attachments",
    };
}
