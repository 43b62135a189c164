using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.LegalChecks;

/// <summary>
/// What was on record of applicants and items until it was put right, or changed, or somebody succeeded: what no letter says any more.
/// </summary>
public static partial class FormerValues
{
    // What is shorter occurs in many words by chance.
    private const int Shortest = 2;
    private const int ShortestWords = 6;

    /// <summary>
    /// Each former value with the one in its place; those that hold for somebody still are left out. What the applicant corrected is not
    /// among them: letters may tell of the correction.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="written">The texts of the case by their id.</param>
    public static IReadOnlyList<FormerValue> Of(CaseFile file, IReadOnlyDictionary<Guid, string> written) =>
        In(file, written, file.FormerWords, since: 0);

    /// <summary>The values that became former ones after an event, the words that the applicant corrected since among them.</summary>
    /// <param name="file">The case.</param>
    /// <param name="written">The texts of the case by their id.</param>
    /// <param name="sequence">The event.</param>
    public static IReadOnlyList<FormerValue> Since(CaseFile file, IReadOnlyDictionary<Guid, string> written, int sequence) =>
        In(file, written, [.. file.FormerWords, .. file.CorrectedWords], sequence);

    /// <summary>
    /// Those that a text still says, but for where they are part of what holds now. White space does not count, and a telephone number is
    /// the same however it is written.
    /// </summary>
    public static IEnumerable<FormerValue> In(string text, IReadOnlyList<FormerValue> former)
    {
        var closed = JudgedUpload.Closed(text);
        var telephones = former.Count == 0 ? [] : NumberInText().Matches(ComparedText.Folded(text))
            .Select(match => SameApplicant.Telephone(match.Value)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return former.Where(value =>
            value.Within.Aggregate(closed, (rest, now) => rest.Replace(JudgedUpload.Closed(now), "□", StringComparison.Ordinal))
                .Contains(JudgedUpload.Closed(value.Before), StringComparison.Ordinal)
            || (value.Telephone is { } telephone && telephones.Contains(telephone)));
    }

    private static List<FormerValue> In(
        CaseFile file, IReadOnlyDictionary<Guid, string> written, IReadOnlyList<FormerText> words, int since)
    {
        var people = file.FormerApplicants.Concat(file.Successions).Where(pair => pair.Sequence > since).OrderBy(pair => pair.Sequence);
        var former = people.SelectMany(pair => Values(Person(pair.Before)).Zip(Values(Person(pair.After))))
            .Concat(words.Where(pair => pair.Sequence > since).OrderBy(pair => pair.Sequence)
                .Select(pair => (Words(pair.Before), Text(pair.After))))
            .Reverse().ToList();
        var current = file.Applicants.SelectMany(applicant => Values(Person(applicant.Data)))
            .Concat(file.Items.Select(item => Text(item.Description))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var telephones = current.Select(SameApplicant.Telephone).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. former.Where(pair => pair.Item1 is { } before && before.Length >= Shortest && !current.Contains(before))
                .DistinctBy(pair => pair.Item1)
                .Select(pair => new FormerValue(
                    pair.Item1!,
                    pair.Item2 ?? "",
                    // Whoever succeeds may be said to succeed somebody.
                    [.. current.Where(value => value.Contains(pair.Item1!, StringComparison.Ordinal)), "原申请人" + pair.Item1])
                {
                    Telephone = SameApplicant.Telephone(pair.Item1!) is { } telephone && !telephones.Contains(telephone) ? telephone : null,
                }),
        ];

        string? Text(TextRef reference) => written.GetValueOrDefault(reference.Id)?.Trim() is { Length: > 0 } text ? text : null;

        string? Words(TextRef reference) => Text(reference) is { Length: >= ShortestWords } words ? words : null;

        Applicant? Person(TextRef reference) => Applicant.Read(Text(reference));
    }

    private static IEnumerable<string?> Values(Applicant? applicant) =>
    [
        applicant?.Name, applicant?.IdentityNumber, applicant?.Contact, applicant?.Address, applicant?.ElectronicAddress,
        applicant?.Representative?.Name,
    ];

    [GeneratedRegex(@"[+(]*\d[\d()\p{Pd}\u2212. ]*\d")]
    private static partial Regex NumberInText();
}

/// <summary>What was on record, and what is now.</summary>
/// <param name="Before">What was.</param>
/// <param name="Now">What took its place; empty where nothing did.</param>
/// <param name="Within">What may be said and contains it.</param>
public sealed record FormerValue(string Before, string Now, IReadOnlyList<string> Within)
{
    /// <summary>As it is dialled, where it is a telephone number and nobody's any more; else null.</summary>
    public string? Telephone { get; init; }
}
