using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.LetterComposition;

/// <summary>
/// 03 (art. 33 ¶2): what is said beside a new due date that may yet move: it rests on days off which nobody has announced, or on the
/// limit of somebody who is still asked for an opinion.
/// </summary>
public static class ProvisionalNote
{
    private const string Asked = "现正依法征求意见，该日按征求意见的期限届满推算；提前收到意见的，该日相应提前";

    /// <summary>The words for it; null where the date stands.</summary>
    public static string? Of(CaseFile file, DateOnly dueOn, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(calendar);
        string?[] reasons =
        [
            calendar.IsProvisional(dueOn.Year)
                ? FormattableString.Invariant($"{dueOn.Year}年放假安排尚未公布，该日按法定节假日推算；公布后有变动的，以按公布的安排计算的日期为准")
                : null,
            file.OpenConsultations.Any() ? Asked : null,
        ];
        return reasons.OfType<string>().ToList() is { Count: > 0 } said ? string.Join('；', said) : null;
    }
}
