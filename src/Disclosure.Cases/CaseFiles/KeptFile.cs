namespace Disclosure.Cases.CaseFiles;

/// <summary>A file of a document.</summary>
/// <param name="FileId">The file.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
public sealed record KeptFile(Guid FileId, string Sha256);
