using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases;
using Disclosure.Cases.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Acting;

/// <summary>The forms of a case page, one for each action, filled with what the case knows.</summary>
internal sealed partial class CaseForms(
    CaseFile file,
    IReadOnlyDictionary<Guid, string> texts,
    IReadOnlyList<Applicant> applicants,
    IReadOnlyList<User> colleagues,
    IReplyTemplates templates,
    DateNames dates,
    Actor actor,
    DateOnly today,
    CalendarSnapshot calendars,
    IStringLocalizer<Words> words)
{
    private readonly WorkingDayCalendar calendar = calendars.Of(file.AgencyId);

    private static readonly CaseAction[] Urgent =
    [
        CaseAction.ConfirmReceipt, CaseAction.Serve, CaseAction.ReceiveCorrection, CaseAction.ReceiveExplanation, CaseAction.ReceivePayment,
        CaseAction.ReceiveOpinion, CaseAction.RecordSearch, CaseAction.ReviewDisclosure,
        CaseAction.DecideDateCorrection, CaseAction.DecideGuardedAct, CaseAction.AskColleague, CaseAction.Archive,
    ];

    /// <summary>The actions in the order in which a page offers them: what usually comes next first.</summary>
    public static IEnumerable<CaseAction> InOrder(IEnumerable<CaseAction> actions) =>
        actions.OrderBy(action => Array.IndexOf(Urgent, action) is var place and >= 0 ? place : Urgent.Length + (int)action);

    /// <summary>Whether an action belongs to the daily work; the others stand folded away.</summary>
    public static bool IsDaily(CaseAction action) => Urgent.Contains(action) || action == CaseAction.RecordDelivery;

    /// <summary>The form of an action; null for those that have a page of their own.</summary>
    public CaseForm? Of(CaseAction action) => action switch
    {
        CaseAction.ConfirmReceipt => ConfirmReceipt(),
        CaseAction.VoidRegistration => VoidRegistration(),
        CaseAction.Split => Split(),
        CaseAction.AnswerStep => Answer(),
        CaseAction.TakeUpStepAgain => TakeUpStepAgain(),
        CaseAction.ReceiveCorrection => ReceiveCorrection(),
        CaseAction.ReceiveExplanation => ReceiveExplanation(),
        CaseAction.ReceivePayment => ReceivePayment(),
        CaseAction.RecordSearch => RecordSearch(),
        CaseAction.ReviewDisclosure => ReviewDisclosure(),
        CaseAction.ConsentToExtension => ConsentToExtension(),
        CaseAction.ReceiveOpinion => ReceiveOpinion(),
        CaseAction.Withdraw => Withdraw(),
        CaseAction.WithdrawDocument => WithdrawDocument(),
        CaseAction.Serve => Serve(),
        CaseAction.RecordDelivery => RecordDelivery(),
        CaseAction.RecordReturnedMail => RecordReturnedMail(),
        CaseAction.Archive => Archive(),
        CaseAction.Reopen => Reopen(),
        CaseAction.Reassign => Reassign(),
        CaseAction.ProposeDateCorrection => ProposeDateCorrection(),
        CaseAction.DecideDateCorrection => DecideDateCorrection(),
        CaseAction.LogCall => LogCall(),
        CaseAction.Attach => Attach(),
        CaseAction.AskColleague => AskColleague(),
        CaseAction.WithdrawAsking => WithdrawAsking(),
        CaseAction.DecideGuardedAct => DecideGuardedAct(),
        CaseAction.RecordDispute => RecordDispute(),
        CaseAction.AnswerDispute => AnswerDispute(),
        CaseAction.DecideDispute => DecideDispute(),
        CaseAction.VoidDispute => VoidDispute(),
        CaseAction.OpenInquiry => OpenInquiry(),
        CaseAction.AnswerInquiry => AnswerInquiry(),
        CaseAction.ChangeApplicant or CaseAction.SucceedApplicant or CaseAction.CorrectItem or CaseAction.NameRecipients => null,
        CaseAction.Draft or CaseAction.Submit or CaseAction.Return or CaseAction.Approve => null,
    };

    private static string Name(Enum value) => Texts.Name(value, Texts.CurrentLanguage);

    private static List<Option> Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Option(StoredNames.Of(value), Name(value)))];

    private Field Day(string name, string label, bool optional = false) =>
        new(name, label, FieldKind.Date) { Optional = optional, Value = optional ? null : today.Iso() };

    private static Field Line(string name, string label, bool optional = false, string? hint = null) =>
        new(name, label, FieldKind.Line) { Optional = optional, Hint = hint };

    private static Field Lines(string name, string label, bool optional = false, string? hint = null) =>
        new(name, label, FieldKind.Paragraphs) { Optional = optional, Hint = hint };

    private static Field Choice(string name, string label, IReadOnlyList<Option> options) =>
        new(name, label, FieldKind.Choice) { Options = options };

    // Several items: which of them; one item needs no question.
    private IEnumerable<Field> ItemsField(IEnumerable<CaseItem> items)
    {
        var offered = items.ToList();
        return offered.Count < 2 ? [] :
        [
            new Field("Items", words["申请事项（不选即为全部）"], FieldKind.Ticks)
            {
                Optional = true,
                Options = [.. offered.Select(item => new Option(item.Id.ToString(), texts.GetValueOrDefault(item.Description.Id) ?? ""))],
            },
        ];
    }

    private Field DocumentField(Func<CaseDocument, bool> fits) => Choice("DocumentId", words["文书"],
        [.. file.Documents.Where(fits).Select(document => new Option(document.Id.ToString(), Title(document)))]);

    private string Title(CaseDocument document) =>
        $"《{templates.TitleOf(document)}》 {document.Number ?? Name(document.Status)}".TrimEnd();
}
