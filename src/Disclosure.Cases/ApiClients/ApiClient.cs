namespace Disclosure.Cases.ApiClients;

/// <summary>What a system may do through the API.</summary>
[Flags]
[StoredName("ApiScope")]
public enum ApiScope
{
    /// <summary>Nothing beyond asking which agencies there are.</summary>
    [StoredName("None")]
    None = 0,

    /// <summary><c>applications:write</c>: file applications, and hand in the corrections that are asked for.</summary>
    [StoredName("WriteApplications")]
    WriteApplications = 1,

    /// <summary><c>receipts:confirm</c>: confirm receipt with the applicant, from which the clock starts (art. 31(3)).</summary>
    [StoredName("ConfirmReceipt")]
    ConfirmReceipt = 2,

    /// <summary><c>applications:read</c>: ask how applications stand.</summary>
    [StoredName("ReadApplications")]
    ReadApplications = 4,

    /// <summary><c>documents:read</c>: fetch what was served on the applicant.</summary>
    [StoredName("ReadDocuments")]
    ReadDocuments = 8,
}

/// <summary>Scopes as the API names them.</summary>
public static class ApiScopes
{
    /// <summary>Each of them.</summary>
    public static IReadOnlyList<ApiScope> All { get; } =
    [
        ApiScope.WriteApplications, ApiScope.ConfirmReceipt, ApiScope.ReadApplications, ApiScope.ReadDocuments,
    ];

    /// <summary>The scopes in a set, one by one.</summary>
    public static IEnumerable<ApiScope> Each(this ApiScope scopes) => All.Where(scope => scopes.HasFlag(scope));

    /// <summary>A single scope's name on the wire.</summary>
    public static string Code(this ApiScope scope) => scope switch
    {
        ApiScope.WriteApplications => "applications:write",
        ApiScope.ConfirmReceipt => "receipts:confirm",
        ApiScope.ReadApplications => "applications:read",
        ApiScope.ReadDocuments => "documents:read",
        ApiScope.None => "",
    };
}

/// <summary>A system that citizens file through (在线申请平台), admitted by an administrator.</summary>
/// <param name="Id">The system; it is the actor of the events that it brings about.</param>
/// <param name="Name">Its name, as the history of cases shows it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="AgencyId">The one agency that it may file at; null: any of the district.</param>
/// <param name="AdmittedBy">The administrator.</param>
/// <param name="AdmittedAt">When, UTC.</param>
public sealed record ApiClient(Guid Id, string Name, ApiScope Scopes, Guid? AgencyId, Guid AdmittedBy, DateTimeOffset AdmittedAt)
{
    /// <summary>Whether it may file at an agency.</summary>
    public bool MayFileAt(Guid agencyId) => AgencyId is null || AgencyId == agencyId;

    /// <summary>The system as it acts at an agency.</summary>
    public Actor At(Guid agencyId) => new(Id, Name, Role.Portal, agencyId);
}

/// <summary>A token by which a system shows who it is. The token itself was shown once; only its hash is kept.</summary>
/// <param name="Id">The token.</param>
/// <param name="ClientId">Whose it is.</param>
/// <param name="Prefix">Its beginning, by which people recognise it.</param>
/// <param name="Hash">SHA-256 of the whole token, lower-case hexadecimal.</param>
/// <param name="IssuedBy">The administrator.</param>
/// <param name="IssuedAt">When, UTC.</param>
/// <param name="ExpiresOn">The last day on which it is good; null: until it is revoked.</param>
/// <param name="LastUsedOn">The last day on which it was used, or null.</param>
/// <param name="RevokedBy">Who revoked it, or null.</param>
/// <param name="RevokedAt">When, UTC, or null.</param>
public sealed record ApiToken(
    Guid Id, Guid ClientId, string Prefix, string Hash, Guid IssuedBy, DateTimeOffset IssuedAt,
    DateOnly? ExpiresOn, DateOnly? LastUsedOn, Guid? RevokedBy, DateTimeOffset? RevokedAt)
{
    /// <summary>Whether it is good on a day.</summary>
    public bool IsGoodOn(DateOnly day) => RevokedAt is null && !(ExpiresOn < day);
}
