using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;

namespace Disclosure.Cases.LegalChecks;

/// <summary>What lies around a case and a letter may be mistaken about: all that the rules need of the stores, read once.</summary>
/// <param name="Agencies">The district's agencies as they are today.</param>
/// <param name="Applicants">The case's applicants, with their representatives.</param>
/// <param name="Strangers">The names of other cases' applicants.</param>
/// <param name="Earlier">The other cases of the same applicant.</param>
/// <param name="FactsOf">What the case's documents say, by the document.</param>
internal sealed record Surroundings(
    IReadOnlyList<Agency> Agencies,
    IReadOnlyList<Applicant> Applicants,
    IReadOnlyList<string> Strangers,
    IReadOnlyList<EarlierApplication> Earlier,
    IReadOnlyDictionary<Guid, JsonObject> FactsOf)
{
    /// <summary>The replies to the same applicant that the letter refers to (24), as far as there are any.</summary>
    public IReadOnlyList<FormerReply> FormerReplies { get; init; } = [];

    /// <summary>What was put right, or has changed, of applicants and items.</summary>
    public IReadOnlyList<FormerValue> Former { get; init; } = [];

    /// <summary>The applicant's applications of the month; null where no fee is at issue.</summary>
    public ApplicationsInMonth? InMonth { get; init; }

    /// <summary>The names of those who reviewed what is disclosed (art. 17) and of those who signed letters, by their ids.</summary>
    public IReadOnlyDictionary<Guid, string> People { get; init; } = new Dictionary<Guid, string>();

    /// <summary>What was written in the case, by the texts' ids.</summary>
    public IReadOnlyDictionary<Guid, string> Written { get; init; } = new Dictionary<Guid, string>();

    /// <summary>A text of the case; empty where there is none.</summary>
    public string Text(TextRef? text) => text is null ? "" : Written.GetValueOrDefault(text.Id) ?? "";

    /// <summary>The names by which the case's applicants may be called.</summary>
    public IReadOnlyList<string> OwnNames =>
        [.. Applicants.SelectMany(person => new[] { person.Name, person.Representative?.Name }).OfType<string>()];

    /// <summary>The case's applicants as one text.</summary>
    public string AllApplicants => string.Join('、', Applicants.Select(person => person.Name));

    /// <summary>Whom a letter of the case went to, where it did not go to the applicant; null else.</summary>
    public string? RecipientOf(CaseDocument document) =>
        FactsOf.TryGetValue(document.Id, out var facts) ? FactReader.Text(facts, "recipient")?.Trim() : null;
}
