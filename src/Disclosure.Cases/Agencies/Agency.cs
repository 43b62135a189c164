namespace Disclosure.Cases.Agencies;

/// <summary>The tier of an agency in its district.</summary>
[StoredName("AgencyKind")]
public enum AgencyKind
{
    /// <summary>区人民政府: the district government itself.</summary>
    [StoredName("DistrictGovernment")]
    DistrictGovernment,

    /// <summary>镇人民政府、街道办事处.</summary>
    [StoredName("TownOrStreet")]
    TownOrStreet,

    /// <summary>区政府部门.</summary>
    [StoredName("Department")]
    Department,
}

/// <summary>
/// An agency (行政机关) as it is from a certain day on. Code, name, organ of reconsideration and court are
/// effective-dated: numbers already given and letters already sent stay as they were.
/// </summary>
/// <param name="Id">The agency, whatever it is called.</param>
/// <param name="ValidFrom">The first day of this version.</param>
/// <param name="Code">机关代字, in front of every number.</param>
/// <param name="Name">The name that signs.</param>
/// <param name="Kind">The tier.</param>
/// <param name="Office">政府信息公开工作机构 (art. 4).</param>
/// <param name="Address">Office address.</param>
/// <param name="Postcode">Postcode of the office.</param>
/// <param name="Phone">Telephone of the office.</param>
/// <param name="ReconsiderationOrgan">Where reconsideration is applied for.</param>
/// <param name="ReconsiderationAddress">That organ's address.</param>
/// <param name="Court">The court for an action.</param>
/// <param name="Masthead">Which masthead its letters carry.</param>
public sealed record Agency(
    Guid Id,
    DateOnly ValidFrom,
    string Code,
    string Name,
    AgencyKind Kind,
    string Office,
    string Address,
    string Postcode,
    string Phone,
    string ReconsiderationOrgan,
    string ReconsiderationAddress,
    string Court,
    MastheadKind Masthead);

/// <summary>The agencies of the district.</summary>
public interface IAgencies
{
    /// <summary>
    /// The agency as it is on a day: the latest version that has begun. Where another one continues it by then, that one
    /// as it is, with the own code: whoever signs is the successor, and the series of numbers goes on.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such agency on that day.</exception>
    Task<Agency> On(Guid agencyId, DateOnly day, CancellationToken cancellation);

    /// <summary>
    /// All agencies under their own names, as they are on a day, those that have ended included: the district government, then by code.
    /// </summary>
    Task<IReadOnlyList<Agency>> AllOn(DateOnly day, CancellationToken cancellation);

    /// <summary>Every version of every agency, the earlier first.</summary>
    Task<IReadOnlyList<Agency>> History(CancellationToken cancellation);

    /// <summary>Adds an agency, or a new version of one.</summary>
    Task Add(Agency version, CancellationToken cancellation);

    /// <summary>Which agency continues which, begun or not.</summary>
    Task<IReadOnlyList<Succession>> Successions(CancellationToken cancellation);

    /// <summary>Records that an agency is continued by another one.</summary>
    Task Succeed(Succession succession, CancellationToken cancellation);

    /// <summary>Takes a succession away; the caller has seen to it that it has not begun.</summary>
    Task WithdrawSuccession(Guid agencyId, CancellationToken cancellation);

    /// <summary>Takes a version away; the caller has seen to it that it has not begun.</summary>
    Task Withdraw(Guid agencyId, DateOnly validFrom, CancellationToken cancellation);
}
