using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Localisation;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>What the case knows of a letter's facts before anybody types: dates, numbers, what was written before.</summary>
internal static class FactPrefill
{
    // 01 and 02: ten working days are suggested (DOMAIN section 4), counted from service, which may take some days.
    private const int SuggestedDays = 12;

    /// <summary>The facts to start from: what the case knows, else the template's suggestion.</summary>
    public static JsonObject Of(CaseView view, EffectiveTemplate template)
    {
        var facts = new JsonObject();
        foreach (var fact in template.Facts)
        {
            if (Known(view, template, fact) is { } known && LetterCheck.OfFact(fact, known).Count == 0)
            {
                facts[fact.Key] = known;
            }
            else if (fact is { Suggestion: { } suggestion, Kind: FactKind.Text or FactKind.Paragraphs })
            {
                facts[fact.Key] = suggestion;
            }
        }

        return facts;
    }

    private static JsonValue? Known(CaseView view, EffectiveTemplate template, TemplateFact fact)
    {
        var file = view.File;
        var calendar = view.Moment.Calendar;
        var consultation = file.Documents.LastOrDefault(document => document is { ConsultationKind: ConsultationKind.ThirdParty, Status: DocumentStatus.Served });
        return fact.Key switch
        {
            "respondBy" => Date(calendar.AddWorkingDays(view.Moment.Today, SuggestedDays)),
            "workingDays" => JsonValue.Create(RuleSet.InForceOn(file.ReceivedOn ?? file.ArrivedOn).MaxExtensionDays),
            "explanationRequestedOn" => Date(file.ExplanationNotice?.ServedOn),
            "noticeServedOn" => Date(Notice(file, template)?.ServedOn),
            "noticeNumber" => Text(Notice(file, template)?.Number),
            "consultedOn" or "sentOn" => Date(consultation?.ServedOn),
            "objectedOn" => Date(consultation?.Opinion?.On),
            "objection" or "thirdPartyAnswer" => Text(view.Text(consultation?.Opinion?.Content)),
            "withdrawnOn" => Date(file.WithdrawnOn),
            "channel" when fact.Kind == FactKind.Text => Text(Texts.Name(file.Channel)),
            "search" or "findings" => Text(Search(view)),
            "requested" => Text(view.Requested),
            "formWanted" or "provisionWanted" => Text(view.Text(file.FormRequested)),
            "drafter" => Text(view.Moment.Actor.Name),
            "draftedOn" => Date(view.Moment.Today),
            "reason" when template.Effect == ServiceEffect.Extends => null,
            _ => null,
        };
    }

    private static CaseDocument? Notice(CaseFile file, EffectiveTemplate template) => template.Variant?.Code switch
    {
        "not-corrected" => file.CorrectionNotice,
        "fee-unpaid" => file.FeeNotice,
        _ => file.CorrectionNotice ?? file.ExplanationNotice ?? file.FeeNotice,
    };

    private static string? Search(CaseView view) =>
        view.History.Select(row => row.Event).OfType<SearchRecorded>().LastOrDefault() is { } search
            ? $"本机关于{search.On.Year}年{search.On.Month}月{search.On.Day}日检索{view.Text(search.Places)}，检索词为“{view.Text(search.Words)}”。"
            : null;

    private static JsonValue? Date(DateOnly? day) => day is { } known ? JsonValue.Create(known.Iso()) : null;

    private static JsonValue? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : JsonValue.Create(text);
}
