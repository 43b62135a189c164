namespace Disclosure.Cases.Agencies;

/// <summary>What somebody did who keeps agencies and users in order.</summary>
[StoredName("AdministrativeAct")]
public enum AdministrativeAct
{
    /// <summary>An agency was added.</summary>
    [StoredName("AgencyAdded")]
    AgencyAdded,

    /// <summary>An agency has other particulars from a day on.</summary>
    [StoredName("AgencyChanged")]
    AgencyChanged,

    /// <summary>A version of an agency that had not begun was withdrawn.</summary>
    [StoredName("AgencyVersionWithdrawn")]
    AgencyVersionWithdrawn,

    /// <summary>An agency is continued by another one from a day on.</summary>
    [StoredName("AgencySucceeded")]
    AgencySucceeded,

    /// <summary>A succession that had not begun was withdrawn.</summary>
    [StoredName("SuccessionWithdrawn")]
    SuccessionWithdrawn,

    /// <summary>An approval has another number of links.</summary>
    [StoredName("ApprovalChainSet")]
    ApprovalChainSet,

    /// <summary>A number series was given its opening number.</summary>
    [StoredName("SeriesOpened")]
    SeriesOpened,

    /// <summary>A user was added.</summary>
    [StoredName("UserAdded")]
    UserAdded,

    /// <summary>A user has another name, agency or roles, or may sign in or not.</summary>
    [StoredName("UserChanged")]
    UserChanged,

    /// <summary>An administrator set a user's password.</summary>
    [StoredName("PasswordSet")]
    PasswordSet,

    /// <summary>A user who was locked after too many wrong passwords may try again.</summary>
    [StoredName("UserUnlocked")]
    UserUnlocked,

    /// <summary>An administrator ended a user's session.</summary>
    [StoredName("SessionEnded")]
    SessionEnded,

    /// <summary>A user changed the own password.</summary>
    [StoredName("PasswordChanged")]
    PasswordChanged,

    /// <summary>A user set up a second factor.</summary>
    [StoredName("SecondFactorSetUp")]
    SecondFactorSetUp,

    /// <summary>A user gave up the own second factor, or an administrator took away somebody's, for a reason.</summary>
    [StoredName("SecondFactorTakenAway")]
    SecondFactorTakenAway,

    /// <summary>A user signed in with a recovery code in place of the second factor.</summary>
    [StoredName("RecoveryCodeUsed")]
    RecoveryCodeUsed,

    /// <summary>Where a user's alerts are sent was changed.</summary>
    [StoredName("ContactSet")]
    ContactSet,

    /// <summary>A reviewer was given a deputy.</summary>
    [StoredName("DeputyNamed")]
    DeputyNamed,

    /// <summary>A deputy's time was ended early.</summary>
    [StoredName("DeputyEnded")]
    DeputyEnded,

    /// <summary>A system was admitted to file online, and given its first token.</summary>
    [StoredName("ApiClientAdmitted")]
    ApiClientAdmitted,

    /// <summary>A system was given another token.</summary>
    [StoredName("TokenIssued")]
    TokenIssued,

    /// <summary>A token opens nothing any more.</summary>
    [StoredName("TokenRevoked")]
    TokenRevoked,

    /// <summary>Another wording of a template came into force.</summary>
    [StoredName("TemplateAdopted")]
    TemplateAdopted,

    /// <summary>The records are sealed with a new key.</summary>
    [StoredName("KeyRotated")]
    KeyRotated,

    /// <summary>The records went back to a backup.</summary>
    [StoredName("RecordsRestored")]
    RecordsRestored,

    /// <summary>The records were copied here from another database.</summary>
    [StoredName("RecordsCopied")]
    RecordsCopied,

    /// <summary>The columns of all cases were derived anew from their events.</summary>
    [StoredName("RecordsRebuilt")]
    RecordsRebuilt,

    /// <summary>Past cases were brought in from a ledger.</summary>
    [StoredName("CasesImported")]
    CasesImported,

    /// <summary>A recurring job was run by hand.</summary>
    [StoredName("JobRun")]
    JobRun,

    /// <summary>A second person did not confirm that a case be emptied, its retention period having ended.</summary>
    [StoredName("ErasureDeclined")]
    ErasureDeclined,

    /// <summary>An administrator asked that records of looks be deleted, their retention period having ended.</summary>
    [StoredName("LookErasureRequested")]
    LookErasureRequested,

    /// <summary>A second person confirmed it, and they were deleted.</summary>
    [StoredName("LooksErased")]
    LooksErased,

    /// <summary>A second person did not confirm it, or who asked took it back.</summary>
    [StoredName("LookErasureDeclined")]
    LookErasureDeclined,

    /// <summary>三员分立 was switched on or off in the settings, as a start found.</summary>
    [StoredName("SeparationSet")]
    SeparationSet,

    /// <summary>Another anchor file was begun, the last one being lost or damaged.</summary>
    [StoredName("AnchorsBegunAnew")]
    AnchorsBegunAnew,
}

/// <summary>One particular that was changed.</summary>
/// <param name="Field">Its identifier, e.g. <c>Name</c>; for an approval chain the template's code, empty for all others;
/// for an adopted wording the template's code.</param>
/// <param name="Before">What it was; null: nothing.</param>
/// <param name="After">What it is; null: nothing.</param>
public sealed record FieldChange(
    [StoredName("Field")] string Field,
    [StoredName("Before")] string? Before,
    [StoredName("After")] string? After)
{
    /// <summary>The changes from one set of particulars to another, in their order; what stayed as it was is left out.</summary>
    public static IReadOnlyList<FieldChange> Between(
        IEnumerable<(string Field, string? Value)> before, IEnumerable<(string Field, string? Value)> after) =>
            [.. before.Zip(after, (was, now) => new FieldChange(was.Field, was.Value, now.Value))
                .Where(change => change.Before != change.After)];
}

/// <summary>An entry of the administration's journal.</summary>
/// <param name="RecordedAt">When, UTC.</param>
/// <param name="RecordedBy">By whom; the nil id for the application itself.</param>
/// <param name="Act">What was done.</param>
/// <param name="AgencyId">The agency that it concerns, if any.</param>
/// <param name="UserId">The user that it concerns, if any.</param>
/// <param name="Changes">What was changed; never a password or a contact.</param>
/// <param name="By">The name of whoever did it; null: nobody knows it.</param>
/// <param name="User">The name of the user that it concerns.</param>
public sealed record AdministrationEntry(
    DateTimeOffset RecordedAt, Guid RecordedBy, AdministrativeAct Act, Guid? AgencyId, Guid? UserId, IReadOnlyList<FieldChange> Changes,
    RecordedName? By, RecordedName? User);

/// <summary>Which entries are looked for; null: all.</summary>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="By">A part of the name, or of the sign-in name, of whoever did it.</param>
/// <param name="Act">What was done.</param>
/// <param name="AgencyId">The agency that it concerns.</param>
/// <param name="User">A part of the name, or of the sign-in name, of the user that it concerns.</param>
/// <param name="UserId">The user that it concerns.</param>
public sealed record AdministrationFilter(
    DateTimeOffset From, DateTimeOffset Until, string? By = null, AdministrativeAct? Act = null, Guid? AgencyId = null,
    string? User = null, Guid? UserId = null)
{
    /// <summary>All entries there are.</summary>
    public static AdministrationFilter All { get; } = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
}

/// <summary>The journal of the administration: it only grows, each entry in the transaction of what it tells of.</summary>
public interface IAdministrationLog
{
    /// <summary>Writes down what the current actor does now.</summary>
    /// <returns>The entry.</returns>
    Task<Guid> Add(
        AdministrativeAct act, Guid? agencyId, Guid? userId, CancellationToken cancellation, params IReadOnlyList<FieldChange> changes);

    /// <summary>An entry, or null.</summary>
    Task<AdministrationEntry?> Find(Guid id, CancellationToken cancellation);

    /// <summary>The entries that fit, the newest first.</summary>
    Task<IReadOnlyList<AdministrationEntry>> Find(AdministrationFilter filter, int skip, int take, CancellationToken cancellation);

    /// <summary>How many entries fit.</summary>
    Task<int> Count(AdministrationFilter filter, CancellationToken cancellation);
}

/// <summary>Is told what an administrator did to an account that its owner should know of, in the transaction of it.</summary>
public interface IAccountListener
{
    /// <summary>Somebody else gave the user a password, or took the second factor away.</summary>
    /// <param name="entryId">The entry of the journal.</param>
    /// <param name="act">Which of them.</param>
    /// <param name="user">The user.</param>
    /// <param name="cancellation">Breaks it off.</param>
    Task Concerned(Guid entryId, AdministrativeAct act, User user, CancellationToken cancellation);
}
