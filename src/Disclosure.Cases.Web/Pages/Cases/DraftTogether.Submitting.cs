using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Web.Acting;
using Microsoft.AspNetCore.Mvc;

namespace Disclosure.Cases.Web.Pages.Cases;

// Submitting together what was drafted together.
internal sealed partial class DraftTogetherModel
{
    /// <summary>The drafts that can be submitted from here.</summary>
    public IEnumerable<CaseToDraft> Drafted => Cases.Where(each => each.Begun is not null);

    /// <summary>Submits the drafts that are ticked, each as the draft alone is submitted.</summary>
    public async Task<IActionResult> OnPostSubmitDraftsAsync(string? template, string? variant, CancellationToken cancellation)
    {
        var typed = await Request.ReadFormAsync(cancellation);
        await Read(Ticked(typed), template, variant, cancellation);
        var reader = new FormReader(typed, words);
        var ticked = reader.Ids("draft");
        var (done, left) = (0, new List<CaseToDraft>());
        foreach (var one in Cases)
        {
            if (!ticked.Contains(one.View.File.Id))
            {
                left.Add(one);
                continue;
            }

            var refusals = one.Begun is not { } draft
                ? [new Refusal("document.notADraft")]
                : (await commands.Send(new SubmitDocument(
                    one.View.File.Id, reader.OptionalNumber($"Version.{one.View.File.Id}") ?? 0, draft))).Refusals;
            done += refusals.Count == 0 ? 1 : 0;
            if (refusals.Count > 0)
            {
                left.Add(one with { Why = Finding.Said(refusals) });
            }
        }

        var sentence = words["已提交 {0} 件：{1}", done, Chosen?.Title ?? ""].Value;
        if (done > 0 && left.Count == 0)
        {
            TempData["Done"] = sentence;
            return LocalRedirect(Back);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Done = done > 0 ? sentence : words["请勾选要提交的草稿。"];
        Cases = left;
        return Page();
    }

    // Each as it is now, with its new version.
    private async Task<IReadOnlyList<CaseToDraft>> Again(IEnumerable<CaseToDraft> cases, CancellationToken cancellation)
    {
        var again = new List<CaseToDraft>();
        foreach (var one in cases)
        {
            again.Add(one with { View = await reading.Find(one.View.File.Id, cancellation) ?? one.View });
        }

        return again;
    }
}
