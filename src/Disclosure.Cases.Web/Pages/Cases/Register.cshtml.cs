using Disclosure.Cases.Agencies;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>登记申请: channel, dates, applicants, what is asked for. Whatever was typed comes back with what is wrong.</summary>
[Authorize(Policies.Clerk)]
internal sealed class RegisterModel(Commands commands, IUsers users, CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    // Rows of applicants and items on the page; more come with a button.
    private const int MostApplicants = 100;
    private const int MostItems = 50;

    private IFormCollection? typed;

    public int Applicants { get; private set; } = 1;

    public int Items { get; private set; } = 1;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<User> Officers { get; private set; } = [];

    public FieldSet Fields(params Field[] fields) => new("register", fields, typed, Findings);

    /// <summary>Where the inputs stand; of several applicants each label says whose it is.</summary>
    public IEnumerable<Place> Places =>
    [
        .. Arrival().Places,
        .. Enumerable.Range(0, Applicants).SelectMany(row => Applicant(row).Places.Concat(Representative(row).Places)
            .Select(place => Applicants == 1 ? place : place with { Label = $"{words["申请人 {0}", row + 1]} · {place.Label}" })),
        .. Enumerable.Range(0, Items).SelectMany(row => Item(row).Places),
        .. More().Places,
    ];

    public FieldSet Arrival() => Fields(
        new Field("Channel", words["提交渠道"], FieldKind.Choice) { Options = Names<Channel>() },
        new Field("ArrivedOn", words["提交、签收或者到达之日"], FieldKind.Date) { Value = time.Today().Iso(), Article = 31 },
        new Field("ConfirmedOn", words["与申请人确认之日"], FieldKind.Date) { Optional = true, Hint = words["平常信函、网络、传真、电子邮件以双方确认之日为收到之日（第三十一条）；尚未确认的先不填。"] });

    public FieldSet Applicant(int row) => Fields(
        new Field($"Applicants[{row}].Kind", words["申请人类别"], FieldKind.Choice) { Options = Names<ApplicantKind>(), Value = nameof(ApplicantKind.NaturalPerson) },
        new Field($"Applicants[{row}].Name", words["姓名或者名称"], FieldKind.Line) { Article = 29 },
        new Field($"Applicants[{row}].IdentityNumber", words["证件号码或者统一社会信用代码"], FieldKind.Line) { Optional = true },
        new Field($"Applicants[{row}].Contact", words["电话或者电子邮件"], FieldKind.Line) { Optional = true },
        new Field($"Applicants[{row}].Address", words["送达地址"], FieldKind.Line) { Optional = true },
        new Field($"Applicants[{row}].ProofSeen", words["已核对身份证明"], FieldKind.Tick));

    public FieldSet Representative(int row) => Fields(
        new Field($"Applicants[{row}].Representative.Name", words["代理人姓名"], FieldKind.Line) { Optional = true },
        new Field($"Applicants[{row}].Representative.Authority", words["代理权限和证明"], FieldKind.Line) { Optional = true });

    public FieldSet Item(int row) => Fields(
        new Field($"Items[{row}]", words["申请事项 {0}：照录申请人原文", row + 1], FieldKind.Paragraphs));

    public FieldSet More() => Fields(
        new Field("OfficerId", words["承办人"], FieldKind.Choice) { Options = [.. Officers.Select(user => new Option(user.Id.ToString(), user.Name))], Value = actor.Value.Id.ToString() },
        new Field("FormRequested", words["形式要求（获取方式、途径）"], FieldKind.Line) { Optional = true },
        new Field("AccessibilityNeed", words["阅读困难或者视听障碍，需要的帮助（第四十三条）"], FieldKind.Line) { Optional = true },
        new Field("TransferredFrom", words["转办单位"], FieldKind.Line) { Optional = true },
        new Field("AgreesToNotices", words["申请人同意以电话或者电子邮件接收通知：已收到申请、已作出答复"], FieldKind.Tick));

    public bool HasRepresentative(int row) => Representative(row) is var fields && fields.Fields.Any(field => !string.IsNullOrEmpty(fields.ValueOf(field)));

    public Task OnGetAsync() => ReadOfficers();

    /// <summary>One more row, and everything typed so far.</summary>
    public async Task<IActionResult> OnPostMoreAsync(string? more)
    {
        await ReadTyped();
        Applicants = Math.Min(MostApplicants, Applicants + (more == "applicant" ? 1 : 0));
        Items = Math.Min(MostItems, Items + (more == "item" ? 1 : 0));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadTyped();
        var reader = new FormReader(typed!, words);
        var command = new RegisterApplication(
            reader.Choice<Channel>("Channel"),
            reader.Date("ArrivedOn"),
            reader.OptionalDate("ConfirmedOn"),
            [.. Filled(Applicants, IsFilled).Select(row => ReadApplicant(reader, row))],
            [.. Filled(Items, row => reader.Text($"Items[{row}]").Length > 0).Select(row => reader.Text($"Items[{row}]"))],
            Guid.TryParse(reader.Raw("OfficerId"), out var officer) ? officer : null,
            reader.OptionalText("FormRequested"),
            reader.OptionalText("AccessibilityNeed"),
            reader.OptionalText("TransferredFrom"),
            reader.Yes("AgreesToNotices"));
        Findings = reader.Findings;
        if (Findings.Count == 0)
        {
            var result = await commands.Send(command, cancellation);
            if (result.Succeeded)
            {
                TempData["Done"] = words["已登记：{0}", result.Value.RegisterNumber].Value;
                return LocalRedirect($"/cases/{result.Value.CaseId}");
            }

            Findings = Finding.Of(result.Refusals);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static Applicant ReadApplicant(FormReader reader, int row)
    {
        var at = $"Applicants[{row}].";
        var (name, authority) = (reader.Text($"{at}Representative.Name"), reader.Text($"{at}Representative.Authority"));
        return new Applicant(
            reader.Choice<ApplicantKind>(at + "Kind"),
            reader.Text(at + "Name"),
            reader.OptionalText(at + "IdentityNumber"),
            reader.OptionalText(at + "Contact"),
            reader.OptionalText(at + "Address"),
            reader.Yes(at + "ProofSeen"),
            name.Length + authority.Length > 0 ? new Representative(name, authority) : null);
    }

    // Empty rows at the end do not count; one in between keeps its place, so that what is wrong stands beside its row.
    private static IEnumerable<int> Filled(int rows, Func<int, bool> isFilled) =>
        Enumerable.Range(0, Math.Max(1, 1 + Enumerable.Range(0, rows).Where(isFilled).DefaultIfEmpty(0).Max()));

    // A row in which nothing was typed (its kind is always chosen) is no applicant.
    private bool IsFilled(int row) => typed!.Any(field =>
        field.Key.StartsWith($"Applicants[{row}].", StringComparison.Ordinal) && !field.Key.EndsWith(".Kind", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(field.Value));

    private async Task ReadTyped()
    {
        typed = await Request.ReadFormAsync();
        Applicants = Rows("Applicants[", MostApplicants);
        Items = Rows("Items[", MostItems);
        await ReadOfficers();
    }

    private int Rows(string prefix, int most) => Math.Clamp(
        1 + typed!.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => int.TryParse(key[prefix.Length..].Split(']')[0], out var row) ? row : 0).DefaultIfEmpty(0).Max(), 1, most);

    private async Task ReadOfficers() =>
        Officers = [.. (await users.OfAgency(actor.Value.AgencyId)).Where(user => user.Roles.HasFlag(Role.Clerk))];

    private static List<Option> Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Option(value.ToString(), Texts.Name(value, Texts.CurrentLanguage)))];
}
