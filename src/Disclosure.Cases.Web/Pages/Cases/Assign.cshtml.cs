using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Queueing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>A case that is about to be given to somebody else.</summary>
/// <param name="Version">The version that the person sees.</param>
/// <param name="Why">Why it could not be, or null.</param>
internal sealed record CaseToAssign(Guid Id, int Version, string RegisterNumber, string Requested, string OfficerName, string? Why);

/// <summary>改派: gives the cases that were ticked in the queue to one officer, each by the command that does it for one.</summary>
[Authorize(Policies.Office)]
internal sealed class AssignModel(
    ICaseFiles files, ICaseTexts texts, IUsers users, Commands commands, CurrentActor actor, IStringLocalizer<Words> words) : PageModel
{
    private IFormCollection? typed;
    private IReadOnlyList<User> colleagues = [];

    public IReadOnlyList<CaseToAssign> Cases { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What was done of it, where not everything was.</summary>
    public string? Done { get; private set; }

    public FieldSet Fields { get; private set; } = null!;

    /// <summary>The queue as it was.</summary>
    public string Back => QueueChoice.Read(Request.Query).Link();

    public Task OnGetAsync(CancellationToken cancellation) =>
        Show(QueueChoice.Read(Request.Query).Cases, new Dictionary<Guid, string>(), cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        typed = await Request.ReadFormAsync(cancellation);
        var reader = new FormReader(typed, words);
        var (officerId, reason, ids) = (reader.Id("OfficerId"), reader.Text("Reason"), reader.Ids("case"));
        var refused = new Dictionary<Guid, string>();
        var done = new List<Guid>();
        Findings = reader.Findings;
        foreach (var id in Findings.Count > 0 ? [] : ids)
        {
            if ((await files.Find(id, cancellation))?.OfficerId == officerId)
            {
                refused[id] = words["已经由其承办。"];
                continue;
            }

            var refusals = (await commands.Send(
                new ReassignCase(id, reader.OptionalNumber($"Version.{id}") ?? 0, officerId, reason))).Refusals;
            if (refusals.Any(refusal => refusal.Field is not null))
            {
                // What is wrong with the form is wrong with it for every case.
                Findings = Finding.Of(refusals);
                break;
            }

            if (refusals.Count == 0)
            {
                done.Add(id);
            }
            else
            {
                refused[id] = Finding.Said(refusals);
            }
        }

        var name = (await users.Find(officerId, cancellation))?.Name ?? "";
        if (Findings.Count == 0 && refused.Count == 0 && done.Count > 0)
        {
            TempData["Done"] = words["已改派 {0} 件给{1}。", done.Count, name].Value;
            return LocalRedirect(Back);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Done = done.Count > 0 ? words["已改派 {0} 件给{1}；以下 {2} 件没有改派。", done.Count, name, refused.Count].Value : null;
        await Show([.. ids.Except(done)], refused, cancellation);
        return Page();
    }

    private async Task Show(IReadOnlyList<Guid> ids, Dictionary<Guid, string> refused, CancellationToken cancellation)
    {
        colleagues = await users.OfAgency(actor.Value.AgencyId, cancellation);
        var names = colleagues.ToDictionary(user => user.Id, user => user.Name);
        var cases = new List<CaseToAssign>();
        foreach (var id in ids)
        {
            if (await files.Find(id, cancellation) is not { } file || file.AgencyId != actor.Value.AgencyId)
            {
                continue;
            }

            var requested = new List<string>();
            foreach (var item in file.Items)
            {
                requested.Add(await texts.Read(item.Description, cancellation));
            }

            cases.Add(new CaseToAssign(
                id, file.Version, file.RegisterNumber, string.Join('；', requested),
                names.GetValueOrDefault(file.OfficerId) ?? (await users.Find(file.OfficerId, cancellation))?.Name ?? "",
                refused.GetValueOrDefault(id)));
        }

        Cases = cases;
        Fields = new FieldSet(
            "assign",
            [
                new Field("OfficerId", words["新的承办人"], FieldKind.Choice)
                {
                    Options = [.. colleagues.Where(user => user.Roles.HasFlag(Role.Clerk))
                        .Select(user => new Option(user.Id.ToString(), user.Name))],
                },
                new Field("Reason", words["理由"], FieldKind.Line),
            ],
            typed,
            Findings);
    }
}
