using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>Names a recorded date by what happened on it: 收到补正之日 rather than 收到或者发生之日.</summary>
internal sealed class DateNames(CaseFile file, IReadOnlyList<HistoryRow> history, IReplyTemplates templates, IStringLocalizer<Words> words)
{
    /// <summary>The name of a date of an event; the field's own name where the event says no more.</summary>
    public string Of(int sequence, CorrectableDate field) => (history.FirstOrDefault(row => row.Sequence == sequence)?.Event, field) switch
    {
        (CorrectionReceived, CorrectableDate.On) => words["收到补正之日"],
        (ExplanationReceived, CorrectableDate.On) => words["收到说明理由之日"],
        (FeePaid, CorrectableDate.On) => words["缴费之日"],
        (ApplicationWithdrawn, CorrectableDate.On) => words["收到撤回之日"],
        (OpinionReceived opinion, CorrectableDate.On) => words["收到意见之日"] + Title(opinion.DocumentId),
        (ServiceReturned returned, CorrectableDate.On) => words["退件之日"] + Title(returned.DocumentId),
        (DocumentServed served, _) => Name(field) + Title(served.DocumentId),
        (DeliveryRecorded delivered, _) => Name(field) + Title(delivered.DocumentId),
        _ => Name(field),
    };

    private static string Name(CorrectableDate field) => Texts.Name(field, Texts.CurrentLanguage);

    private string Title(Guid documentId) =>
        file.FindDocument(documentId) is { } document ? $"《{templates.TitleOf(document)}》" : "";
}
