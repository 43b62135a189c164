namespace Disclosure.Cases.Agencies;

/// <summary>The stored names of the particulars that the administration's journal tells of (<see cref="FieldChange.Field"/>).</summary>
public static class JournalFields
{
    /// <summary>The name of an agency or a user.</summary>
    public const string Name = "Name";

    /// <summary>机关代字.</summary>
    public const string Code = "Code";

    /// <summary>The tier of an agency.</summary>
    public const string Kind = "Kind";

    /// <summary>政府信息公开工作机构.</summary>
    public const string Office = "Office";

    /// <summary>Its address.</summary>
    public const string Address = "Address";

    /// <summary>Its postcode.</summary>
    public const string Postcode = "Postcode";

    /// <summary>Its telephone.</summary>
    public const string Phone = "Phone";

    /// <summary>Where reconsideration is applied for.</summary>
    public const string ReconsiderationOrgan = "ReconsiderationOrgan";

    /// <summary>That organ's address.</summary>
    public const string ReconsiderationAddress = "ReconsiderationAddress";

    /// <summary>The court for an action.</summary>
    public const string Court = "Court";

    /// <summary>Which masthead its letters carry.</summary>
    public const string Masthead = "Masthead";

    /// <summary>The day from which a version or a succession holds.</summary>
    public const string ValidFrom = "ValidFrom";

    /// <summary>The agency that continues another one, by its name.</summary>
    public const string SuccessorId = "SuccessorId";

    /// <summary>The agency of a user, by its name.</summary>
    public const string AgencyId = "AgencyId";

    /// <summary>The roles of a user.</summary>
    public const string Roles = "Roles";

    /// <summary>Whether a user may sign in.</summary>
    public const string IsActive = "IsActive";

    /// <summary>A reviewer's deputy, by name.</summary>
    public const string DeputyId = "DeputyId";

    /// <summary>The first day of a deputy.</summary>
    public const string From = "From";

    /// <summary>The beginning of a token, by which it is told from others.</summary>
    public const string Token = "Token";

    /// <summary>The fingerprint of the key that the records are sealed with.</summary>
    public const string Key = "Key";

    /// <summary>
    /// The file of the database: what was replaced is kept as the one, the backup was the other. Of records that were copied, the kinds of
    /// both databases.
    /// </summary>
    public const string Database = "Database";

    /// <summary>How many lines the anchor file had when the records went back to a backup.</summary>
    public const string AnchorLines = "AnchorLines";

    /// <summary>A chain that lost entries by that, with its length.</summary>
    public const string Chain = "Chain";

    /// <summary>A recurring job, by its name.</summary>
    public const string Job = "Job";

    /// <summary>How many cases had other columns than their events make.</summary>
    public const string Cases = "Cases";

    /// <summary>How many cases were brought in.</summary>
    public const string Imported = "Imported";

    /// <summary>The day before which records were deleted.</summary>
    public const string Before = "Before";

    /// <summary>How many they were.</summary>
    public const string Lines = "Lines";

    /// <summary>Why it was done.</summary>
    public const string Reason = "Reason";

    /// <summary>The last day of a deputy.</summary>
    public const string Until = "Until";

    /// <summary>Whether the administration is divided.</summary>
    public const string IsOn = "IsOn";
}
