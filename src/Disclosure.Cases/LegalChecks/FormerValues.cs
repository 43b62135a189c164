using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.LegalChecks;

/// <summary>What was on record of applicants and items until it was put right, or changed: what no letter says any more.</summary>
public static class FormerValues
{
    // What is shorter occurs in many words by chance.
    private const int Shortest = 2;
    private const int ShortestWords = 6;

    /// <summary>Each former value with the one in its place; those that hold for somebody still are left out.</summary>
    /// <param name="file">The case.</param>
    /// <param name="written">The texts of the case by their id.</param>
    public static IReadOnlyList<FormerValue> Of(CaseFile file, IReadOnlyDictionary<Guid, string> written)
    {
        var former = file.FormerApplicants.SelectMany(pair => Values(Person(pair.Before)).Zip(Values(Person(pair.After))))
            .Concat(file.FormerWords.Select(pair => (Words(pair.Before), Text(pair.After))))
            .Reverse().ToList();
        var current = file.Applicants.SelectMany(applicant => Values(Person(applicant.Data)))
            .Concat(file.Items.Select(item => Text(item.Description))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. former.Where(pair => pair.Item1 is { } before && before.Length >= Shortest && !current.Contains(before))
                .DistinctBy(pair => pair.Item1)
                .Select(pair => new FormerValue(
                    pair.Item1!, pair.Item2 ?? "", [.. current.Where(value => value.Contains(pair.Item1!, StringComparison.Ordinal))])),
        ];

        string? Text(TextRef reference) => written.GetValueOrDefault(reference.Id)?.Trim() is { Length: > 0 } text ? text : null;

        string? Words(TextRef reference) => Text(reference) is { Length: >= ShortestWords } words ? words : null;

        Applicant? Person(TextRef reference) => Applicant.Read(Text(reference));
    }

    /// <summary>Those that a text still says, but for where they are part of what holds now.</summary>
    public static IEnumerable<FormerValue> In(string text, IReadOnlyList<FormerValue> former) => former.Where(value =>
        value.Within.Aggregate(text, (rest, now) => rest.Replace(now, "□", StringComparison.Ordinal))
            .Contains(value.Before, StringComparison.Ordinal));

    private static IEnumerable<string?> Values(Applicant? applicant) =>
    [
        applicant?.Name, applicant?.IdentityNumber, applicant?.Contact, applicant?.Address, applicant?.ElectronicAddress,
        applicant?.Representative?.Name,
    ];
}

/// <summary>What was on record, and what is now.</summary>
/// <param name="Before">What was.</param>
/// <param name="Now">What took its place; empty where nothing did.</param>
/// <param name="Within">What holds now and contains it.</param>
public sealed record FormerValue(string Before, string Now, IReadOnlyList<string> Within);
