namespace Disclosure.Cases.CaseFiles;

/// <summary>A scan or file that proves service: a receipt signed, a posting receipt, a delivery record.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">Its bytes, at most 50 MB.</param>
public sealed record ProofFile(string Name, string MediaType, byte[] Content);
