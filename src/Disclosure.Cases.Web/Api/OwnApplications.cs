using Disclosure.Cases.Agencies;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Api;

/// <summary>The applications that a system filed, as it may see them; of all others it learns nothing.</summary>
internal sealed class OwnApplications(
    ICaseFiles files, IOnlineFilings filings, IAgencies agencies, IReplyTemplates templates,
    CalendarsInForce calendars, CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words)
{
    /// <summary>The case, or null where the system did not file it; what follows in the request is done by the system.</summary>
    public async Task<CaseFile?> Find(ApiClient client, Guid id, CancellationToken cancellation)
    {
        if (await files.Find(id, cancellation) is not { } file || !await IsOf(client, file, cancellation))
        {
            return null;
        }

        actor.Value = client.At(file.AgencyId);
        return file;
    }

    /// <summary>
    /// A document that was served on the applicant, or null. Letters to others and forms of the office are none of the applicant's.
    /// </summary>
    public CaseDocument? Served(CaseFile file, Guid documentId) => Served(file).FirstOrDefault(document => document.Id == documentId);

    /// <summary>How it stands today.</summary>
    public async Task<ApplicationState> State(CaseFile file, CancellationToken cancellation)
    {
        var today = time.Today();
        var reckoning = CaseReckoning.Of(file, calendars.Snapshot, today);
        var stage = StageOf(file);
        return new ApplicationState(
            file.Id,
            file.RegisterNumber,
            file.AgencyId,
            (await agencies.On(file.AgencyId, today, cancellation)).Name,
            stage,
            NameOf(stage),
            file.ArrivedOn,
            file.ReceivedOn,
            new ReplyState(
                reckoning?.ReplyDueOn,
                reckoning?.State is ClockState.AwaitingCorrection or ClockState.AwaitingPayment,
                reckoning?.Projected ?? false,
                reckoning?.Provisional ?? false,
                file.Documents.LastOrDefault(document =>
                    document is { Effect: ServiceEffect.Answers or ServiceEffect.Closes, Status: DocumentStatus.Served })?.ServedOn),
            Awaited(file, stage, reckoning),
            [.. Served(file).Select(document => new ServedDocument(
                document.Id, templates.TitleOf(document), document.Number, document.DecidedOn,
                document.ServedOn, $"/api/v1/applications/{file.Id}/documents/{document.Id}"))],
            file.SplitInto);
    }

    // What was split from an application belongs to whoever filed it.
    private async Task<bool> IsOf(ApiClient client, CaseFile file, CancellationToken cancellation)
    {
        var (current, steps) = (file, 0);
        while (!await filings.IsOf(client.Id, current.Id, cancellation))
        {
            if (current.SplitFrom is not { } parent || ++steps > 10 || await files.Find(parent, cancellation) is not { } from)
            {
                return false;
            }

            current = from;
        }

        return true;
    }

    private IEnumerable<CaseDocument> Served(CaseFile file) => file.Documents.Where(document =>
        document is { Status: DocumentStatus.Served, FileId: not null }
        && templates.Find(document.Template) is { Addressee: AddresseeKind.Applicant, IsForm: false });

    private static ApplicationStage StageOf(CaseFile file) => file.Stage switch
    {
        CaseStage.AwaitingConfirmation => ApplicationStage.AwaitingConfirmation,
        CaseStage.Completeness or CaseStage.Competence or CaseStage.Existence or CaseStage.Disclosure or CaseStage.Propriety =>
            ApplicationStage.InProgress,
        CaseStage.AwaitingCorrection => ApplicationStage.AwaitingCorrection,
        CaseStage.AwaitingExplanation => ApplicationStage.AwaitingExplanation,
        CaseStage.AwaitingPayment => ApplicationStage.AwaitingPayment,
        CaseStage.Archived when file.WithdrawnOn is not null => ApplicationStage.Withdrawn,
        CaseStage.Answered or CaseStage.Archived => ApplicationStage.Answered,
        CaseStage.Withdrawn => ApplicationStage.Withdrawn,
        CaseStage.Voided => ApplicationStage.Voided,
    };

    private string NameOf(ApplicationStage stage) => stage switch
    {
        ApplicationStage.AwaitingConfirmation => words["待确认收到"],
        ApplicationStage.InProgress => words["办理中"],
        ApplicationStage.AwaitingCorrection => words["待补正"],
        ApplicationStage.AwaitingExplanation => words["待说明理由"],
        ApplicationStage.AwaitingPayment => words["待缴费"],
        ApplicationStage.Answered => words["已答复"],
        ApplicationStage.Withdrawn => words["已撤回"],
        ApplicationStage.Voided => words["登记已作废"],
    };

    private AwaitedStep? Awaited(CaseFile file, ApplicationStage stage, Reckoning? reckoning) => stage switch
    {
        ApplicationStage.AwaitingConfirmation => new AwaitedStep(stage, null, words["请确认收到申请；以双方确认之日为收到申请之日（第三十一条）。"]),
        ApplicationStage.AwaitingCorrection =>
            Awaited(stage, file.CorrectionNotice?.Terms.RespondBy, until => words["请于{0}前补正申请内容（第三十条）。", until]),
        ApplicationStage.AwaitingExplanation =>
            Awaited(stage, file.ExplanationNotice?.Terms.RespondBy, until => words["请于{0}前说明理由（第三十五条）。", until]),
        ApplicationStage.AwaitingPayment => Awaited(
            stage,
            reckoning?.Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineKind.FeePayment)?.DueOn,
            until => words["请于{0}前缴纳信息处理费（第四十二条）。", until]),
        _ => null,
    };

    private static AwaitedStep Awaited(ApplicationStage stage, DateOnly? until, Func<string, string> sentence) =>
        new(stage, until, sentence(until?.Long() ?? "—"));
}
