using Disclosure.Cases.Agencies;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Registering;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>
/// 登记申请: channel, dates, applicants, what is asked for. Whatever was typed comes back with what is wrong, and is kept as a draft.
/// </summary>
[Authorize(Policies.Clerk)]
internal sealed class RegisterModel(
    Commands commands, RegistrationPageQuery reading, IRegistrationDrafts drafts, IUsers users,
    CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    private IFormCollection typed = FormCollection.Empty;

    public RegistrationForm Form { get; private set; } = null!;

    public RegistrationAssessment? Assessment { get; private set; }

    public IReadOnlyList<Finding> Findings => Form.Findings;

    /// <summary>The draft that is filled in; null before it is kept.</summary>
    public Guid? DraftId { get; private set; }

    /// <summary>The clerk's other drafts.</summary>
    public IReadOnlyList<DraftLine> Drafts { get; private set; } = [];

    /// <summary>Whether it was looked at without registering.</summary>
    public bool WasChecked { get; private set; }

    public DateOnly Today => time.Today();

    private bool IsScript => Request.Headers.XRequestedWith == "fetch";

    public async Task OnGetAsync(Guid? draft, CancellationToken cancellation)
    {
        var found = draft is { } id ? await drafts.Find(id, actor.Value.Id, cancellation) : null;
        Form = await NewForm(found is null ? null : typed = DraftLine.Typed(found), cancellation);
        DraftId = found?.Id;
        if (found is not null)
        {
            var (command, findings) = await Judge(cancellation);
            Assessment = await reading.Assess(command, findings, cancellation);
        }
        else if (draft is not null)
        {
            Form.Findings = [new Finding(null, words["这份草稿已经登记或者删除。"])];
        }

        await ListDrafts(cancellation);
    }

    /// <summary>One more row, and everything typed so far.</summary>
    public async Task<IActionResult> OnPostMoreAsync(string? more, CancellationToken cancellation)
    {
        await ReadTyped(cancellation);
        Form.Add(more);
        return await Shown(cancellation);
    }

    /// <summary>检查: everything but registering; asked by the script as one types, it answers what has changed beside the form.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        await ReadTyped(cancellation);
        var (command, findings) = await Judge(cancellation);
        Form.Findings = findings;
        WasChecked = true;
        Assessment = await reading.Assess(command, findings, cancellation);
        return IsScript ? Partial("_Checked", this) : await Shown(cancellation);
    }

    /// <summary>存为草稿: whatever is still wrong with it.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellation)
    {
        await ReadTyped(cancellation);
        if (IsScript && !Form.SaysAnything)
        {
            return new JsonResult(new { id = DraftId, text = "" });
        }

        var result = await commands.Send(new KeepDraft(DraftId, DraftLine.Content(typed)));
        DraftId = result.Succeeded ? result.Value : null;
        if (IsScript)
        {
            return new JsonResult(new
            {
                id = DraftId,
                text = result.Succeeded
                    ? words["草稿已保存于 {0}", time.GetUtcNow().InChina()].Value
                    : result.Refusals[0].Say(Texts.CurrentLanguage),
            });
        }

        if (result.Succeeded)
        {
            TempData["Done"] = words["已存为草稿，保留 {0} 天。", RegistrationDraft.KeptFor.Days].Value;
            return LocalRedirect($"/cases/new?draft={DraftId}");
        }

        Form.Findings = Finding.Of(result.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Shown(cancellation);
    }

    /// <summary>删除草稿.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid draft)
    {
        await commands.Send(new DiscardDraft(draft));
        TempData["Done"] = words["草稿已删除。"].Value;
        return LocalRedirect("/cases/new");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadTyped(cancellation);
        var reader = new FormReader(typed, words);
        var command = Form.Read(reader, DraftId);
        Form.Findings = reader.Findings;
        if (Findings.Count == 0)
        {
            var result = await commands.Send(command);
            if (result.Succeeded)
            {
                TempData["Done"] = words["已登记：{0}", result.Value.RegisterNumber].Value;
                return LocalRedirect($"/cases/{result.Value.CaseId}");
            }

            Form.Findings = Finding.Of(result.Refusals);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Shown(cancellation);
    }

    private async Task<PageResult> Shown(CancellationToken cancellation)
    {
        if (Assessment is null)
        {
            var (command, findings) = await Judge(cancellation);
            Assessment = await reading.Assess(command, findings, cancellation);
        }

        await ListDrafts(cancellation);
        return Page();
    }

    private async Task<(RegisterApplication Command, IReadOnlyList<Finding> Findings)> Judge(CancellationToken cancellation)
    {
        var reader = new FormReader(typed, words);
        var command = Form.Read(reader, DraftId);
        return (command, await reading.Judge(command, reader.Findings, cancellation));
    }

    private async Task ReadTyped(CancellationToken cancellation)
    {
        typed = await Request.ReadFormAsync(cancellation);
        Form = await NewForm(typed, cancellation);
        DraftId = Guid.TryParse(typed["DraftId"], out var id) ? id : null;
    }

    private async Task<RegistrationForm> NewForm(IFormCollection? filled, CancellationToken cancellation) => new(
        filled, [.. (await users.OfAgency(actor.Value.AgencyId, cancellation)).Where(user => user.Roles.HasFlag(Role.Clerk))],
        actor.Value.Id, Today, words);

    private async Task ListDrafts(CancellationToken cancellation) =>
        Drafts = [.. (await drafts.Of(actor.Value.Id, cancellation)).Where(draft => draft.Id != DraftId).Select(DraftLine.Of)];
}
