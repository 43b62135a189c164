using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>A user: name, agency, roles, contacts, password and deputies.</summary>
[Authorize(Policies.Administrator)]
internal sealed class UserModel(
    Commands commands, AdministrationPageQuery reading, IUsers users, ICaseQueries queries, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    private const int MostEntries = 10;

    private IReadOnlyList<Agency> agencies = [];

    private IFormCollection? typed;

    private string? sent;

    public User Person { get; private set; } = null!;

    public string AgencyName => agencies.FirstOrDefault(agency => agency.Id == Person.AgencyId)?.Name ?? "—";

    /// <summary>How many open cases the user has in charge.</summary>
    public int OpenCases { get; private set; }

    public DeputyPanel? Deputies { get; private set; }

    public IReadOnlyList<AdministrationLine> Log { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public FieldSet PersonFields => Form("person",
    [
        new Field(nameof(ChangeUser.Name), words["姓名"], FieldKind.Line) { Value = Person.Name },
        UserForm.AgencyField(agencies, Person.AgencyId, words),
        UserForm.RolesField(Person.Roles, words),
        new Field(nameof(ChangeUser.IsActive), words["可以登录"], FieldKind.Tick) { Value = Person.IsActive ? "true" : null },
    ]);

    public FieldSet ContactFields => Form("contact",
    [
        new Field(nameof(SetContact.Email), words["电子邮件"], FieldKind.Line) { Optional = true, Value = Person.Email },
        new Field(nameof(SetContact.Phone), words["接收短信的电话"], FieldKind.Line) { Optional = true, Value = Person.Phone, Hint = words["期限提醒发往这里；留空的不发。"] },
    ]);

    public FieldSet PasswordFields => Form("password",
        [new Field(nameof(SetPassword.Password), words["新密码（至少 {0} 个字符）", Passwords.Shortest], FieldKind.NewPassword)]);

    /// <summary>The inputs that findings may be about.</summary>
    public IEnumerable<Place> Places => sent switch
    {
        "person" => PersonFields.Places,
        "contact" => ContactFields.Places,
        "password" => PasswordFields.Places,
        _ => Deputies?.Fields.Places ?? [],
    };

    public async Task<IActionResult> OnGetAsync(Guid id) => await Read(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostPersonAsync(Guid id, CancellationToken cancellation) => Send(id, "person", reader => new ChangeUser(
        id, reader.Text(nameof(ChangeUser.Name)), reader.Id(nameof(ChangeUser.AgencyId)), UserForm.RolesOf(typed!), reader.Yes(nameof(ChangeUser.IsActive))), words["已保存。"], cancellation);

    public Task<IActionResult> OnPostContactAsync(Guid id, CancellationToken cancellation) => Send(id, "contact", reader => new SetContact(
        id, reader.OptionalText(nameof(SetContact.Email)), reader.OptionalText(nameof(SetContact.Phone))), words["联系方式已保存。"], cancellation);

    public Task<IActionResult> OnPostPasswordAsync(Guid id, CancellationToken cancellation) => Send(id, "password", reader => new SetPassword(
        id, reader.Raw(nameof(SetPassword.Password)) ?? ""), words["密码已重设，请当面告知本人。"], cancellation);

    public Task<IActionResult> OnPostNameDeputyAsync(Guid id, CancellationToken cancellation) => Send(id, "deputy", reader => new NameDeputy(
        reader.Id(nameof(NameDeputy.DeputyId)), reader.Date(nameof(NameDeputy.From)), reader.Date(nameof(NameDeputy.Until)), id), words["已指定代理审签人。"], cancellation);

    public Task<IActionResult> OnPostEndDeputyAsync(Guid id, CancellationToken cancellation) =>
        Send(id, "end", reader => DeputyPanel.Read(reader, id), words["代理已结束。"], cancellation);

    private async Task<IActionResult> Send(Guid id, string form, Func<FormReader, ICommand<Unit>> read, string done, CancellationToken cancellation)
    {
        (sent, typed) = (form, await Request.ReadFormAsync(cancellation));
        if (await users.Find(id) is null)
        {
            return NotFound();
        }

        var reader = new FormReader(typed, words);
        var command = read(reader);
        Findings = reader.Findings.Count > 0 ? reader.Findings : Finding.Of((await commands.Send(command, cancellation)).Refusals);
        if (Findings.Count == 0)
        {
            TempData["Done"] = done;
            return LocalRedirect($"/administration/users/{id}");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Read(id);
        return Page();
    }

    private FieldSet Form(string name, IReadOnlyList<Field> fields) => new(name, fields, sent == name ? typed : null, sent == name ? Findings : []);

    private async Task<bool> Read(Guid id)
    {
        if (await users.Find(id) is not { } found)
        {
            return false;
        }

        Person = found;
        agencies = await reading.Agencies();
        OpenCases = (await queries.Queue(new QueueFilter(null, OfficerId: id, PageSize: 1))).Total;
        Deputies = await DeputyPanel.Of(found, users, time.Today(), sent == "deputy" ? typed : null, sent == "deputy" ? Findings : [], words);
        Log = await reading.Log(MostEntries, userId: id);
        return true;
    }
}
