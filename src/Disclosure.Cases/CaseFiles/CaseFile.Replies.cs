using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.CaseFiles;

// When the case was answered, and in which row of table 3 the answer counts.
public sealed partial class CaseFile
{
    /// <summary>The day on which the last reply was complete, or null.</summary>
    public DateOnly? LastReplyServedOn => CompletedReplies().LastOrDefault().Last?.ServedOn;

    /// <summary>
    /// The row of table 3 of a reply (0: the first decision). Where a closing notice answers some of the items, the first
    /// item's letter is the principal one.
    /// </summary>
    public string? RowOfReply(int index)
    {
        if (CompletedReplies().ElementAtOrDefault(index).Letters is not { } letters)
        {
            return null;
        }

        var principal = letters.OrderBy(letter => items.FindIndex(item => letter.Items.Contains(item.Id))).First();
        return ReportRow.Of([.. letters.Select(letter => letter.Row)], principal.Row);
    }

    /// <summary>The edition of the calendar under which each reply was completed, in the order of the replies.</summary>
    public IEnumerable<int> RepliesServedUnder =>
        CompletedReplies()
            .Select(reply => reply.Letters.Select(letter => letter.DecisiveAttempt!).MaxBy(attempt => attempt.Sequence)!.CalendarEdition);

    // Where the items have letters of their own, the case is answered by the last of them: once for each period
    // between reopenings. A closing notice after a withdrawal answers nothing.
    private IEnumerable<(ServiceAttempt Last, IReadOnlyList<CaseDocument> Letters)> CompletedReplies()
    {
        var from = 0;
        foreach (var until in reopenings.Select(reopening => reopening.Sequence).Append(int.MaxValue))
        {
            var letters = documents
                .Where(document => document.Effect is ServiceEffect.Answers or ServiceEffect.Closes && document.Variant != "withdrawn")
                .Where(document => document.DecisiveAttempt is { } attempt && attempt.Sequence > from && attempt.Sequence < until)
                .ToList();
            var complete = until != int.MaxValue || items.TrueForAll(item => item.AnsweredBy is not null);
            if (letters.Count > 0 && complete)
            {
                yield return (
                    letters.Select(letter => letter.DecisiveAttempt!).MaxBy(attempt => (attempt.ServedOn, attempt.Sequence))!, letters);
            }

            from = until;
        }
    }
}
