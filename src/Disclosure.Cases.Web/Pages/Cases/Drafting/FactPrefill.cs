using System.Globalization;
using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Web.Localisation;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

/// <summary>What the case knows of a letter's facts before anybody types: dates, numbers, what was written before.</summary>
internal static partial class FactPrefill
{
    // 01 and 02: ten working days are suggested (docs/domain.md, "Deadlines"), counted from service, which may take some days.
    private const int SuggestedDays = 12;

    /// <summary>The facts to start from: what the case knows, else the template's suggestion.</summary>
    /// <param name="view">The case.</param>
    /// <param name="template">The text.</param>
    /// <param name="items">The items that the text is about; none for all.</param>
    /// <param name="about">The document that a form is about: whose service is proved.</param>
    public static JsonObject Of(
        CaseView view, EffectiveTemplate template, CaseDocument? about = null, IReadOnlyList<Guid>? items = null)
    {
        var facts = new JsonObject();
        foreach (var fact in template.Facts)
        {
            if (Fitting(
                fact, OfForms(view, template, fact, about) ?? Known(view, template, fact, items ?? [])) is { } known
                && LetterCheck.OfFact(view.Templates, fact, known).Count == 0)
            {
                facts[fact.Key] = known;
            }
            else if (fact is { Suggestion: { } suggestion, Kind: FactKind.Text or FactKind.Paragraphs } && !IsLeftOut(fact))
            {
                facts[fact.Key] = suggestion;
            }
        }

        return facts;
    }

    // What may be left out would have to be emptied again where there is nothing to say; what a variant proposes is to be said there.
    private static bool IsLeftOut(TemplateFact fact) =>
        fact is { Optional: true, Suggestions.Count: 0, Suggestion: { } suggestion } && suggestion.Contains("……", StringComparison.Ordinal);

    // A fact of one line takes what was written in several: 甲；乙.
    private static JsonNode? Fitting(TemplateFact fact, JsonNode? known) =>
        fact.Kind == FactKind.Text && known is JsonValue value && value.TryGetValue<string>(out var text) && text.Contains(
            '\n', StringComparison.Ordinal)
            ? JsonValue.Create(string.Join('；', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.TrimEnd('；', '。', ';'))))
            : known;

    private static JsonNode? Known(CaseView view, EffectiveTemplate template, TemplateFact fact, IReadOnlyList<Guid> items)
    {
        var file = view.File;
        return fact.Key switch
        {
            "respondBy" => Date(view.Moment.Calendar.AddWorkingDays(view.Moment.Today, SuggestedDays)),
            "workingDays" => JsonValue.Create(MostDays(file)),
            // Some days for the way to the third party, and then the office's interval (art. 32).
            "givenOn" => Date(view.Moment.Calendar.AddWorkingDays(view.Moment.Today, SuggestedDays)),
            "newDueOn" when template.Effect == ServiceEffect.Extends => Date(ExtendedDueOn(view, MostDays(file))),
            "provisionalNote" when ExtendedDueOn(view, MostDays(file)) is { } dueOn =>
                Text(ProvisionalNote.Of(file, dueOn, view.Moment.Calendar)),
            "count" when template.Effect == ServiceEffect.AwaitsPayment =>
                view.Record.InMonth.Place is { } place ? JsonValue.Create(place) : null,
            "search" or "findings" => Text(Search(view, items, foundNothing: template.Template.Code == TemplateCodes.NotExisting)),
            "provision" when view.Text(file.FormRequested) is { } form => Text($"按照申请要求的形式（{form.ReplaceLineEndings("；")}），提供上述予以公开的政府信息。"),
            "requested" => Text(view.Requested),
            "formWanted" or "provisionWanted" => Text(view.Text(file.FormRequested)),
            "drafter" => Text(view.Moment.Actor.Name),
            "draftedOn" => Date(view.Moment.Today),
            _ => OfNotices(view, template, fact) ?? OfConsultations(view, template, fact),
        };
    }

    // What the notices said, and what came in on them (art. 30, 35, 42).
    private static JsonNode? OfNotices(CaseView view, EffectiveTemplate template, TemplateFact fact)
    {
        var file = view.File;
        return fact.Key switch
        {
            "explanationRequestedOn" => Date(file.ExplanationNotice?.ServedOn),
            "explanationNumber" => Text(file.ExplanationNotice?.Number),
            "explanationOutcome" => Text(file.ExplanationNotice is null ? null : file.ExplainedOn is null ? "unanswered" : "unsound"),
            "earlierNumber" => Text(view.RepeatOf?.Document.Number),
            "earlierRepliedOn" => Date(view.RepeatOf?.Document.DecidedOn),
            "earlierRequested" => Text(RequestedBefore(view)),
            "earlierOutcome" => Text(RequestedBefore(view) is { } words ? EarlierOutcome.InWords(view.RepeatOf!.Quoted(words)) : null),
            "explanationDueOn" => Date(file.ExplanationNotice?.Terms.RespondBy),
            "explanationReceivedOn" => Date(file.ExplainedOn),
            "noticeServedOn" => Date(Notice(file, template)?.ServedOn),
            "noticeNumber" => Text(Notice(file, template)?.Number),
            "requiredCorrections" => FactOf(view, file.CorrectionNotice, "corrections"),
            "correctedContent" => Text(Corrected(view)),
            "correctionDueBy" => Date(file.CorrectionNotice?.Terms.RespondBy),
            "feeNoticeNumber" => Text(file.FeeNotice?.Number),
            "feeNoticeDeliveredOn" => Date(file.FeeNotice?.DeliveredOn ?? file.FeeNotice?.ServedOn),
            "payBy" => Date(PayBy(view)),
            "withdrawnOn" => Date(file.WithdrawnOn),
            "circumstances" when template.Variant?.Code == "fee-unpaid" => Text(Unpaid(view)),
            _ => null,
        };
    }

    // Who was asked, when, and what they said (art. 32, 34, 11).
    private static JsonNode? OfConsultations(CaseView view, EffectiveTemplate template, TemplateFact fact)
    {
        var letters = view.File.Documents
            .Where(document => document is { Effect: ServiceEffect.Consults, Status: DocumentStatus.Served }).ToList();
        var third = letters.FindLast(document => document.ConsultationKind == ConsultationKind.ThirdParty);

        // 05 tells the applicant of whatever was sent last; the other texts speak of the third party.
        if (template.Template.Code == TemplateCodes.ConsultationNotice)
        {
            return fact.Key switch
            {
                "sentOn" => Date(letters.LastOrDefault()?.ServedOn),
                "consulted" => Text(letters.LastOrDefault()?.ConsultationKind is { } kind ? Code(kind) : null),
                _ => null,
            };
        }

        return fact.Key switch
        {
            "consultedOn" => Date(third?.ServedOn),
            "consultationNumber" => Text(third?.Number),
            "consultationDeliveredOn" =>
                Date(third?.DeliveredOn ?? (third?.DecisiveAttempt?.Way == ServiceWay.Post ? null : third?.ServedOn)),
            "objectedOn" => Date(third?.Opinion?.On),
            "objection" or "thirdPartyAnswer" => Text(view.Text(third?.Opinion?.Content)),
            "recipient" or "recipientKind" when template.Template.Code == TemplateCodes.ThirdPartyDisclosureNotice =>
                FactOf(view, third, fact.Key),
            _ => null,
        };
    }

    private static CaseDocument? Notice(CaseFile file, EffectiveTemplate template) => template.Variant?.Code switch
    {
        "not-corrected" => file.CorrectionNotice,
        VariantCodes.FeeUnpaid => file.FeeNotice,
        _ => file.CorrectionNotice ?? file.ExplanationNotice ?? file.FeeNotice,
    };

    private static int MostDays(CaseFile file) => RuleSet.InForceOn(file.ReceivedOn ?? file.ArrivedOn).MaxExtensionDays;

    /// <summary>The letter with the due date that the clock gives for the days of its extension, whatever was typed (art. 33 ¶2).</summary>
    public static LetterForm WithDueDates(this LetterForm letter, CaseView view) => letter with
    {
        Sections = [.. letter.Sections.Select(section => section.Template.Effect == ServiceEffect.Extends
            && int.TryParse($"{section.Facts["workingDays"]}", NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && ExtendedDueOn(view, days) is { } dueOn
                ? section with { Facts = WithDueDate(section.Facts, dueOn, view) }
                : section)],
    };

    private static JsonObject WithDueDate(JsonObject facts, DateOnly dueOn, CaseView view)
    {
        var changed = facts.DeepClone().AsObject();
        changed["newDueOn"] = dueOn.Iso();
        changed.Remove("provisionalNote");
        if (ProvisionalNote.Of(view.File, dueOn, view.Moment.Calendar) is { } note)
        {
            changed["provisionalNote"] = note;
        }

        return changed;
    }

    // The due date that the clock will give if the notice is served today, as the legal check asks for it (art. 33 ¶2).
    private static DateOnly? ExtendedDueOn(CaseView view, int days) =>
        view.File.Timeline is { } timeline
        && StatutoryClock.JudgeNext(timeline, new ExtensionServed(view.Moment.Today, days), view.Moment.Calendar) is null
            ? CaseReckoning.ExtendedDueOn(view.File, days, view.Moment.Today, view.Moment.Calendar)
            : null;

    private static string Code(ConsultationKind kind) => kind switch
    {
        ConsultationKind.ThirdParty => "third-party",
        ConsultationKind.CoAuthor => "co-author",
        ConsultationKind.OtherAgency => "other-agency",
    };

    private static string? Corrected(CaseView view) =>
        view.Text(view.History.Select(row => row.Event).OfType<CaseFiles.Events.CorrectionReceived>().LastOrDefault()?.Content);

    // What was searched for these very items; a letter that says there is nothing goes by the searches that found nothing.
    private static string? Search(CaseView view, IReadOnlyList<Guid> items, bool foundNothing)
    {
        var sentences = view.History.Select(row => row.Event).OfType<SearchRecorded>()
            .Where(search => items.Count == 0 || search.Items.Intersect(items).Any())
            .Where(search => !foundNothing || search.Found == 0)
            .Select(search => $"{search.On.Year}年{search.On.Month}月{search.On.Day}日，"
                + $"本机关由{view.Text(search.Searcher)}检索{view.Text(search.Places)}，"
                + $"检索词为“{view.Text(search.Words)}”，{(search.Found == 0 ? "未检索到所申请公开的政府信息" : $"检索到{search.Found}份")}。")
            .ToList();
        return sentences.Count == 0 ? null : string.Join('\n', sentences);
    }

    private static DateOnly? PayBy(CaseView view) =>
        view.Clock?.Reckoning.Deadlines.LastOrDefault(deadline => deadline.Kind == DeadlineKind.FeePayment)?.DueOn;

    // What was charged, when that was known, and by when it was to be paid (国办函〔2020〕109号).
    private static string? Unpaid(CaseView view) =>
        view.File.FeeNotice is { Number: { } number } notice
        && (notice.DeliveredOn ?? notice.ServedOn) is { } deliveredOn
        && PayBy(view) is { } payBy
        && view.Text(notice.Facts) is { } facts
        && FeeFacts.Of(JsonNode.Parse(facts)!.AsObject()) is { } fee
            ? $"该通知书（{number}）于{Written(deliveredOn)}送达，应当缴纳信息处理费{fee.Yuan.ToString(CultureInfo.InvariantCulture)}元，"
                + $"期限至{Written(payBy)}届满；经核对缴款记录，未收到该费用。"
            : null;

    // The words of the item that is asked for again; those of all where no single one is like it.
    private static string? RequestedBefore(CaseView view)
    {
        if (view.RepeatOf is not { Words.Count: > 0 } reply)
        {
            return null;
        }

        var asked = new SimilarWords(view.Requested);
        var alike = reply.Words.MaxBy(words => new SimilarWords(words).To(asked))!;
        return new SimilarWords(alike).To(asked) >= PossibleRepeat.From ? alike : string.Join('；', reply.Words);
    }

    // What a letter on file said.
    private static JsonNode? FactOf(CaseView view, CaseDocument? document, string key) =>
        view.Text(document?.Facts) is { } facts ? JsonNode.Parse(facts)![key]?.DeepClone() : null;

    private static JsonValue? Date(DateOnly? day) => day is { } known ? JsonValue.Create(known.Iso()) : null;

    private static JsonValue? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : JsonValue.Create(text);
}
