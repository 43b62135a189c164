using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>Somebody whose opinion is asked (art. 11, 32, 34), as the page of a case lists it.</summary>
/// <param name="Letter">The letter that asks.</param>
/// <param name="Whom">The name on it; null where the letter is gone.</param>
/// <param name="DueOn">The last day of the opinion, once the letter is served.</param>
/// <param name="Said">What was answered, in their words; null where nothing was written.</param>
internal sealed record ConsultationView(CaseDocument Letter, string? Whom, DateOnly? DueOn, string? Said)
{
    /// <summary>The consultations of a case, in the order in which they were drafted; those taken back are left out.</summary>
    public static IReadOnlyList<ConsultationView> Of(CaseView view) =>
    [
        .. view.File.Documents
            .Where(letter => letter is { Effect: ServiceEffect.Consults, ConsultationKind: not null, Status: not DocumentStatus.Withdrawn })
            .Select(letter => new ConsultationView(
                letter,
                view.Text(letter.Facts) is { } facts ? JsonNode.Parse(facts)!["recipient"]?.ToString() : null,
                view.Clock?.Reckoning.Deadlines.FirstOrDefault(deadline => deadline.Id == letter.Id.ToString())?.DueOn,
                view.Text(letter.Opinion?.Content))),
    ];
}
