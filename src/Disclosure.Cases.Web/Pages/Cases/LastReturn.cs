using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>How a document was last given back: why, by whom, and the passages that were marked.</summary>
/// <param name="Row">The event.</param>
/// <param name="Reason">What had to be changed; null where its retention period has ended.</param>
/// <param name="Marks">The passages marked.</param>
internal sealed record LastReturn(HistoryRow Row, string? Reason, IReadOnlyList<PassageMark> Marks)
{
    /// <summary>The last return of a document, or null.</summary>
    public static LastReturn? Of(CaseView view, CaseDocument document) =>
        view.History.LastOrDefault(row =>
            row.Event is DocumentReturned returned && returned.DocumentId == document.Id) is { Event: DocumentReturned last } row
            ? new LastReturn(row, view.Text(last.Reason), PassageMark.Read(view.Text(last.Marks)))
            : null;

    /// <summary>The case as it stood when the document was given back.</summary>
    public CaseFile Then(CaseView view) =>
        CaseFile.Fold(view.File.Id, view.History.TakeWhile(row => row.Sequence < Row.Sequence).Select(row => row.Event));
}
