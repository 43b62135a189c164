using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

// What was emptied when its retention period had ended.
public sealed partial class CaseFile
{
    /// <summary>What stands in the place of names and words that were emptied.</summary>
    public const string ErasedWords = "已按期清除";

    private readonly HashSet<Guid> erased = [];

    /// <summary>Whether the whole file was emptied: nothing can be done with the case any more.</summary>
    public bool IsErased { get; private set; }

    /// <summary>Whether a text or file of the case was emptied.</summary>
    public bool HasErased(Guid id) => erased.Contains(id);

    /// <summary>Whether a document can no longer be read: its frozen file was emptied, or what it is made from.</summary>
    public bool IsErasedDocument(CaseDocument document) =>
        (document.FileId is { } frozen && HasErased(frozen)) || document.Sections.Any(section => HasErased(section.Facts.Id));

    /// <summary>Whether it is no longer on record who applies: some applicant's data were emptied, and not recorded again since.</summary>
    public bool IsApplicantErased => Applicants.Any(applicant => HasErased(applicant.Data.Id));

    private void Apply(RecordsErased emptied)
    {
        erased.UnionWith(emptied.Texts);
        erased.UnionWith(emptied.Files);
        IsErased |= emptied.Scope == RetentionScope.File;
    }
}
