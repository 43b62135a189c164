using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.CaseFiles;

// The case as the statutory clock sees it: dated facts, ordered by their day, then by when they were recorded.
public sealed partial class CaseFile
{
    private readonly List<Dated> corrections = [];
    private readonly List<Dated> explanations = [];
    private readonly List<Dated> payments = [];
    private readonly HashSet<int> waivers = [];
    private readonly List<(int Sequence, CaseReopened Event)> reopenings = [];
    private readonly List<DateCorrectionProposed> proposals = [];
    private Dated? withdrawal;
    private int withdrawnUnder;

    /// <summary>The day on which the applicant withdrew, or null.</summary>
    public DateOnly? WithdrawnOn => withdrawal?.On;

    /// <summary>The day on which the last correction came in, or null.</summary>
    public DateOnly? CorrectedOn => corrections.Count == 0 ? null : corrections[^1].On;

    /// <summary>The day on which the explanation came in, or null.</summary>
    public DateOnly? ExplainedOn => explanations.Count == 0 ? null : explanations[^1].On;

    /// <summary>The day on which the head consented to an extension of the running period (art. 33 ¶2), or null.</summary>
    public DateOnly? ExtensionConsentedOn { get; private set; }

    /// <summary>The date corrections that a second person has yet to decide on.</summary>
    public IReadOnlyList<DateCorrectionProposed> ProposedDateCorrections => proposals;

    /// <summary>Whether it was reopened: its next decision names the one that it replaces.</summary>
    public bool IsReopened => reopenings.Count > 0;

    /// <summary>The events that reopened the case.</summary>
    public IEnumerable<CaseReopened> Reopenings => reopenings.Select(reopening => reopening.Event);

    /// <summary>The correction notice that was served, or null (one a case, art. 30).</summary>
    public CaseDocument? CorrectionNotice => Served(ServiceEffect.AwaitsCorrection);

    /// <summary>Whether 补不补 is open and no notice was served: the seven days for one are watched (art. 30).</summary>
    public bool MayGetCorrectionNotice => Stage == CaseStage.Completeness && CorrectionNotice is null && !IsReopened;

    /// <summary>The explanation notice that was served, or null (art. 35).</summary>
    public CaseDocument? ExplanationNotice => Served(ServiceEffect.AwaitsExplanation);

    /// <summary>The fee notice that was served, or null (art. 42).</summary>
    public CaseDocument? FeeNotice => Served(ServiceEffect.AwaitsPayment);

    /// <summary>The items that a correction was asked for (art. 30).</summary>
    public IReadOnlyList<CaseItem> ItemsToCorrect =>
        items.Exists(item => item.LastAnswer == StepAnswer.CorrectionNeeded)
            ? items.FindAll(item => item.LastAnswer == StepAnswer.CorrectionNeeded)
            : items;

    /// <summary>
    /// The fee notices that were served, each with its facts and the payment that followed; no payment where the fee was waived.
    /// </summary>
    public IEnumerable<(TextRef Facts, DateOnly ServedOn, DateOnly? PaidOn)> FeesCharged
    {
        get
        {
            var notices = documents
                .Where(document => document is { Effect: ServiceEffect.AwaitsPayment, DecisiveAttempt: not null })
                .OrderBy(document => document.DecisiveAttempt!.Sequence).ToList();
            return notices.Select((notice, index) =>
            {
                var (from, until) = (notice.DecisiveAttempt!, notices.ElementAtOrDefault(index + 1)?.DecisiveAttempt);
                var paid = payments.Find(payment => payment.Sequence > from.Sequence && !(payment.Sequence > until?.Sequence));
                return (notice.Facts, from.ServedOn, paid is null || waivers.Contains(paid.Sequence) ? null : (DateOnly?)paid.On);
            });
        }
    }

    /// <summary>Whether a correction is waited for and the clock stands.</summary>
    public bool IsCorrectionAwaited => CorrectionNotice is not null && corrections.Count == 0 && reopenings.Count == 0;

    /// <summary>Whether the fee is waited for and the clock stands.</summary>
    public bool IsPaymentAwaited => FeeNotice is not null && payments.Count == 0 && reopenings.Count == 0;

    /// <summary>Whether an explanation is waited for.</summary>
    public bool IsExplanationAwaited => ExplanationNotice is not null && explanations.Count == 0 && reopenings.Count == 0;

    /// <summary>Whether a correction can come in: whoever has the notice may answer before all of several applicants have it.</summary>
    public bool CanBeCorrected => IsAnswerable(ServiceEffect.AwaitsCorrection, corrections);

    /// <summary>Whether the fee can be paid, likewise.</summary>
    public bool CanBePaid => IsAnswerable(ServiceEffect.AwaitsPayment, payments);

    /// <summary>Whether an explanation can come in, likewise.</summary>
    public bool CanBeExplained => IsAnswerable(ServiceEffect.AwaitsExplanation, explanations);

    /// <summary>Whether the case is to be closed because what was waited for did not come in time.</summary>
    public bool HasLapsed => items.TrueForAll(item => item.Outcome?.Template == TemplateCodes.ClosingNotice);

    /// <summary>The consultation letters that are served and neither answered nor returned; a reopening closes them.</summary>
    public IEnumerable<CaseDocument> OpenConsultations => documents.Where(document =>
        document is { Effect: ServiceEffect.Consults, Status: DocumentStatus.Served, Opinion: null, ReturnedOn: null }
        && document.Attempts[^1].Sequence > LastReopening);

    private int LastReopening => reopenings.Count == 0 ? 0 : reopenings[^1].Sequence;

    /// <summary>What the clock reckons with; null until the day of receipt is known.</summary>
    public Timeline? Timeline => ReceivedOn is { } receivedOn
        ? new Timeline(
            receivedOn, [.. DatedFacts().OrderBy(fact => fact.Event.On).ThenBy(fact => fact.Sequence).Select(fact => fact.Event)])
        : null;

    /// <summary>
    /// The edition of the calendar under which the case was settled: its reply served, or its withdrawal received. Null
    /// while it is open.
    /// </summary>
    public int? SettledUnder => !IsSettled ? null : withdrawal is not null ? withdrawnUnder : RepliesServedUnder.LastOrDefault();

    private bool IsSettled => IsArchived || withdrawal is not null || items.TrueForAll(item => item.AnsweredBy is not null);

    private bool IsAnswerable(ServiceEffect effect, List<Dated> answers) =>
        answers.Count == 0 && reopenings.Count == 0
        && documents.Exists(document => document.Effect == effect && (document.Status == DocumentStatus.Served || document.IsHalfServed));

    private CaseDocument? Served(ServiceEffect effect) =>
        documents.Find(document => document.Effect == effect && document.Status == DocumentStatus.Served);

    private IEnumerable<(int Sequence, TimelineEvent Event)> DatedFacts()
    {
        foreach (var received in corrections)
        {
            yield return (received.Sequence, new Clock.CorrectionReceived(received.On));
        }

        foreach (var received in explanations)
        {
            yield return (received.Sequence, new Clock.ExplanationReceived(received.On));
        }

        foreach (var paid in payments)
        {
            yield return (paid.Sequence, new Clock.FeePaid(paid.On));
        }

        foreach (var (sequence, reopened) in reopenings)
        {
            yield return (sequence, new Reopened(reopened.On, reopened.DueOn, reopened.WorkingDays));
        }

        foreach (var document in documents.Where(document => document.Status == DocumentStatus.Served))
        {
            foreach (var fact in FactsOf(document))
            {
                yield return fact;
            }
        }

        foreach (var (last, _) in CompletedReplies())
        {
            yield return (last.Sequence, new ReplyServed(last.ServedOn));
        }

        if (withdrawal is { } withdrawn)
        {
            yield return (withdrawn.Sequence, new Withdrawn(withdrawn.On));
        }
    }

    private static IEnumerable<(int, TimelineEvent)> FactsOf(CaseDocument document)
    {
        if ((document.DecisiveAttempt ?? (document.Attempts.Count > 0 ? document.Attempts[0] : null)) is not { } attempt)
        {
            yield break;
        }

        if (document.ClockFact(attempt.ServedOn) is not { } served)
        {
            // The legal check lets no letter pass that does not set what it has to set.
            if (document.MissingTerm is { } term)
            {
                throw new InvalidOperationException($"The document {document.Id} ({document.Template}) was served without {term}.");
            }

            yield break;
        }

        var id = document.Id.ToString();
        yield return (attempt.Sequence, served);
        if (document.Effect == ServiceEffect.Consults && document.Opinion is { } opinion)
        {
            yield return (opinion.Sequence, new ConsultationAnswered(opinion.On, id));
        }
        else if (document.Effect == ServiceEffect.Consults && attempt.ReturnedOn is { } returnedOn)
        {
            yield return (attempt.ReturnedSequence, new ConsultationReturned(returnedOn, id));
        }
    }

    private sealed record Dated(int Sequence, DateOnly On);
}
