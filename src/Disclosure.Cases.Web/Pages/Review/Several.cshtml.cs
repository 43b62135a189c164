using System.Globalization;
using Disclosure.Cases.Clock;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages.Review;

/// <summary>
/// 一并签发: plain letters approved in one go, once they were listed and confirmed. Each is approved by the same command as
/// one alone; what is refused is reported, and the others stand.
/// </summary>
[Authorize(Policies.Reviewer)]
internal sealed class SeveralModel(
    ICaseQueries queries, PlainLettersPageQuery plain, LegalCheck check, IReplyTemplates templates, Commands commands,
    CurrentActor actor, TimeProvider time, CalendarsInForce calendars) : PageModel
{
    /// <summary>What is to be approved, or was refused.</summary>
    public IReadOnlyList<ChosenLetter> Letters { get; private set; } = [];

    /// <summary>What was approved, each with its number; null where it takes none.</summary>
    public IReadOnlyList<(ChosenLetter Letter, string? Number)> Issued { get; private set; } = [];

    public async Task OnGetAsync(Guid[] document, CancellationToken cancellation) =>
        Letters = await Chosen(document, checks: true, cancellation);

    public async Task OnPostAsync(Guid[] document, string[] version, CancellationToken cancellation)
    {
        var (issued, refused) = (new List<(ChosenLetter, string?)>(), new List<ChosenLetter>());
        foreach (var letter in await Chosen(document, checks: false, cancellation))
        {
            // What the reviewer saw is what is approved: the version comes from the page.
            var place = Array.IndexOf(document, letter.Row.DocumentId);
            var seen = int.TryParse(version.ElementAtOrDefault(place), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : 0;
            var result = letter.Findings.Count > 0
                ? Result<Approval>.Refused(letter.Findings)
                : await commands.Send(new ApproveDocument(letter.Row.CaseId, seen, letter.Row.DocumentId));
            if (result.Succeeded)
            {
                issued.Add((letter, result.Value.Number));
            }
            else
            {
                refused.Add(letter with { Findings = result.Refusals });
            }
        }

        (Issued, Letters) = (issued, refused);
    }

    // In the order of the list; what no longer waits has left it. The approval checks each letter itself.
    private async Task<List<ChosenLetter>> Chosen(Guid[] documents, bool checks, CancellationToken cancellation)
    {
        var letters = new List<ChosenLetter>();
        foreach (var row in (await queries.AwaitingApproval(actor.Value.AgencyId, cancellation))
            .Where(row => documents.Contains(row.DocumentId))
            .Take(PlainLettersPageQuery.Most))
        {
            if (await plain.Find(row, cancellation) is var (file, document, whyNot))
            {
                var now = new Moment(actor.Value, time.Today(), calendars.Of(file.AgencyId));
                var findings = whyNot is not null ? [whyNot] : checks ? await check.Findings(file, document, now, cancellation) : [];
                letters.Add(new ChosenLetter(row, templates.TitleOf(row), file.Version, findings));
            }
        }

        return letters;
    }
}

/// <summary>A letter chosen to be approved with others.</summary>
/// <param name="Row">The letter.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Version">The case's version as the page shows it.</param>
/// <param name="Findings">Why it cannot be approved with others; empty where it can.</param>
internal sealed record ChosenLetter(ApprovalRow Row, string Title, int Version, IReadOnlyList<Refusal> Findings)
{
    /// <summary>Where it is read.</summary>
    public string Address => WaitingPlace.AddressOf(Row);
}
