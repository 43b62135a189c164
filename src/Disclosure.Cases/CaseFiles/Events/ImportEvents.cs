using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>导入: the case was brought in from a ledger that was kept before the software, right after it was registered.</summary>
/// <param name="ImportId">The import: from which file, by whom.</param>
/// <param name="Row">The row of the file, from 1.</param>
/// <param name="Reply">How it was answered; null where it was not.</param>
/// <param name="WithdrawnOn">When the applicant withdrew; null: not.</param>
/// <param name="CalendarEdition">The edition of the calendar in force: the case goes by it for good.</param>
[StoredName("CaseImported")]
public sealed record CaseImported(
    [StoredName("ImportId")] Guid ImportId,
    [StoredName("Row")] int Row,
    [StoredName("Reply")] ImportedReply? Reply,
    [StoredName("WithdrawnOn")] DateOnly? WithdrawnOn,
    [StoredName("CalendarEdition")] int CalendarEdition) : CaseEvent;

/// <summary>A reply that was given before the software: its letter is kept elsewhere.</summary>
/// <param name="TemplateVersion">The wording of the text in force at the import; not the letter's own.</param>
/// <param name="NumberId">Its number's entry in the number ledger; null where it bore none.</param>
/// <param name="DueOn">The last day for it as the ledger had it; null: the clock says.</param>
/// <param name="Facts">The facts filled in, as JSON: none.</param>
public sealed record ImportedReply(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("AttemptId")] Guid AttemptId,
    [StoredName("Template")] string Template,
    [StoredName("Variant")] string? Variant,
    [StoredName("TemplateVersion")] string TemplateVersion,
    [StoredName("Effect")] ServiceEffect Effect,
    [StoredName("Series")] SeriesKind? Series,
    [StoredName("Row")] string? Row,
    [StoredName("NumberId")] Guid? NumberId,
    [StoredName("Number")] string? Number,
    [StoredName("DecidedOn")] DateOnly DecidedOn,
    [StoredName("ServedOn")] DateOnly ServedOn,
    [StoredName("Way")] ServiceWay Way,
    [StoredName("DueOn")] DateOnly? DueOn,
    [StoredName("Facts")] TextRef Facts);
