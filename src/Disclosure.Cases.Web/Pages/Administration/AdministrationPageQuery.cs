using Disclosure.Cases.Agencies;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>A line of the administration's journal as people read it.</summary>
/// <param name="At">When.</param>
/// <param name="By">By whom, by the name of that day.</param>
/// <param name="Act">What was done.</param>
/// <param name="AgencyId">The agency that it concerns.</param>
/// <param name="Agency">Its name on that day; empty: none.</param>
/// <param name="UserId">The user that it concerns.</param>
/// <param name="User">The user's name on that day; empty: none.</param>
/// <param name="Changes">What was changed, in words.</param>
internal sealed record AdministrationLine(
    DateTimeOffset At, string By, string Act, Guid? AgencyId, string Agency, Guid? UserId, string User, string Changes);

/// <summary>A version of an agency, and what it changed.</summary>
/// <param name="Version">The version.</param>
/// <param name="Changes">What is other than before; empty for the first.</param>
internal sealed record AgencyStep(Agency Version, IReadOnlyList<FieldChange> Changes);

/// <summary>Agencies, users and what was done with them, by their names.</summary>
internal sealed class AdministrationPageQuery(
    IAdministrationLog log, IUsers users, IAgencies agencies, IReplyTemplates templates, TimeProvider time, IStringLocalizer<Words> words)
{
    private IReadOnlyList<Agency>? history;
    private IReadOnlyList<User>? everybody;
    private IReadOnlyList<Succession>? successions;

    /// <summary>Whether a part of somebody's name or sign-in name is so, in large or small letters.</summary>
    public static bool IsCalled(User user, string part) =>
        new[] { user.Name, user.SignInName }.Any(text => text.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>The roles that people have, in words.</summary>
    public static string Roles(Role roles) =>
        string.Join("、", Each(roles).Select(role => Texts.Name(role, Texts.CurrentLanguage)));

    /// <summary>The roles that people have, of some, one by one.</summary>
    public static IReadOnlyList<Role> Each(Role roles) =>
        [.. Enum.GetValues<Role>().Where(role => (role & roles & AdministratorSeparation.OfPeople) != Role.None)];

    public async Task<IReadOnlyList<User>> Users(CancellationToken cancellation) => everybody ??= await users.All(cancellation);

    /// <summary>Every agency as it is today; one that has not begun as it will be. The district government, then by code.</summary>
    public async Task<IReadOnlyList<Agency>> Agencies(CancellationToken cancellation)
    {
        var today = time.Today();
        return [.. (await History(cancellation)).GroupBy(version => version.Id)
            .Select(versions => versions.LastOrDefault(version => version.ValidFrom <= today) ?? versions.First())
            .OrderBy(agency => agency.Kind != AgencyKind.DistrictGovernment).ThenBy(agency => agency.Code, StringComparer.Ordinal)];
    }

    /// <summary>Which agency continues which.</summary>
    public async Task<IReadOnlyList<Succession>> Successions(CancellationToken cancellation) =>
        successions ??= await agencies.Successions(cancellation);

    /// <summary>The versions of an agency, the newest first.</summary>
    public async Task<IReadOnlyList<AgencyStep>> StepsOf(Guid agencyId, CancellationToken cancellation)
    {
        var steps = new List<AgencyStep>();
        foreach (var version in (await History(cancellation)).Where(version => version.Id == agencyId))
        {
            steps.Add(new AgencyStep(version, steps.Count == 0
                ? []
                : FieldChange.Between(AgencyParticulars.Of(steps[^1].Version).Fields, AgencyParticulars.Of(version).Fields)));
        }

        steps.Reverse();
        return steps;
    }

    /// <summary>A change in words: 机关名称：旧 → 新.</summary>
    public string Say(FieldChange change)
    {
        var (label, before, after) = (
            AgencyForm.LabelOf(change.Field, words),
            AgencyForm.ValueOf(change.Field, change.Before),
            AgencyForm.ValueOf(change.Field, change.After));
        return string.IsNullOrEmpty(before) ? words["{0}：{1}", label, after]
            : string.IsNullOrEmpty(after) ? words["{0}：{1} → 无", label, before]
            : words["{0}：{1} → {2}", label, before, after];
    }

    /// <summary>Lines of the journal in words, the newest first.</summary>
    public async Task<IReadOnlyList<AdministrationLine>> Lines(
        AdministrationFilter filter, int skip, int take, CancellationToken cancellation)
    {
        var versions = (await History(cancellation)).ToLookup(version => version.Id);
        var namesakes = (await Users(cancellation)).GroupBy(user => user.Name).Where(people => people.Count() > 1)
            .SelectMany(people => people).ToDictionary(user => user.Id, user => user.SignInName);
        return [.. (await log.Find(filter, skip, take, cancellation)).Select(entry => new AdministrationLine(
            entry.RecordedAt,
            entry.RecordedBy == Actor.Application.Id && (entry.By is not { IsOfThatDay: true } by || by.Text == Actor.Application.Name)
                ? words["本系统"]
                : Told(entry.RecordedBy, entry.By, namesakes),
            Texts.Name(entry.Act, Texts.CurrentLanguage),
            entry.AgencyId, entry.AgencyId is { } agency ? NameThen(versions[agency], ChinaTime.DayOf(entry.RecordedAt)) : "",
            entry.UserId, Told(entry.UserId, entry.User, namesakes),
            string.Join(words["；"], entry.Changes.Select(change => Say(entry.Act, change)))))];
    }

    // People of one name are told apart by their sign-in names.
    private string Told(Guid? id, RecordedName? name, Dictionary<Guid, string> namesakes) =>
        id is { } some && namesakes.TryGetValue(some, out var signInName)
            ? words["{0}（{1}）", words.Say(name), signInName]
            : words.Say(name);

    private static string NameThen(IEnumerable<Agency> versions, DateOnly day) =>
        (versions.LastOrDefault(version => version.ValidFrom <= day) ?? versions.FirstOrDefault())?.Name ?? "";

    private string Say(AdministrativeAct act, FieldChange change) => act switch
    {
        AdministrativeAct.ApprovalChainSet => words["{0}：{1} → {2}",
            change.Field.Length == 0 ? words["全部文书"] : templates.Find(change.Field)?.Title ?? change.Field,
            Links(change.Before),
            Links(change.After)],
        AdministrativeAct.SeriesOpened => words["{0}：{1}", SeriesLabel(change.Field), change.After ?? ""],
        AdministrativeAct.UserAdded or AdministrativeAct.UserChanged =>
            Say(new FieldChange(UserLabel(change.Field), UserValue(change.Field, change.Before), UserValue(change.Field, change.After))),
        AdministrativeAct.TemplateAdopted => words["{0}：{1}", templates.Find(change.Field)?.Title ?? change.Field, change.After ?? ""],
        AdministrativeAct.ApiClientAdmitted or AdministrativeAct.TokenIssued or AdministrativeAct.TokenRevoked =>
            Say(change with { Field = change.Field == JournalFields.Token ? words["令牌"] : words["系统"] }),
        AdministrativeAct.SecondFactorTakenAway or AdministrativeAct.AnchorsBegunAnew => Say(change with { Field = words["理由"] }),
        AdministrativeAct.SeparationSet =>
            Say(new FieldChange(words["三员分立"], YesOrNo(change.Before), YesOrNo(change.After))),
        AdministrativeAct.KeyRotated => Say(change with { Field = words["指纹"] }),
        AdministrativeAct.RecordsRestored or AdministrativeAct.RecordsCopied or AdministrativeAct.RecordsRebuilt
            or AdministrativeAct.JobRun or AdministrativeAct.CasesImported => Say(change with { Field = RecordsLabel(change.Field) }),
        AdministrativeAct.LookErasureRequested or AdministrativeAct.LooksErased or AdministrativeAct.LookErasureDeclined =>
            Say(change.Field switch
            {
                JournalFields.Lines => change with { Field = words["条数"] },
                JournalFields.Reason => change with { Field = words["理由"] },
                _ => new FieldChange(words["早于"], null, DateValue(change.After)),
            }),
        AdministrativeAct.DeputyNamed or AdministrativeAct.DeputyEnded =>
            Say(new FieldChange(DeputyLabel(change.Field), DateValue(change.Before), DateValue(change.After))),
        _ => Say(change),
    };

    // The series and its year.
    private static string SeriesLabel(string field) => string.Join(' ', field.Split(' ')
        .Select(part => StoredNames.TryRead<SeriesKind>(part, out var series) ? Texts.Name(series, Texts.CurrentLanguage) : part));

    private string Links(string? count) => string.IsNullOrEmpty(count) ? words["未单独设置"] : words["{0} 级审签", count];

    private string UserLabel(string field) => field switch
    {
        JournalFields.Name => words["姓名"],
        JournalFields.AgencyId => words["机关"],
        JournalFields.Roles => words["角色"],
        JournalFields.IsActive => words["可以登录"],
        _ => field,
    };

    private string? UserValue(string field, string? value) => field switch
    {
        JournalFields.Roles when StoredNames.TryRead<Role>(value, out var roles) => Roles(roles),
        JournalFields.IsActive when value is not null => YesOrNo(value),
        _ => value,
    };

    private string YesOrNo(string? value) => value == bool.TrueString ? words["是"] : words["否"];

    private string RecordsLabel(string field) => field switch
    {
        JournalFields.Database => words["数据库"],
        JournalFields.AnchorLines => words["锚定文件的行数"],
        JournalFields.Chain => words["链"],
        JournalFields.Job => words["任务"],
        JournalFields.Cases => words["有变化的案件"],
        JournalFields.Imported => words["导入的案件"],
        _ => field,
    };

    private string DeputyLabel(string field) => field switch
    {
        JournalFields.DeputyId => words["代理人"],
        JournalFields.From => words["开始日期"],
        JournalFields.Until => words["结束日期"],
        _ => field,
    };

    private static string? DateValue(string? value) => Dates.Parse(value)?.Long() ?? value;

    private async Task<IReadOnlyList<Agency>> History(CancellationToken cancellation) => history ??= await agencies.History(cancellation);
}
