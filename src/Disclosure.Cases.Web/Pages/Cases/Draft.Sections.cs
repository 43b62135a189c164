using System.Globalization;
using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Mvc;

namespace Disclosure.Cases.Web.Pages.Cases;

// Which sections the letter has: those of the draft, of what was typed, or of the outcomes on file.
internal sealed partial class DraftModel
{
    // A letter that is typed by hand has no more sections than an application has items.
    private const int MostSections = 100;

    private async Task ReadDocument(CaseDocument document)
    {
        var sections = new List<SectionForm>();
        foreach (var section in document.Sections)
        {
            sections.Add(new SectionForm(
                document.Sections.Count > 1 ? sections.Count : null,
                templates.Of(section)!.For(section.Variant),
                section.Items,
                JsonNode.Parse(await texts.Read(section.Facts))!.AsObject(),
                IsVariantOpen: false));
        }

        (Sections, PrincipalIndex) = (sections, document.PrincipalIndex);
    }

    private async Task<IActionResult?> ReadTyped(Guid id, Guid? documentId, string? template, string? variant)
    {
        if (!await Read(id, documentId ?? (Guid.TryParse(Request.Form["Draft"], out var draft) ? draft : null)))
        {
            return NotFound();
        }

        if (Document is not null)
        {
            await ReadDocument(Document);
        }
        else if ((template == SectionForm.Several ? ChooseTyped() : Choose(template, variant)) is { } problem)
        {
            return problem;
        }

        // What was finished in Word has its facts locked: whatever is sent, they stay as they are.
        if (IsFinished)
        {
            return null;
        }

        Sections = [.. Sections.Select(section => section with { Facts = FactForm.Read(section, Request.Form) })];
        PrincipalIndex = int.TryParse(Request.Form["principal"], NumberStyles.None, CultureInfo.InvariantCulture, out var principal) && principal < Sections.Count ? principal : PrincipalIndex;
        return null;
    }

    private NotFoundResult? Choose(string? template, string? variant)
    {
        if (template == SectionForm.Several)
        {
            Sections = [.. Outcomes.Select((outcome, place) => Section(place, outcome.Template, outcome.Variant, null)!)];
            return Sections.Count > 1 ? null : NotFound();
        }

        variant = string.IsNullOrEmpty(variant) ? null : variant;
        if (template is null || templates.Find(template) is not { } found || !found.HasVariant(variant))
        {
            return NotFound();
        }

        // Another text may have become the right one meanwhile; what was typed is shown all the same.
        IsStranded = Draftable.All(outcome => outcome.Template != found.Code);
        var effective = found.For(variant ?? Draftable.FirstOrDefault(outcome => outcome.Template == found.Code)?.Variant);
        Sections = [new SectionForm(null, effective, [.. View.File.Items.Where(item => item.Outcome?.Template == found.Code).Select(item => item.Id)], [], IsVariantOpen: true)];
        return null;
    }

    // What was typed is for the outcomes that the page showed; other ones may be on file by now.
    private NotFoundResult? ChooseTyped()
    {
        var typed = new List<SectionForm>();
        for (var place = 0; place < MostSections && Request.Form[$"sections[{place}].template"].FirstOrDefault() is { } template; place++)
        {
            var outcome = Outcomes.ElementAtOrDefault(place);
            if (Section(place, template, outcome?.Template == template ? outcome.Variant : null, Request.Form[$"sections[{place}].variant"].FirstOrDefault()) is not { } section)
            {
                return NotFound();
            }

            typed.Add(section);
        }

        IsStranded = !typed.Select(section => section.Template.Template.Code).SequenceEqual(Outcomes.Select(outcome => outcome.Template));
        Sections = typed;
        return typed.Count > 1 ? null : NotFound();
    }

    private SectionForm? Section(int place, string template, string? settled, string? chosen)
    {
        var variant = settled ?? (string.IsNullOrEmpty(chosen) ? null : chosen);
        return templates.Find(template) is { } found && found.HasVariant(variant)
            ? new SectionForm(place, found.For(variant), [.. View.File.Items.Where(item => item.AnsweredBy is null && item.Outcome == new ItemOutcome(template, settled)).Select(item => item.Id)], [], settled is null && found.Variants.Count > 1)
            : null;
    }
}
