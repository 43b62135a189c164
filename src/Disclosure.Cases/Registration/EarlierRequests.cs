using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Registration;

/// <summary>An application at the same agency by somebody who may be the same.</summary>
/// <param name="IsSameApplicant">Whether it is the same applicant (<see cref="Applicant.SameApplicantKey"/>); else the
/// name alone is the same.</param>
/// <param name="ReceivedOn">The day of receipt, or of arrival while that is not confirmed.</param>
/// <param name="Items">What was asked for.</param>
/// <param name="Replies">The decisions in force on it.</param>
public sealed record EarlierRequest(
    Guid CaseId, string RegisterNumber, CaseStage Stage, DateOnly ReceivedOn,
    bool IsSameApplicant, IReadOnlyList<string> Items, IReadOnlyList<EarlierReply> Replies);

/// <summary>A decision on an earlier application.</summary>
public sealed record EarlierReply(Guid DocumentId, string Number);

/// <summary>The applications of somebody who is about to apply again. Voided registrations are none.</summary>
public interface IEarlierRequests
{
    /// <summary>Those of the same applicant and of the same name, latest first.</summary>
    Task<IReadOnlyList<EarlierRequest>> Of(Guid agencyId, Applicant applicant, int most, CancellationToken cancellation);

    /// <summary>How many the same applicant sent in the calendar month of a day (art. 35); 0 where nothing tells who is the same.</summary>
    Task<int> InMonth(Guid agencyId, Applicant applicant, DateOnly day, CancellationToken cancellation);
}

/// <summary>An earlier application that may be the same one (art. 36(6)).</summary>
/// <param name="Earlier">The application.</param>
/// <param name="Similarity">How alike the words are that are most alike, 0 to 1.</param>
public sealed record PossibleRepeat(EarlierRequest Earlier, double Similarity)
{
    /// <summary>How alike requests must be to be shown: half of their pairs of characters are the same.</summary>
    public const double From = 0.5;

    private const int MostItems = 10;

    /// <summary>
    /// Those whose words are like what is asked for now, the most alike first. Of each application the first ten items are compared.
    /// </summary>
    public static IReadOnlyList<PossibleRepeat> Among(IEnumerable<EarlierRequest> earlier, IEnumerable<string> items)
    {
        var asked = Words(items);
        return [.. earlier
            .Select(one => new PossibleRepeat(one, Words(one.Items).SelectMany(theirs => asked.Select(theirs.To)).DefaultIfEmpty(0).Max()))
            .Where(repeat => repeat.Similarity >= From).OrderByDescending(repeat => repeat.Similarity)];
    }

    private static List<SimilarWords> Words(IEnumerable<string> items) => [.. items.Take(MostItems).Select(item => new SimilarWords(item))];
}
