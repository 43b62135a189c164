using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Suggestions;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

/// <summary>A suggestion as a page shows it: what, why, and what is left to choose.</summary>
/// <param name="Title">The text with its number and variant.</param>
/// <param name="Address">Where it is drafted; null while its question has yet to be answered.</param>
/// <param name="FirstAnswer">The answer to give first, or null.</param>
/// <param name="Why">The reasons, as one text.</param>
/// <param name="Choices">The variants to choose from, each with its address (null while it cannot be drafted) and when it fits.</param>
internal sealed record SuggestionLine(
    string Title, string? Address, string? FirstAnswer, string Why, IReadOnlyList<(string Label, string? Address, string When)> Choices)
{
    /// <summary>
    /// The suggestions of a case that somebody can still act on; what is with the approver or waits for service is on its way.
    /// </summary>
    public static IReadOnlyList<SuggestionLine> Of(CaseView view, IStringLocalizer<Words> words) =>
        [.. view.Suggestions
            .Where(suggestion => !view.File.Documents.Any(document => document.Status is DocumentStatus.Submitted or DocumentStatus.Approved
                && document.Sections.Any(section => section.Template == suggestion.Template)))
            .Select(suggestion => Line(view, suggestion, words))];

    private static SuggestionLine Line(CaseView view, SuggestedReply suggestion, IStringLocalizer<Words> words)
    {
        var language = Texts.CurrentLanguage;
        var template = view.Templates.Find(suggestion.Template)!;
        var number = template.No is { } no ? FormattableString.Invariant($"{no:00} ") : "";
        var variant = template.Variants.FirstOrDefault(each => each.Code == suggestion.Variant);
        var isPart = new TemplateChoice(view.File, view.Templates).Together.Any(outcome => outcome.Template == suggestion.Template);
        var begun = view.File.Documents.LastOrDefault(document => document.Status == DocumentStatus.Drafted
            && document.Sections.Any(section => section.Template == suggestion.Template));
        string? Address(string? code) => suggestion.IsAhead || !view.Can(CaseAction.Draft) ? null
            : begun is not null ? $"/cases/{view.File.Id}/draft/{begun.Id}"
            : isPart ? $"/cases/{view.File.Id}/draft?template={SectionForm.Several}"
            : $"/cases/{view.File.Id}/draft?template={suggestion.Template}&variant={code}";
        var reasons = suggestion.Reasons.Select(reason => reason.Say(language)).ToList();
        if (!suggestion.IsAhead && Given(view, suggestion) is { } given)
        {
            // Who answered, and when, stands behind the answer itself.
            reasons[0] = reasons[0].TrimEnd('。', '.')
                + words["（{0}，{1}）。", given.ActorName, ChinaTime.DayOf(given.OccurredAt).Short(view.Moment.Today)].Value;
        }

        return new SuggestionLine(
            number + template.Title + (variant is null ? "" : words["（{0}）", Label(variant, language)].Value),
            Address(suggestion.Variant),
            suggestion is { IsAhead: true, Answer: { } answer } ? Texts.Name(answer, language) : null,
            string.Join(language == Texts.English ? " " : "", reasons),
            begun is not null || isPart ? [] : [.. suggestion.Choices.Select(choice => (
                Label(template.Variants.First(each => each.Code == choice.Code), language),
                Address(choice.Code),
                choice.When.Say(language)))]);
    }

    private static Reporting.HistoryRow? Given(CaseView view, SuggestedReply suggestion) => suggestion.Answer is not { } answer ? null
        : view.History.LastOrDefault(row => row.Event is StepAnswered answered
            && answered.Answer == answer
            && (suggestion.Items.Count == 0 || answered.Items.Intersect(suggestion.Items).Any()));

    private static string Label(TemplateVariant variant, string language) =>
        language == Texts.English ? variant.LabelEn ?? variant.Label : variant.Label;
}
