using System.Text;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Templates;

/// <summary>
/// One template: its wording beside a sample letter. A new wording is checked, compared and looked at before it is
/// adopted; an earlier one can come into force again.
/// </summary>
[Authorize(Policies.SystemAdministrator)]
internal sealed class TemplateModel(IReplyTemplates templates, TemplateReadingRoom room, Commands commands, IStringLocalizer<Words> words)
    : PageModel
{
    public ReplyTemplate InForce { get; private set; } = null!;

    public TemplatePageMode Mode { get; private set; }

    /// <summary>Where the wording in force comes from.</summary>
    public string Source => room.SourceOf(InForce);

    /// <summary>The wording in the editor, or about to be adopted.</summary>
    public string Wording { get; private set; } = "";

    public string? Note { get; private set; }

    /// <summary>The earlier version that is looked at.</summary>
    public EarlierWording? Earlier { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<string> Advice { get; private set; } = [];

    public IReadOnlyList<DifferenceLine> Difference { get; private set; } = [];

    public IReadOnlyList<TemplateStep> History { get; private set; } = [];

    /// <summary>The wording that is previewed; null when it cannot be read.</summary>
    public ReplyTemplate? Previewed { get; private set; }

    public string? Variant { get; private set; }

    /// <summary>The sample letters: of the variant chosen; of every one where a wording is about to be adopted.</summary>
    public IReadOnlyList<string> Previews { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, string? version, string? variant, CancellationToken cancellation)
    {
        if (!await Read(code, cancellation))
        {
            return NotFound();
        }

        Wording = InForce.Source;
        Previewed = InForce;
        if (!string.IsNullOrEmpty(version) && version != InForce.Version && !await Look(version, cancellation))
        {
            return NotFound();
        }

        Preview(variant);
        return Page();
    }

    /// <summary>The wording as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(string code, string version, CancellationToken cancellation) =>
        await Read(code, cancellation)
        && await room.Content(code, version, cancellation) is { } content
        && History.Any(step => step.Version == version)
            ? File(Encoding.UTF8.GetBytes(content), "text/markdown; charset=utf-8", $"{(InForce.No is { } no ? $"{no:00}-" : "")}{code}.md")
            : NotFound();

    /// <summary>Judges what was typed or uploaded; nothing is kept.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string code, string? content, IFormFile? file, CancellationToken cancellation)
    {
        if (!await Read(code, cancellation))
        {
            return NotFound();
        }

        if (await ReadWording(content, file) is { } fault)
        {
            Findings = [fault];
        }
        else
        {
            Judge();
        }

        Preview(null);
        Response.StatusCode = Findings.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return Page();
    }

    /// <summary>Back to the editor with what was typed.</summary>
    public async Task<IActionResult> OnPostEditAsync(string code, string? content, CancellationToken cancellation)
    {
        if (!await Read(code, cancellation))
        {
            return NotFound();
        }

        await ReadWording(content, null);
        Previewed = InForce;
        Preview(null);
        return Page();
    }

    public async Task<IActionResult> OnPostAdoptAsync(
        string code, string? content, [Typed] string note, string? basedOn, CancellationToken cancellation)
    {
        if (!await Read(code, cancellation))
        {
            return NotFound();
        }

        await ReadWording(content, null);
        Note = note;
        var result = await commands.Send(new AdoptTemplate(code, Wording, note, basedOn ?? ""));
        if (result.Succeeded)
        {
            return Adopted(code, words["已采用新的文本。"]);
        }

        await Refused(code, result.Refusals, cancellation);
        Judge();
        Findings = [.. Finding.Of(result.Refusals).Concat(Findings).Distinct()];
        Preview(null);
        return Page();
    }

    public async Task<IActionResult> OnPostGoBackAsync(
        string code, string version, [Typed] string note, string? basedOn, CancellationToken cancellation)
    {
        if (!await Read(code, cancellation) || !await Look(version, cancellation))
        {
            return NotFound();
        }

        Note = note;
        var asked = version == room.Base(code).Version ? null : version;
        var result = await commands.Send(new GoBackToTemplate(code, asked, note, basedOn ?? ""));
        if (result.Succeeded)
        {
            return Adopted(code, words["已恢复采用先前的文本。"]);
        }

        await Refused(code, result.Refusals, cancellation);
        await Look(version, cancellation);
        Preview(null);
        return Page();
    }

    private LocalRedirectResult Adopted(string code, string sentence)
    {
        TempData["Done"] = sentence;
        return LocalRedirect($"/administration/templates/{code}");
    }

    // Somebody else was first: what is in force now is what the next comparison is with.
    private async Task Refused(string code, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var conflict = refusals.Any(refusal => refusal.Code is "template.changedMeanwhile" or Commands.Conflict);
        if (conflict)
        {
            await room.Refresh(cancellation);
            await Read(code, cancellation);
        }

        Findings = Finding.Of(refusals);
        Response.StatusCode = conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
    }

    private async Task<bool> Look(string version, CancellationToken cancellation)
    {
        if (History.All(step => step.Version != version) || await room.Content(InForce.Code, version, cancellation) is not { } content)
        {
            return false;
        }

        Mode = TemplatePageMode.Earlier;
        Earlier = new EarlierWording(version, content);
        Difference = DifferenceView.Of(InForce.Source, content);
        Previewed = templates.Find(InForce.Code, version);
        return true;
    }

    private void Judge()
    {
        var reading = room.Judge(InForce.Code, Wording);
        Findings = [.. reading.Findings.Where(finding => finding.IsError)
            .Select(finding => new Finding("Content", finding.Say(Texts.CurrentLanguage)))];
        Advice = [.. reading.Findings.Where(finding => !finding.IsError).Select(finding => finding.Say(Texts.CurrentLanguage))];
        Previewed = reading.IsUsable ? reading.Template : null;
        Difference = DifferenceView.Of(InForce.Source, AdoptTemplate.Plain(Wording));
        if (reading.IsUsable && Difference.Count == 0)
        {
            Findings = [new Finding("Content", new Refusal("template.inForceAlready").Say(Texts.CurrentLanguage))];
        }

        Mode = reading.IsUsable && Difference.Count > 0 ? TemplatePageMode.Confirm : TemplatePageMode.Edit;
    }

    private void Preview(string? variant)
    {
        if (Previewed is not { } wording)
        {
            return;
        }

        Variant = wording.For(wording.HasVariant(variant) ? variant : null).Variant?.Code;
        Previews = Mode == TemplatePageMode.Confirm && wording.Variants.Count > 0
            ? [.. wording.Variants.Select(each => SampleLetters.Preview(templates, wording, each.Code))]
            : [SampleLetters.Preview(templates, wording, Variant)];
    }

    private async Task<Finding?> ReadWording(string? content, IFormFile? file)
    {
        (Wording, var fault) = await SentWording.Read(content, file);
        return fault;
    }

    private async Task<bool> Read(string code, CancellationToken cancellation)
    {
        if (templates.Find(code) is not { } template)
        {
            return false;
        }

        InForce = template;
        History = await room.HistoryOf(code, cancellation);
        return true;
    }
}

/// <summary>What the page is for at the moment.</summary>
internal enum TemplatePageMode
{
    /// <summary>The wording in force, in an editor.</summary>
    Edit,

    /// <summary>A new wording was checked and is about to be adopted.</summary>
    Confirm,

    /// <summary>An earlier version is looked at.</summary>
    Earlier,
}

/// <summary>A wording that was in force before.</summary>
internal sealed record EarlierWording(string Version, string Content);
