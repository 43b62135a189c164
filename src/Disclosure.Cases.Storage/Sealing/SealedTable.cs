using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Sealing;

/// <summary>A row of a sealed table.</summary>
/// <param name="Key">The values of its key, as they stand in the row.</param>
internal readonly record struct RowKey(SealedTable Table, string Key);

/// <summary>
/// A table whose rows are recorded as they are, not derived from events: each is sealed in <c>row_seals</c> by the transaction
/// that changes it. Columns that come later are added at the end and may be NULL, so that earlier seals stay right.
/// </summary>
internal sealed class SealedTable
{
    public static readonly SealedTable Agencies = new(
        "agencies", ["agency_id", "valid_from"],
        [
            "code", "name", "kind", "office", "address", "postcode", "phone",
            "reconsideration_organ", "reconsideration_address", "court", "masthead",
        ]);

    public static readonly SealedTable Users = new(
        "users", ["id"],
        [
            "sign_in_name", "sign_in_key", "name", "roles", "agency_id", "is_active", "password_hash", "email", "phone",
            "password_given_at", "stamp",
        ]);

    public static readonly SealedTable Deputies = new("deputies", ["user_id", "deputy_id", "from_on", "until_on"], []);

    public static readonly SealedTable ApprovalChains = new("approval_chains", ["agency_id", "template"], ["links"]);

    public static readonly SealedTable Successions = new("agency_successions", ["agency_id"], ["successor_id", "from_on"]);

    public static readonly SealedTable AdministrationLog = new(
        "administration_log", ["id"],
        ["recorded_at", "recorded_by", "act", "agency_id", "user_id", "changes", "recorded_name", "user_name"]);

    public static readonly SealedTable ApiClients = new(
        "api_clients", ["id"], ["name", "name_key", "scopes", "agency_id", "admitted_by", "admitted_at"]);

    // When a token was used last is told for orientation and changes with its use: that is not sealed.
    public static readonly SealedTable ApiTokens = new(
        "api_tokens", ["id"], ["client_id", "prefix", "hash", "issued_by", "issued_at", "expires_on", "revoked_by", "revoked_at"]);

    public static readonly SealedTable OnlineFilings = new(
        "online_filings", ["client_id", "idempotency_key"], ["salt", "digest", "filed_on", "case_id", "register_number"]);

    public static readonly SealedTable TemplateTexts = new("template_texts", ["version"], ["code"]);

    public static readonly SealedTable TemplateAdoptions = new(
        "template_adoptions", ["code", "ordinal"], ["version", "adopted_at", "adopted_by", "note"]);

    // The last number of a series is proved by the ledger, in which none may be missing.
    public static readonly SealedTable NumberSeries = new("number_series", ["agency_id", "series", "year"], ["first_ordinal"]);

    public static readonly SealedTable NumberLedger = new(
        "number_ledger", ["id"],
        [
            "agency_id", "series", "year", "ordinal", "number", "case_id",
            "taken_at", "taken_by", "voided_at", "voided_by", "void_reason",
        ]);

    // What the file contains is proved by its hash.
    public static readonly SealedTable CaseContents = new("case_contents", ["id"], ["case_id", "name", "media_type", "sha256"]);

    public static readonly SealedTable Alerts = new(
        "alerts", ["id"], ["case_id", "kind", "reference", "due_on", "threshold", "state", "told", "raised_at"]);

    public static readonly SealedTable DeadlineNotices = new("deadline_notices", ["case_id", "seq"], ["raised_at", "seen_at", "seen_by"]);

    public static readonly SealedTable SealingKeys = new("sealing_keys", ["ordinal"], ["check_value", "begins", "made_at"]);

    public static readonly SealedTable DataKeys = new("data_keys", ["id"], ["wrapped_with", "content"]);

    public static readonly SealedTable Anchorings = new("anchorings", ["ordinal"], ["written_at", "seal"]);

    // How often a failure came again changes with every attempt and is not sealed: a seal stays for ever.
    public static readonly SealedTable SignIns = new(
        "sign_ins", ["id"], ["user_id", "address", "outcome", "first_at", "user_name"]);

    // When the user was last active changes all the time: that is not sealed.
    public static readonly SealedTable Sessions = new(
        "sessions", ["id"], ["user_id", "begun_at", "address", "browser", "ended_at", "ended_why"]);

    public static readonly SealedTable SecondFactors = new("second_factors", ["user_id"], ["secret", "set_up_at", "last_step"]);

    public static readonly SealedTable RecoveryCodes = new("recovery_codes", ["user_id", "hash"], ["used_at"]);

    public static readonly SealedTable Looks = new(
        "looks", ["id"], ["user_id", "user_name", "kind", "case_id", "subject", "address", "looked_at"]);

    public static readonly SealedTable RetentionProposals = new(
        "retention_proposals", ["id"],
        [
            "case_id", "scope", "closed_at", "years", "proposed_at", "requested_by", "requested_at", "erased_by", "erased_at",
        ]);

    public static readonly SealedTable ReportOutside = new("report_outside", ["agency_id", "year", "line", "kind"], ["cases"]);

    public static readonly SealedTable ReportVersions = new(
        "report_versions", ["id"],
        ["scope", "year", "version", "figures", "chapters", "handed_in_at", "handed_in_by", "handed_in_name"]);

    public static readonly SealedTable RateSnapshots = new(
        "rate_snapshots", ["agency_id", "month_on"],
        ["served", "served_on_time", "due_unserved", "due_or_served", "served_by_end", "taken_at"]);

    public static readonly SealedTable BulletinThresholds = new(
        "bulletin_thresholds", ["ordinal"], ["rate_below", "late_from", "set_at", "set_by", "set_name"]);

    public static readonly SealedTable Bulletins = new(
        "bulletins", ["id"], ["year", "number", "figures", "parts", "organ", "issued_at", "issued_by", "issued_name"]);

    public static readonly SealedTable BulletinInterviews = new(
        "bulletin_interviews", ["id"],
        [
            "bulletin_id", "agency_id", "ordinal", "step", "day_on", "place", "whom", "body", "recorded_at", "recorded_by", "recorded_name",
        ]);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<string> key;

    private SealedTable(string name, IReadOnlyList<string> key, IReadOnlyList<string> content)
    {
        (Name, this.key, Columns) = (name, key, [.. key, .. content]);
        AllRows = $"SELECT {string.Join(", ", Columns)} FROM {name}";
        OneRow = $"{AllRows} WHERE {string.Join(" AND ", key.Select((column, index) => $"{column} = @key{index}"))}";
    }

    /// <summary>Every sealed table.</summary>
    public static IReadOnlyList<SealedTable> All { get; } =
    [
        Agencies, Users, Deputies, ApprovalChains, Successions, AdministrationLog, ApiClients, ApiTokens, OnlineFilings, TemplateTexts,
        TemplateAdoptions, NumberSeries, NumberLedger, CaseContents, Alerts, DeadlineNotices, SealingKeys,
        Anchorings, SignIns, Sessions, DataKeys, SecondFactors, RecoveryCodes, Looks,
        RetentionProposals, ReportOutside, ReportVersions, RateSnapshots,
        BulletinThresholds, Bulletins, BulletinInterviews,
    ];

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The columns that are sealed, those of the key first.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Reads the sealed columns of all rows.</summary>
    public string AllRows { get; }

    /// <summary>Reads those of the row whose key is <c>@key0</c>, <c>@key1</c> and so on.</summary>
    public string OneRow { get; }

    /// <summary>The key of a row by its values, as they stand in the row.</summary>
    public RowKey Row(params IReadOnlyList<object> values) =>
        new(this, JsonSerializer.Serialize(values.Select(StoredText.Of), Plain));

    /// <summary>The key of a row that was read.</summary>
    public RowKey Row(IReadOnlyDictionary<string, string?> row) =>
        new(this, JsonSerializer.Serialize(key.Select(column => row[column]), Plain));

    /// <summary>The arguments of <see cref="OneRow"/>.</summary>
    public static IReadOnlyDictionary<string, object?> Arguments(RowKey row) =>
        JsonSerializer.Deserialize<List<string>>(row.Key)!.Select((value, index) => (value, index))
            .ToDictionary(
                each => string.Create(CultureInfo.InvariantCulture, $"key{each.index}"),
                each => (object?)new UntypedParameter(each.value));

    /// <summary>The seal of a row: over its table and whatever it has, lower-case hexadecimal.</summary>
    public string SealOf(IReadOnlyDictionary<string, string?> row, byte[] secret)
    {
        var content = Columns.Where(column => row[column] is not null).ToDictionary(column => column, column => row[column]);
        return Convert.ToHexStringLower(HMACSHA256.HashData(
            secret, Encoding.UTF8.GetBytes(Name + JsonSerializer.Serialize(content, Plain))).AsSpan(0, SealLength));
    }

    // Half of the hash is as hard to hit as it need be, and there is one for each row.
    private const int SealLength = 16;
}
