using Disclosure.Cases.Letters;

namespace Disclosure.Cases.LegalChecks;

/// <summary>A document's letter as it was composed and checked; where nothing was found, it can be issued as it is.</summary>
/// <param name="Letter">The letter, with the day of the check as its date of issue while it has none.</param>
/// <param name="Findings">Everything that keeps the document from being submitted; empty when nothing does.</param>
/// <param name="Upload">What it was finished in, in Word; null where it was not, or where the upload is gone.</param>
public sealed record CheckedLetter(Letter Letter, IReadOnlyList<Refusal> Findings, byte[]? Upload);
