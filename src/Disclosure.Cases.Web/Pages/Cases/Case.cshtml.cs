using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Looks;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Drafting;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>
/// The page of a case: its road, its clock, the question at hand, and a form for whatever can be done now. When somebody
/// else was first, it comes back as it stands now, with everything that was typed.
/// </summary>
[Authorize(Policies.Reader)]
[RequestSizeLimit(WebServices.LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = WebServices.LargestUpload)]
internal sealed partial class CaseModel(
    CasePageQuery reading,
    Commands commands,
    ICaseContentHeads heads,
    LookBook looks,
    IImports imports,
    IReplyTemplates templates,
    IStringLocalizer<Words> words) : PageModel
{
    private IFormCollection? typed;

    private string? sent;

    public CaseView View { get; private set; } = null!;

    /// <summary>The ledger that the case was brought in from; null: it was registered here.</summary>
    public Import? BroughtInFrom { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Where the inputs of the form that was sent stand.</summary>
    public IEnumerable<Place> Places => IsSent(CaseAction.AnswerStep) && View.Forms.Of(CaseAction.AnswerStep) is { } answer
        ? [.. FieldsOf(answer).Places, new("Answer", words["结论"], "answers"), new("Elements", words["三个要件（第二十九条第二款）"], "elements")]
        : [
            .. Actions.Offered.Where(form => IsSent(form.Action)).SelectMany(form => FieldsOf(form).Places),
            new("Content", words["附件"], "attach-files"),
            new("Kind", words["材料种类"], "attach-kind"),
        ];

    public IReplyTemplates Templates => templates;

    /// <summary>The inputs of a form, with what was typed if it was the one sent.</summary>
    public FieldSet FieldsOf(CaseForm form) => IsSent(form.Action)
        ? new(form.Action.ToString(), form.Fields, typed, Findings)
        : new(form.Action.ToString(), form.Fields, null, []);

    /// <summary>Whether this form was the one sent and refused.</summary>
    public bool IsSent(CaseAction action) => sent == action.ToString();

    /// <summary>What was typed beside the inputs, e.g. the answer chosen.</summary>
    public string? Typed(string name) => typed is not null && typed.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>What can be done now.</summary>
    public CaseActions Actions { get; private set; } = null!;

    /// <summary>What was typed into a form that the case, as it stands now, no longer offers.</summary>
    public IReadOnlyList<string> Stranded { get; private set; } = [];

    public string TitleOf(CaseDocument document) => ServiceProof.TitleOf(View, document);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await Read(id, cancellation) ? Page() : NotFound();

    /// <summary>Whether identity numbers and contacts are shown whole: somebody asked for it, and that is on record.</summary>
    public bool ShowsNumbers { get; private set; }

    /// <summary>Whether there is something that is not shown whole.</summary>
    public bool HidesNumbers => !ShowsNumbers
        && (View.Applicants.Any(person => (person.IdentityNumber ?? person.Contact ?? person.ElectronicAddress) is not null)
            || History.Any(line => line.Detail is { } detail && Note(detail) != detail));

    /// <summary>What happened, the latest first.</summary>
    public IReadOnlyList<(HistoryRow Row, string Sentence, string? Detail)> History { get; private set; } = [];

    /// <summary>What somebody typed as this page shows it.</summary>
    public string Note(string typed) => ShowsNumbers ? typed : Identity.MaskedIn(typed);

    /// <summary>An identity number or a contact as this page shows it.</summary>
    public string Number(string number) => ShowsNumbers ? number : Identity.Masked(number);

    /// <summary>Shows identity numbers and contacts whole, once.</summary>
    public async Task<IActionResult> OnPostNumbersAsync(Guid id, CancellationToken cancellation)
    {
        if (!await Read(id, cancellation))
        {
            return NotFound();
        }

        await looks.Record(LookKind.Shown, id, "", cancellation);
        ShowsNumbers = true;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        typed = await Request.ReadFormAsync(cancellation);
        if (!await Read(id, cancellation))
        {
            return NotFound();
        }

        sent = typed[CaseForm.Name];
        if (!Enum.TryParse<CaseAction>(sent, out var action)
            || !Enum.IsDefined(action)
            || View.Forms.Of(action) is not { } form
            || !(View.IsOwnAgency || StepTransitions.IsSupervision(action)))
        {
            return BadRequest();
        }

        var reader = new FormReader(typed, words);
        var sending = form.Read(reader);
        Findings = reader.Findings;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (Findings.Count == 0)
        {
            var refusals = await sending(commands);
            if (refusals.Count == 0)
            {
                var asked = await IsPutBeforeSecondPerson(id, cancellation);
                TempData["Done"] = (asked
                    ? words["已提请第二人确认，确认后生效：{0}", Texts.Name(action, Texts.CurrentLanguage)]
                    : words["已记录：{0}", Texts.Name(action, Texts.CurrentLanguage)]).Value;
                return LocalRedirect(asked || IsVisibleStill(action) ? $"/cases/{id}" : "/cases");
            }

            Findings = Finding.Of(refusals);
            Response.StatusCode = Commands.StatusOf(refusals);
        }

        await Read(id, cancellation);
        return Page();
    }

    // What gives a reason to doubt was asked for, not done.
    private async Task<bool> IsPutBeforeSecondPerson(Guid id, CancellationToken cancellation)
    {
        var before = View.File.GuardedActsAsked.Select(asked => asked.RequestId).ToList();
        return await reading.Find(id, cancellation) is { } after
            && after.File.GuardedActsAsked.Any(asked => !before.Contains(asked.RequestId));
    }

    private static bool IsVisibleStill(CaseAction action) => action != CaseAction.VoidRegistration;

    private async Task<bool> Read(Guid id, CancellationToken cancellation)
    {
        if (await reading.Find(id, cancellation) is not { } view)
        {
            return false;
        }

        View = view;
        BroughtInFrom = view.File.Import is { } imported ? await imports.Find(imported.ImportId, cancellation) : null;
        History = [.. from row in view.History.Reverse()
            let said = view.Sentences.Of(row.Event)
            select (row, said.Sentence, said.Detail)];
        Actions = new CaseActions(view);
        Stranded = typed is null || sent is null || Actions.Offered.Any(form => IsSent(form.Action)) || (IsSent(CaseAction.AnswerStep)
            && Actions.Answers.Count > 0)
            ? []
            : [.. typed
                .Where(field => field.Key is not ("Form" or "Version" or "__RequestVerificationToken")
                    && !string.IsNullOrWhiteSpace(field.Value))
                .Select(field => field.Value.ToString())];
        Attachments = AttachedFile.Of(view, await heads.OfCase(id, cancellation));
        return true;
    }
}
