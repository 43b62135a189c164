namespace Disclosure.Cases.EndToEnd;

/// <summary>A page as somebody sees it.</summary>
/// <param name="Name">What its pictures are called.</param>
/// <param name="Reader">The sign-in name; null for whoever is not signed in.</param>
/// <param name="Address">Where it is; a part in braces stands for a row of <see cref="ShownPages.Rows"/>.</param>
internal sealed record ShownPage(string Name, string? Reader, string Address)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Every page of the application, at least once, with something on it.</summary>
internal static class ShownPages
{
    /// <summary>What the parts in braces stand for: a sentence that finds an id in the demonstration district.</summary>
    public static IReadOnlyDictionary<string, string> Rows { get; } = new Dictionary<string, string>
    {
        ["deciding"] = OfTheOffice("stage = 'Disclosure'"),
        ["standing"] = OfTheOffice("clock_stands = 1"),
        ["archived"] = OfTheOffice("stage = 'Archived'"),
        ["drafting"] = "SELECT d.case_id FROM documents d JOIN case_files c ON c.case_id = d.case_id "
            + "WHERE d.status = 'Drafted' AND c.agency_id = (SELECT agency_id FROM users WHERE sign_in_name = 'clerk') ORDER BY d.case_id",
        ["draft"] = "SELECT d.document_id FROM documents d JOIN case_files c ON c.case_id = d.case_id "
            + "WHERE d.status = 'Drafted' AND c.agency_id = (SELECT agency_id FROM users WHERE sign_in_name = 'clerk') ORDER BY d.case_id",
        ["submitted"] = "SELECT d.case_id FROM documents d JOIN case_files c ON c.case_id = d.case_id WHERE d.status = 'Submitted' "
            + "AND c.agency_id = (SELECT agency_id FROM users WHERE sign_in_name = 'reviewer') ORDER BY d.case_id",
        ["letter"] = "SELECT d.document_id FROM documents d JOIN case_files c ON c.case_id = d.case_id WHERE d.status = "
            + "'Submitted' AND c.agency_id = (SELECT agency_id FROM users WHERE sign_in_name = 'reviewer') ORDER BY d.case_id",
        ["served"] = "SELECT d.case_id FROM documents d JOIN case_files c ON c.case_id = d.case_id "
            + "WHERE d.status = 'Served' AND c.agency_id = (SELECT agency_id FROM users WHERE sign_in_name = 'clerk') ORDER BY d.case_id",
        ["reply"] = "SELECT d.document_id FROM documents d JOIN case_files c ON c.case_id = d.case_id "
            + "WHERE d.status = 'Served' AND c.agency_id = (SELECT agency_id FROM users WHERE sign_in_name = 'clerk') ORDER BY d.case_id",
        ["erased"] = "SELECT case_id FROM retention_proposals WHERE erased_at IS NOT NULL",
        ["ledger"] = "SELECT id FROM imports",
        ["agency"] = "SELECT agency_id FROM users WHERE sign_in_name = 'clerk'",
        ["reviewer"] = "SELECT id FROM users WHERE sign_in_name = 'reviewer'",
        ["bulletin"] = "SELECT 'year=' || year || '&number=' || number FROM bulletins",
        ["token"] = "SELECT id FROM api_tokens",
    };

    /// <summary>The pages.</summary>
    public static IReadOnlyList<ShownPage> All { get; } =
    [
        new("sign-in", null, "/sign-in"),
        new("sign-in-code", DemonstrationDistrict.WithSecondFactor, "/sign-in/code"),
        new("verify-pack", null, "/verify-pack"),
        new("status", "clerk", "/nowhere"),
        new("problem", null, "/problems/invalid-fields"),
        new("today", "clerk", "/today"),
        new("queue", "clerk", "/cases"),
        new("queue-found", "clerk", "/cases?stage=all&q=%E7%A4%BA%E8%8C%83"),
        new("queue-empty", "clerk", "/cases?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84"),
        new("queue-narrowed", "clerk", "/cases?due=soon&ticked=true"),
        new("assign", "clerk", "/cases/assign?case={deciding}&case={standing}"),
        new("draft-together", "clerk", "/cases/draft-together?case={deciding}&case={standing}"),
        new("answer-together", "clerk", "/cases/answer-together?case={deciding}&case={standing}"),
        new("serve-together", "clerk", "/cases/serve-together"),
        new("register", "clerk", "/cases/new"),
        new("case", "clerk", "/cases/{deciding}"),
        new("case-standing", "clerk", "/cases/{standing}"),
        new("parties", "clerk", "/cases/{deciding}/parties"),
        new("case-archived", "clerk", "/cases/{archived}"),
        new("case-erased", "clerk", "/cases/{erased}"),
        new("draft", "clerk", "/cases/{drafting}/draft/{draft}"),
        new("draft-new", "clerk", "/cases/{deciding}/draft"),
        new("document", "clerk", "/cases/{served}/documents/{reply}"),
        new("print", "clerk", "/cases/print"),
        new("inbox", "clerk", "/inbox"),
        new("numbers", "clerk", "/numbers"),
        new("annual-report", "manager", "/reports/annual"),
        new("annual-report-cases", "manager", "/reports/annual/cases?year=2025&figure=%E4%B8%80.All"),
        new("annual-report-outside", "reviewer", "/reports/annual/outside?year=2025"),
        new("bulletin", "manager", "/reports/bulletin"),
        new("bulletins", "manager", "/reports/bulletins"),
        new("bulletin-issued", "manager", "/reports/bulletins/issued?{bulletin}"),
        new("bulletin-read", "clerk", "/reports/bulletins/issued?{bulletin}"),
        new("exports", "clerk", "/exports"),
        new("imports", "clerk", "/imports"),
        new("import", "clerk", "/imports/{ledger}"),
        new("calculator", "clerk", "/calculator"),
        new(
            "calculator-filled",
            "clerk",
            "/calculator?receivedOn=2025-09-22&e=correctionNoticeServed~2025-09-25~respondBy~2025-10-20&e=correctionReceived~2025-10-11"),
        new("practice", "clerk", "/practice"),
        new("review", "reviewer", "/review"),
        new("review-letter", "reviewer", "/cases/{submitted}/documents/{letter}"),
        new("review-several", "reviewer", "/review/several?document={letter}"),
        new("manager", "manager", "/manager"),
        new("manager-cases", "manager", "/manager/cases?figure=all"),
        new("manager-queue", "manager", "/cases"),
        new("manager-case", "manager", "/cases/{standing}"),
        new("manager-due", "manager", "/cases/{deciding}"),
        new("administration", "admin", "/administration"),
        new("agencies", "admin", "/administration/agencies"),
        new("agency", "admin", "/administration/agencies/{agency}"),
        new("agency-change", "admin", "/administration/agencies/{agency}/change"),
        new("agency-new", "admin", "/administration/agencies/new"),
        new("users", "admin", "/administration/users"),
        new("user", "admin", "/administration/users/{reviewer}"),
        new("user-new", "admin", "/administration/users/new"),
        new("sign-ins", "admin", "/administration/sign-ins"),
        new("administration-log", "admin", "/administration/log"),
        new("looks", "admin", "/administration/looks"),
        new("persons", "admin", "/administration/persons"),
        new("retention", "admin", "/administration/retention"),
        new("retention-requested", "manager", "/administration/retention?state=Requested"),
        new("retention-erased", "manager", "/administration/retention?state=Erased"),
        new("setup", "admin", "/administration/setup"),
        new("settings", "admin", "/administration/settings"),
        new("health", "admin", "/administration/health"),
        new("account", "reviewer", "/account"),
        new("sessions", "reviewer", "/account/sessions"),
        new("second-factor", "reviewer", "/account/second-factor"),
        new("calendar", "admin", "/administration/calendar"),
        new("closures", "admin", "/administration/calendar/closures"),
        new("templates", "admin", "/administration/templates"),
        new("template", "admin", "/administration/templates/not-existing"),
        new("systems", "admin", "/administration/systems"),
        new("systems-revoke", "admin", "/administration/systems?revoke={token}"),
        new("jobs", "admin", "/administration/jobs"),
        new("notifications", "admin", "/administration/notifications"),
    ];

    /// <summary>Those of an ordinary run: of pages that differ by what is asked for alone, the first; all in a long one.</summary>
    public static IReadOnlyList<ShownPage> Looked { get; } =
        LongAttribute.AreRun ? All : [.. All.DistinctBy(page => (page.Reader, page.Address.Split('?')[0]))];

    /// <summary>Pages that show nothing of their own: they lead elsewhere, or give a file.</summary>
    public static IReadOnlyList<string> NotShown { get; } =
    [
        "/", "/sign-in/provider", "/sign-out", "/language", "/error", "/first-start",
        "/cases/{id:guid}/files/{fileId:guid}", "/cases/{id:guid}/documents.zip", "/cases/{id:guid}/evidence.zip",
        "/exports/{id:guid}",
    ];

    private static string OfTheOffice(string which) =>
        "SELECT case_id FROM case_files WHERE agency_id = (SELECT agency_id FROM users "
        + $"WHERE sign_in_name = 'clerk') AND {which} ORDER BY sort_due, case_id";
}
