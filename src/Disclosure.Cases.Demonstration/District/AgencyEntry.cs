using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.Demonstration.District;

/// <summary>An invented agency.</summary>
/// <param name="Slug">Its short name, in front of its people's sign-in names.</param>
internal sealed record AgencyEntry(
    string Slug, string Code, string Name, AgencyKind Kind, string Office, string Address, string Phone, MastheadKind Masthead);

/// <summary>Something that people ask for.</summary>
/// <param name="Agency">Who holds it: an agency's short name, or <c>town</c> for every town and street office.</param>
/// <param name="Request">In the applicant's words; <c>{Y}</c> is the year before receipt, <c>{P}</c> three years before
/// it, <c>{YY}</c> the year of receipt.</param>
/// <param name="Document">The document that holds it.</param>
/// <param name="Pages">Its length, 1 or more.</param>
/// <param name="Words">Words to search with.</param>
/// <param name="Withheld">The part that is not for everyone.</param>
internal sealed record Subject(string Agency, string Request, string Document, int Pages, string Words, string Withheld);

/// <summary>A request that leads to one of the rarer texts, with the facts of that text.</summary>
internal sealed record SpecialRequest(
    string Template, string? Variant, IReadOnlyList<string> Agencies, string Request, System.Text.Json.Nodes.JsonObject Facts);
