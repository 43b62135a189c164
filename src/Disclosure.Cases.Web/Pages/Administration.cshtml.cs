using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>机关和人员: what a new district needs before its first case.</summary>
[Authorize(Policies.Administrator)]
internal sealed class AdministrationModel(Commands commands, IAgencies agencies, IUsers users, IIds ids, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    private const int LongestText = 200;

    private static readonly Role[] Assignable = [Role.Clerk, Role.Reviewer, Role.Manager, Role.Administrator];
    private static readonly string[] AgencyTexts = ["AgencyName", "Code", "Office", "Address", "Postcode", "Phone", "ReconsiderationOrgan", "ReconsiderationAddress", "Court"];

    private IFormCollection? typed;

    private string? sent;

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public IReadOnlyList<(Agency Agency, IReadOnlyList<User> Users)> People { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public static string Roles(Role roles) => string.Join("、", Assignable.Where(role => roles.HasFlag(role)).Select(role => Texts.Name(role, Texts.CurrentLanguage)));

    public FieldSet UserFields() => new("user",
    [
        new Field("SignInName", words["登录名"], FieldKind.Line),
        new Field("Name", words["姓名"], FieldKind.Line),
        new Field("Password", words["初始密码（至少 {0} 个字符）", Passwords.Shortest], FieldKind.Line),
        new Field("AgencyId", words["机关"], FieldKind.Choice) { Options = [.. Agencies.Select(agency => new Option(agency.Id.ToString(), agency.Name))] },
        new Field("Roles", words["角色"], FieldKind.Ticks) { Options = [.. Assignable.Select(role => new Option(role.ToString(), Texts.Name(role, Texts.CurrentLanguage)))] },
    ], sent == "user" ? typed : null, sent == "user" ? Findings : []);

    public FieldSet ContactFields() => new("contact",
    [
        new Field("UserId", words["人员"], FieldKind.Choice)
        {
            Options = [.. People.SelectMany(each => each.Users.Select(user => new Option(user.Id.ToString(), $"{user.Name}（{user.SignInName}，{each.Agency.Name}）")))],
        },
        new Field("Email", words["电子邮件"], FieldKind.Line) { Optional = true },
        new Field("Phone", words["接收短信的电话"], FieldKind.Line) { Optional = true, Hint = words["期限提醒发往这里；留空的不发。"] },
    ], sent == "contact" ? typed : null, sent == "contact" ? Findings : []);

    public FieldSet AgencyFields() => new("agency",
    [
        new Field("AgencyName", words["机关名称"], FieldKind.Line),
        new Field("Code", words["机关代字"], FieldKind.Line),
        new Field("Kind", words["层级"], FieldKind.Choice) { Options = [.. Enum.GetValues<AgencyKind>().Select(kind => new Option(kind.ToString(), Texts.Name(kind, Texts.CurrentLanguage)))] },
        new Field("Office", words["政府信息公开工作机构"], FieldKind.Line),
        new Field("Address", words["地址"], FieldKind.Line),
        new Field("Postcode", words["邮政编码"], FieldKind.Line),
        new Field("Phone", words["电话"], FieldKind.Line),
        new Field("ReconsiderationOrgan", words["行政复议机关"], FieldKind.Line),
        new Field("ReconsiderationAddress", words["行政复议机关地址"], FieldKind.Line),
        new Field("Court", words["管辖法院"], FieldKind.Line),
    ], sent == "agency" ? typed : null, sent == "agency" ? Findings : []);

    public Task OnGetAsync() => Read();

    public async Task<IActionResult> OnPostUserAsync()
    {
        var reader = await ReadTyped("user");
        var roles = typed!["Roles"].Select(value => Enum.TryParse<Role>(value, out var role) && Assignable.Contains(role) ? role : Role.None).Aggregate(Role.None, (all, role) => all | role);
        Require(reader, "SignInName", "Name", "Password");
        var agency = reader.Id("AgencyId");
        if (roles == Role.None || Agencies.All(known => known.Id != agency))
        {
            reader.Refuse("Roles", words["请选择机关和至少一个角色。"]);
        }

        if (reader.Text("Password") is { Length: > 0 and < Passwords.Shortest })
        {
            reader.Refuse("Password", words["密码至少 {0} 个字符。", Passwords.Shortest]);
        }

        if (await users.FindBySignInName(reader.Text("SignInName")) is not null)
        {
            reader.Refuse("SignInName", words["已有同名的登录名。"]);
        }

        if (Refused(reader))
        {
            return Page();
        }

        await users.Add(new User(ids.Next(), reader.Text("SignInName"), reader.Text("Name"), roles, agency, true), reader.Raw("Password")!);
        return Added(reader.Text("Name"));
    }

    public async Task<IActionResult> OnPostAgencyAsync()
    {
        var reader = await ReadTyped("agency");
        Require(reader, AgencyTexts);
        var kind = reader.Choice<AgencyKind>("Kind");
        if (Agencies.Any(agency => agency.Code == reader.Text("Code")))
        {
            reader.Refuse("Code", words["已有同样的机关代字。"]);
        }

        if (Refused(reader))
        {
            return Page();
        }

        // Valid from the first regulation's day, so that older applications can be entered as well.
        var values = AgencyTexts.Select(reader.Text).ToArray();
        await agencies.Add(new Agency(ids.Next(), new DateOnly(2008, 5, 1), values[1], values[0], kind, values[2], values[3], values[4], values[5], values[6], values[7], values[8], MastheadKind.Letter));
        return Added(values[0]);
    }

    public async Task<IActionResult> OnPostContactAsync(CancellationToken cancellation)
    {
        var reader = await ReadTyped("contact");
        var result = await commands.Send(new SetContact(reader.Id("UserId"), reader.OptionalText("Email"), reader.OptionalText("Phone")), cancellation);
        if (result.Succeeded)
        {
            return Done(words["联系方式已保存。"]);
        }

        Findings = [.. reader.Findings, .. Finding.Of(result.Refusals)];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private LocalRedirectResult Added(string name) => Done(words["已添加：{0}", name]);

    private LocalRedirectResult Done(string done)
    {
        TempData["Done"] = done;
        return LocalRedirect("/administration");
    }

    private bool Refused(FormReader reader)
    {
        Findings = reader.Findings;
        Response.StatusCode = Findings.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return Findings.Count > 0;
    }

    private void Require(FormReader reader, params string[] names)
    {
        foreach (var name in names)
        {
            if (reader.Text(name).Length is 0 or > LongestText)
            {
                reader.Refuse(name, words["请填写，不超过 {0} 个字符。", LongestText]);
            }
        }
    }

    private async Task<FormReader> ReadTyped(string form)
    {
        sent = form;
        typed = await Request.ReadFormAsync();
        await Read();
        return new FormReader(typed, words);
    }

    private async Task Read()
    {
        Agencies = await agencies.AllOn(time.Today());
        var people = new List<(Agency, IReadOnlyList<User>)>();
        foreach (var agency in Agencies)
        {
            people.Add((agency, await users.OfAgency(agency.Id)));
        }

        People = people;
    }
}
