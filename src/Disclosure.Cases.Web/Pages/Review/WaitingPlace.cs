using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Web.Pages.Review;

/// <summary>Where a document stands among those that wait for approval, so that one can walk through them.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Count">How many wait.</param>
/// <param name="Previous">The one before it.</param>
/// <param name="Next">The one after it.</param>
internal sealed record WaitingPlace(int Number, int Count, ApprovalRow? Previous, ApprovalRow? Next)
{
    /// <summary>
    /// Where one goes once it is decided: to the one after it, behind the last to the one before; null when nothing else waits.
    /// </summary>
    public ApprovalRow? AfterDecision => Next ?? Previous;

    /// <summary>The place of a document; null when it does not wait.</summary>
    public static WaitingPlace? Of(IReadOnlyList<ApprovalRow> rows, Guid documentId)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index].DocumentId == documentId)
            {
                return new WaitingPlace(index + 1, rows.Count, rows.ElementAtOrDefault(index - 1), rows.ElementAtOrDefault(index + 1));
            }
        }

        return null;
    }

    /// <summary>Where a waiting document is read.</summary>
    public static string AddressOf(ApprovalRow row) => $"/cases/{row.CaseId}/documents/{row.DocumentId}";
}
