namespace Disclosure.Cases.CaseFiles;

/// <summary>The store of cases.</summary>
public interface ICaseFiles
{
    /// <summary>The case with that id, or null.</summary>
    Task<CaseFile?> Find(Guid id, CancellationToken cancellation);

    /// <summary>The cases with those ids; one that is not there is left out.</summary>
    IAsyncEnumerable<CaseFile> FindAll(IReadOnlyList<Guid> ids, CancellationToken cancellation);

    /// <summary>
    /// Appends the case's pending events to its agency's chain and rewrites the columns derived from it, in the
    /// transaction under way.
    /// </summary>
    /// <exception cref="CaseConflictException">Somebody else recorded something on the case since it was read.</exception>
    Task Save(CaseFile file, CancellationToken cancellation);

    /// <summary>Every open case (neither answered, withdrawn, archived nor voided).</summary>
    /// <param name="agencyId">Of that agency; null: of the district.</param>
    IAsyncEnumerable<CaseFile> Open(Guid? agencyId, CancellationToken cancellation);

    /// <summary>
    /// Every case of an agency in which something may be due: the open ones, and those with an inquiry that is not answered.
    /// </summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="officerId">Of that officer; null: of all.</param>
    IAsyncEnumerable<CaseFile> Watched(Guid agencyId, Guid? officerId, CancellationToken cancellation);

    /// <summary>Rewrites the columns derived from the case where they are not what events and calendars make them.</summary>
    Task Derive(CaseFile file, CancellationToken cancellation);
}

/// <summary>Files that belong to cases: scans, and the frozen letters.</summary>
public interface ICaseContents
{
    /// <summary>Keeps a file in the transaction under way.</summary>
    /// <returns>Its id and the SHA-256 of its bytes, lower-case hexadecimal.</returns>
    Task<(Guid Id, string Sha256)> Keep(Guid caseId, string name, string mediaType, byte[] content, CancellationToken cancellation);

    /// <summary>A file by its id; null where there is none, and where it was emptied.</summary>
    Task<CaseContent?> Find(Guid id, CancellationToken cancellation);
}

/// <summary>What is known of a case's files without reading them whole: a scan has up to 50 MB.</summary>
public interface ICaseContentHeads
{
    /// <summary>The files of a case by their id.</summary>
    Task<IReadOnlyDictionary<Guid, CaseContentHead>> OfCase(Guid caseId, CancellationToken cancellation);
}

/// <summary>A file of a case by its name and first bytes.</summary>
/// <param name="Head">Its first 16 bytes, or as many as it has.</param>
public sealed record CaseContentHead(Guid Id, string Name, byte[] Head);

/// <summary>A file of a case.</summary>
public sealed record CaseContent(Guid Id, Guid CaseId, string Name, string MediaType, string Sha256, byte[] Content);
