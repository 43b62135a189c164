using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Suggestions;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>Reads a case for the pages that show it; nobody gets one that is not theirs to see.</summary>
internal sealed class CasePageQuery(
    ICaseFiles files,
    ICaseTexts texts,
    IApplicants applicants,
    IUsers users,
    IAgencies agencies,
    ICaseQueries queries,
    IReplyTemplates templates,
    CurrentActor actor,
    TimeProvider time,
    CalendarsInForce calendars,
    FormerReplyReader replies,
    IStringLocalizer<Words> words)
{
    /// <summary>The case, or null where there is none that the user may see.</summary>
    public async Task<CaseView?> Find(Guid caseId, CancellationToken cancellation)
    {
        if (await files.Find(caseId, cancellation) is not { } file || !actor.Value.Sees(file.AgencyId))
        {
            return null;
        }

        var today = time.Today();
        var colleagues = await users.OfAgency(file.AgencyId, cancellation);
        var history = await queries.History(file.Id, cancellation);
        var people = colleagues.ToDictionary(user => user.Id, user => user.Name);
        var named = history.Select(row => row.Event).SelectMany(caseEvent => caseEvent switch
        {
            CaseReassigned reassigned => [reassigned.OfficerId],
            DisclosureReviewed reviewed => [reviewed.ReviewerId],
            ColleagueAsked asked => [asked.ColleagueId, asked.AskerId],
            RecordsErased emptied => [emptied.RequesterId, emptied.ConfirmerId],
            _ => Array.Empty<Guid>(),
        });
        foreach (var officer in named.Append(file.OfficerId).Where(id => !people.ContainsKey(id)).Distinct().ToList())
        {
            people[officer] = (await users.Find(officer, cancellation))?.Name ?? "—";
        }

        var written = await texts.OfCase(file.Id, cancellation);
        var dates = new DateNames(file, history, templates, words);
        var parties = await applicants.OfCase(file.Id, cancellation);
        var earlier = await applicants.Earlier(file.Id, cancellation);
        var view = new CaseView(
            file,
            (await agencies.On(file.AgencyId, today, cancellation)).Name,
            written,
            parties,
            history,
            people,
            ClockView.Of(file, today, calendars.Snapshot, words),
            new CaseForms(file, written, parties, colleagues, templates, dates, actor.Value, today, calendars.Snapshot, words),
            new EventSentences(file, written, people, templates, dates, calendars.Snapshot, words),
            new Moment(actor.Value, today, calendars.Of(file.AgencyId)),
            CorrectionView.Of(file, history, calendars.Snapshot, today, dates),
            templates,
            new ApplicantRecord(
                await applicants.ApplicationsInMonth(file.Id, cancellation), earlier));

        // Another case is only read where 24 is to be written (art. 36(6)).
        return file.Items.All(item => item.Outcome?.Template != TemplateCodes.RepeatRequest) ? view : view with
        {
            RepeatOf = await replies.MostAlike(earlier, view.Requested, cancellation),
        };
    }
}

/// <summary>A case with everything that a page says of it.</summary>
/// <param name="File">The case.</param>
/// <param name="AgencyName">Whose it is.</param>
/// <param name="Written">What people wrote, by the text's id.</param>
/// <param name="Applicants">The applicants, the representative one first.</param>
/// <param name="History">What happened, in order.</param>
/// <param name="People">Names by user.</param>
/// <param name="Clock">The clock; null while the day of receipt is not confirmed.</param>
/// <param name="Forms">The forms of what can be done.</param>
/// <param name="Sentences">The events as sentences.</param>
/// <param name="Moment">Who looks, and when.</param>
/// <param name="Corrections">Date corrections, proposed and approved, with what they do.</param>
/// <param name="Templates">The catalogue.</param>
/// <param name="Record">What is known of the applicant beside this case.</param>
internal sealed record CaseView(
    CaseFile File,
    string AgencyName,
    IReadOnlyDictionary<Guid, string> Written,
    IReadOnlyList<Applicant> Applicants,
    IReadOnlyList<HistoryRow> History,
    IReadOnlyDictionary<Guid, string> People,
    ClockView? Clock,
    CaseForms Forms,
    EventSentences Sentences,
    Moment Moment,
    IReadOnlyList<CorrectionView> Corrections,
    IReplyTemplates Templates,
    ApplicantRecord Record)
{
    /// <summary>The applicants with their ids, the representative one first.</summary>
    public IEnumerable<(Guid Id, Applicant Person)> Parties =>
        File.Applicants.Zip(Applicants, (reference, person) => (reference.Id, person));

    /// <summary>The earlier reply that 24 is about, as far as the words tell; null where the case is not answered so.</summary>
    public FormerReply? RepeatOf { get; init; }

    /// <summary>Whether the case is one of the user's own agency; in others managers look, and ask.</summary>
    public bool IsOwnAgency => File.AgencyId == Moment.Actor.AgencyId;

    /// <summary>What was written, or null.</summary>
    public string? Text(TextRef? text) =>
        text is not null && Written.TryGetValue(text.Id, out var found) && found.Length > 0 ? found : null;

    /// <summary>
    /// The place in the month by which the fee notice charges and the one that the application has now, where they differ: other
    /// applications were registered or voided since (art. 42), or <c>ByApplicant</c>: by what is on record here of the first applicant it
    /// is somebody else's. Null where nothing differs.
    /// </summary>
    public (string Number, int Charged, int Now, bool ByApplicant)? MovedCharge =>
        !File.IsApplicantErased && ChargingNotice is { Number: { } number } notice && Text(notice.Facts) is { } facts
        && FeeFacts.ChargedPlace(JsonNode.Parse(facts)!.AsObject()) is { } charged
        && Record.InMonth.Place is { } place && place != charged
            ? (number, charged, place, IsSomebodyElseSince(notice))
            : null;

    // Signed or served, whatever became of the fee since.
    private CaseDocument? ChargingNotice => File.Documents.LastOrDefault(document =>
        document is { Effect: ServiceEffect.AwaitsPayment, Status: DocumentStatus.Approved or DocumentStatus.Served });

    /// <summary>What was asked for, in the applicant's words.</summary>
    public string Requested => File.IsErased
        ? CaseFile.ErasedWords
        : string.Join("；", File.Items.Select(item => Text(item.Description) ?? ""));

    /// <summary>What was asked for at first, where a correction changed it; else null.</summary>
    public string? FirstRequested => File.Items.Any(item => item.IsCorrected)
        ? string.Join("；", File.Items.Select(item => Text(item.FirstDescription) ?? ""))
        : null;

    /// <summary>
    /// The letters under way that say what was put right, or has changed, since: drafts with what they still say, submitted and issued
    /// ones without.
    /// </summary>
    public IReadOnlyList<(CaseDocument Document, IReadOnlyList<FormerValue> Values)> Outdated
    {
        get
        {
            var changed = LastRow(caseEvent => caseEvent is ApplicantChanged or ApplicantSucceeded or ItemCorrected);
            if (changed < 0)
            {
                return [];
            }

            var former = FormerValues.Of(File, Written);
            return
            [
                .. from document in File.Documents
                   where document.IsUnderWay && document.Attempts.Count == 0
                   let values = document.Status == DocumentStatus.Approved ? [] : Said(document, former)
                   where values.Count > 0 || (document.Status != DocumentStatus.Drafted && LeftItsDrafter(document) < changed)
                   select (document, values),
            ];
        }
    }

    private IReadOnlyList<FormerValue> Said(CaseDocument document, IReadOnlyList<FormerValue> former) =>
    [
        .. document.Sections.Select(section => Text(section.Facts)).OfType<string>()
            .SelectMany(facts => FactReader.TextsIn(JsonNode.Parse(facts))).SelectMany(text => FormerValues.In(text, former)).Distinct(),
    ];

    // Whether the first applicant is not the same applicant any more as when the letter was last written.
    private bool IsSomebodyElseSince(CaseDocument letter)
    {
        var written = LastRow(caseEvent => caseEvent is DocumentDrafted drafted && drafted.DocumentId == letter.Id
            || caseEvent is DocumentRevised revised && revised.DocumentId == letter.Id);
        var since = History.Skip(written + 1).Select(row => row.Event switch
        {
            ApplicantChanged changed => changed.Applicant,
            ApplicantSucceeded succeeded => succeeded.Successor,
            _ => null,
        }).Where(applicant => applicant?.Id == File.Applicants[0].Id).Select(applicant => applicant!.Data).ToList();
        return File.FormerApplicants.Concat(File.Successions).Any(pair => since.Contains(pair.After)
            && Applicant.Read(Text(pair.Before))?.SameApplicantKey != Applicant.Read(Text(pair.After))?.SameApplicantKey);
    }

    // When it was submitted, or issued since.
    private int LeftItsDrafter(CaseDocument document) => LastRow(caseEvent =>
        (caseEvent is DocumentSubmitted submitted && submitted.DocumentId == document.Id)
        || (caseEvent is DocumentApproved approved && approved.DocumentId == document.Id));

    private int LastRow(Func<CaseEvent, bool> isMeant) => History.ToList().FindLastIndex(row => isMeant(row.Event));

    /// <summary>What was emptied when its retention period had ended, and when.</summary>
    public IEnumerable<(DateOnly On, CaseEvent Event)> Erasures =>
        History.Where(row => row.Event is RecordsErased).Select(row => (ChinaTime.DayOf(row.OccurredAt), row.Event));

    /// <summary>What can be done now, each row with the reason where it cannot be done yet.</summary>
    public IReadOnlyList<(StepTransition Row, Refusal? WhyNot)> Possible => [.. StepTransitions.Now(File, Moment)];

    /// <summary>The texts that fit the case as it stands, with the reasons.</summary>
    public IReadOnlyList<SuggestedReply> Suggestions { get; } = SuggestedReplies.Of(File, Moment, Templates, Record);

    /// <summary>Whether a text is among those suggested, and its question is answered.</summary>
    public bool IsSuggested(string template, string? variant) =>
        Suggestions.Any(suggestion => !suggestion.IsAhead
            && suggestion.Template == template
            && (variant is null || suggestion.Variant is null || suggestion.Variant == variant));

    /// <summary>Whether an action can be done now.</summary>
    public bool Can(CaseAction action) => Possible.Any(each => each.Row.Action == action && each.WhyNot is null);
}
