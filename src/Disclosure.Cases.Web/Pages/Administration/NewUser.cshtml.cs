using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>添加人员.</summary>
[Authorize(Policies.Administrator)]
internal sealed class NewUserModel(Commands commands, AdministrationPageQuery reading, IStringLocalizer<Words> words) : PageModel
{
    private IFormCollection? typed;

    /// <summary>The agency that the form starts with.</summary>
    [BindProperty(SupportsGet = true, Name = "agency")]
    public Guid? StartAgency { get; set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public FieldSet Fields { get; private set; } = null!;

    public Task OnGetAsync() => Show();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        typed = await Request.ReadFormAsync(cancellation);
        var reader = new FormReader(typed, words);
        var command = new AddUser(
            reader.Text(nameof(AddUser.SignInName)), reader.Text(nameof(AddUser.Name)), reader.Raw(nameof(AddUser.Password)) ?? "", reader.Id(nameof(AddUser.AgencyId)), UserForm.RolesOf(typed));
        Findings = reader.Findings;
        if (Findings.Count == 0)
        {
            var result = await commands.Send(command, cancellation);
            if (result.Succeeded)
            {
                TempData["Done"] = words["已添加：{0}", command.Name].Value;
                return LocalRedirect($"/administration/users/{result.Value}");
            }

            Findings = Finding.Of(result.Refusals);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Show();
        return Page();
    }

    private async Task Show() => Fields = new FieldSet("user",
    [
        new Field(nameof(AddUser.SignInName), words["登录名"], FieldKind.Line),
        new Field(nameof(AddUser.Name), words["姓名"], FieldKind.Line),
        new Field(nameof(AddUser.Password), words["初始密码（至少 {0} 个字符）", Passwords.Shortest], FieldKind.NewPassword),
        UserForm.AgencyField(await reading.Agencies(), StartAgency, words),
        UserForm.RolesField(null, words),
    ], typed, Findings);
}
