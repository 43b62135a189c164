using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Bundles;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Drafting;
using Disclosure.Cases.Web.Pages.Cases.Queueing;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>A letter that goes to somebody now; of several recipients each has a line.</summary>
/// <param name="ApplicantId">Which of the applicants; null where it goes to the one to whom it is addressed.</param>
/// <param name="Version">The version of the case that the person sees.</param>
/// <param name="Why">Why its service was not recorded, or null.</param>
internal sealed record LetterToServe(
    UnservedRow Row, string Title, Guid? ApplicantId, string Recipient, int Version, string? Why)
{
    /// <summary>What its fields are named by.</summary>
    public string Key => $"{Row.DocumentId}.{ApplicantId}";
}

/// <summary>
/// 一并登记送达: the signed letters of the cases that were ticked, with the way, the day and the proof filled in once. Each is
/// recorded by the command that does it for one; what is refused stays on the page with its reason.
/// </summary>
[Authorize(Policies.Office)]
[RequestSizeLimit(WebServices.LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = WebServices.LargestUpload)]
internal sealed class ServeTogetherModel(
    ICaseQueries queries, CasePageQuery reading, Commands commands, CurrentActor actor, TimeProvider time, CalendarsInForce calendars,
    IStringLocalizer<Words> words) : PageModel
{
    private IFormCollection? typed;

    /// <summary>The letters, those of one recipient together.</summary>
    public IReadOnlyList<LetterToServe> Letters { get; private set; } = [];

    /// <summary>The letters that wait for service beside those of the page.</summary>
    public int More { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What was done of it, where not everything was.</summary>
    public string? Done { get; private set; }

    public FieldSet Fields => new(
        "serve",
        [.. new ServiceForm(words).Fields(time.Today(), null, words["不填的，用各申请人提供的地址。"], null, words["不填的，用各申请人提供的地址。"])],
        typed,
        Findings);

    /// <summary>The queue as it was.</summary>
    public string Back => QueueChoice.Read(Request.Query).Link();

    /// <summary>What was typed into a field of a letter.</summary>
    public string? Typed(string field, LetterToServe letter) => typed?[$"{field}.{letter.Key}"].FirstOrDefault();

    /// <summary>Whether a letter is ticked.</summary>
    public bool IsTicked(LetterToServe letter) => typed is null || typed["letter"].Contains(letter.Key);

    public Task OnGetAsync(CancellationToken cancellation) => Read(new Dictionary<string, string>(), cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        typed = await Request.ReadFormAsync(cancellation);
        await Read(new Dictionary<string, string>(), cancellation);
        var (form, reader) = (new ServiceForm(words), new FormReader(typed, words));
        var ticked = Letters.Where(IsTicked).ToList();
        if (ticked.Count == 0)
        {
            reader.Refuse(null, words["请勾选要登记送达的文书。"]);
        }

        var (done, refused, served) = (0, new Dictionary<string, string>(), new HashSet<Guid>());
        foreach (var letter in ticked)
        {
            var caseId = letter.Row.CaseId;
            // A further letter of the same case goes on from where the one before left it.
            var version = served.Contains(caseId)
                ? (await reading.Find(caseId, cancellation))!.File.Version
                : reader.OptionalNumber($"Version.{letter.Key}") ?? 0;
            var command = form.Read(reader, caseId, version, letter.Row.DocumentId, letter.ApplicantId);
            command = command with
            {
                Particulars = command.Particulars! with
                {
                    MailNumber = reader.OptionalText($"{ServiceForm.MailNumber}.{letter.Key}") ?? command.Particulars.MailNumber,
                },
                Proof = form.Proof(reader, $"{ServiceForm.ProofOf}.{letter.Key}") ?? command.Proof,
            };
            if (reader.Findings.Count > 0)
            {
                break;
            }

            var refusals = (await commands.Send(command)).Refusals;
            if (refusals.Count > 0)
            {
                refused[letter.Key] = Finding.Said(refusals);
                continue;
            }

            done++;
            served.Add(caseId);
        }

        Findings = [.. reader.Findings.Distinct()];
        if (done > 0 && done == Letters.Count)
        {
            TempData["Done"] = words["已登记送达 {0} 件。", done].Value;
            return LocalRedirect(Back);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Done = done > 0 ? words["已登记送达 {0} 件；以下 {1} 件没有登记。", done, Letters.Count - done].Value : null;
        await Read(refused, cancellation);
        return Page();
    }

    private async Task Read(Dictionary<string, string> refused, CancellationToken cancellation)
    {
        var page = await queries.AwaitingService(
            QueueChoice.Read(Request.Query).FilterOfLetters(actor.Value, time.Today(), calendars.Of(actor.Value.AgencyId)) with
            {
                PageSize = PrintRun.MostLetters,
            },
            cancellation);
        More = page.Total - page.Rows.Count;
        var (letters, views) = (new List<LetterToServe>(), new Dictionary<Guid, CaseView?>());
        foreach (var row in page.Rows)
        {
            if (!views.TryGetValue(row.CaseId, out var view))
            {
                views[row.CaseId] = view = await reading.Find(row.CaseId, cancellation);
            }

            if (view?.File.FindDocument(row.DocumentId) is not { IsToBeServed: true } document)
            {
                continue;
            }

            letters.AddRange(document.RecipientsToServe.Select(recipient => new LetterToServe(
                row, view.Templates.TitleOf(document), recipient, NameOf(view, document, recipient), view.File.Version, null)));
        }

        Letters = [.. letters.Select(letter => letter with { Why = refused.GetValueOrDefault(letter.Key) })
            .OrderBy(letter => letter.Recipient, StringComparer.Ordinal)];
    }

    private static string NameOf(CaseView view, CaseDocument document, Guid? recipient) =>
        recipient is { } id ? view.Parties.FirstOrDefault(each => each.Id == id).Person?.Name ?? ""
        : ServiceProof.Fact(view, document, "recipient") ?? string.Join('、', view.Applicants.Select(person => person.Name));
}
