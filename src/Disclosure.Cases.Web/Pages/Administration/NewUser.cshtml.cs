using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>添加人员.</summary>
[Authorize(Policies.SecurityAdministrator)]
internal sealed class NewUserModel(
    Commands commands, AdministrationPageQuery reading, AdministratorSeparation separation, IStringLocalizer<Words> words)
    : FormPage(commands)
{
    /// <summary>The agency that the form starts with.</summary>
    [FromQuery, BindProperty(SupportsGet = true, Name = "agency")]
    public Guid? StartAgency { get; set; }

    public FieldSet Fields { get; private set; } = null!;

    public Task<IActionResult> OnPostAsync([Typed] string signInName, [Typed]
    string name, string? password, [Typed] Guid agencyId, string[] roles, CancellationToken cancellation) => Send(
        "user", new AddUser(signInName, name, password ?? "", agencyId, UserForm.RolesOf(roles)),
        id => Done(words["已添加：{0}", name], $"/administration/users/{id}"), cancellation);

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        Fields = Form("user",
        [
            new Field(nameof(AddUser.SignInName), words["登录名"], FieldKind.Line),
            new Field(nameof(AddUser.Name), words["姓名"], FieldKind.Line),
            new Field(nameof(AddUser.Password), words["初始密码（至少 {0} 个字符）", Passwords.Shortest], FieldKind.NewPassword),
            UserForm.AgencyField(await reading.Agencies(cancellation), StartAgency, words),
            UserForm.RolesField(null, separation, words),
        ]);
        return true;
    }
}
