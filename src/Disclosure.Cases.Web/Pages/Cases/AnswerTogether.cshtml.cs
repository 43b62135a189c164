using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Queueing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>A case whose question is answered together with that of others.</summary>
/// <param name="View">The case.</param>
/// <param name="Why">Why the answer was not recorded, or null.</param>
internal sealed record CaseToAnswer(CaseView View, string? Why)
{
    /// <summary>The answers that can be given now.</summary>
    public IEnumerable<StepAnswer> Answers => View.Possible
        .Where(each => each.Row.Action == CaseAction.AnswerStep && each.WhyNot is null).Select(each => each.Row.Answer!.Value);
}

/// <summary>
/// 一并答复步骤: one answer to the question at hand for the cases that were ticked, of all their items at that question. Each is recorded
/// by the command that does it for one; what is refused stays on the page with its reason.
/// </summary>
[Authorize(Policies.Clerk)]
internal sealed class AnswerTogetherModel(CasePageQuery reading, Commands commands, IStringLocalizer<Words> words) : PageModel
{
    private IFormCollection? typed;

    /// <summary>The cases that were ticked.</summary>
    public IReadOnlyList<CaseToAnswer> Cases { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What was done of it, where not everything was.</summary>
    public string? Done { get; private set; }

    /// <summary>The queue as it was.</summary>
    public string Back => QueueChoice.Read(Request.Query).Link();

    /// <summary>Whether one of the cases stands at the first question, whose elements are checked one by one.</summary>
    public bool AsksElements => Cases.Any(one => one.View.File.CurrentStep == ReplyStep.Completeness);

    /// <summary>The answer, each with the number of cases that it fits, and what goes with it.</summary>
    public FieldSet Fields => new(
        "answer",
        [
            new Field("Answer", words["结论"], FieldKind.Choice)
            {
                Options =
                [
                    .. AnswerTransitions.All.Select(each => (each.Answer, Count: Cases.Count(one => one.Answers.Contains(each.Answer))))
                        .Where(each => each.Count > 0)
                        .Select(each => new Option(StoredNames.Of(each.Answer), words["{0}（{1}）", Name(each.Answer), each.Count])),
                ],
            },
            .. AsksElements ? Cases[0].View.Forms.ElementFields() : [],
            new Field("Reasoning", words["理由"], FieldKind.Paragraphs) { Optional = true },
        ],
        typed,
        Findings);

    public Task OnGetAsync(CancellationToken cancellation) =>
        Read(QueueChoice.Read(Request.Query).Cases, new Dictionary<Guid, string>(), cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        typed = await Request.ReadFormAsync(cancellation);
        var reader = new FormReader(typed, words);
        var (ids, refused, done) = (reader.Ids("case"), new Dictionary<Guid, string>(), new List<Guid>());
        foreach (var id in ids)
        {
            var answer = CaseForms.ReadAnswer(reader, id, reader.OptionalNumber($"Version.{id}") ?? 0);
            if (reader.Findings.Count > 0)
            {
                break;
            }

            // The elements belong to the first question alone.
            var command = AnswerTransitions.Of(answer.Answer).Step == ReplyStep.Completeness ? answer : answer with { Elements = null };
            var refusals = (await commands.Send(command)).Refusals;
            if (refusals.Count == 0)
            {
                done.Add(id);
            }
            else
            {
                refused[id] = Finding.Said(refusals);
            }
        }

        if (done.Count > 0 && done.Count == ids.Count)
        {
            TempData["Done"] = words["已答复 {0} 件。", done.Count].Value;
            return LocalRedirect(Back);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Findings = [.. reader.Findings.Distinct()];
        Done = done.Count > 0 ? words["已答复 {0} 件；以下 {1} 件没有答复。", done.Count, refused.Count].Value : null;
        await Read([.. ids.Except(done)], refused, cancellation);
        return Page();
    }

    private async Task Read(IReadOnlyList<Guid> ids, Dictionary<Guid, string> refused, CancellationToken cancellation)
    {
        var cases = new List<CaseToAnswer>();
        foreach (var id in ids)
        {
            if (await reading.Find(id, cancellation) is { IsOwnAgency: true } view)
            {
                cases.Add(new CaseToAnswer(view, refused.GetValueOrDefault(id)));
            }
        }

        Cases = cases;
    }

    private static string Name(Enum value) => Texts.Name(value, Texts.CurrentLanguage);
}
