namespace Disclosure.Cases.Letters;

/// <summary>What came of reading a letter's JSON: the letter, or why there is none.</summary>
/// <param name="Letter">The letter, or null when there are refusals.</param>
/// <param name="Refusals">Each with the path of the field it concerns, e.g. <c>case.applicants[0].kind</c>; empty when
/// there is a letter.</param>
public sealed record LetterReading(Letter? Letter, IReadOnlyList<Refusal> Refusals);
