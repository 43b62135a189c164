using System.Security.Cryptography;
using System.Text.Json;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Bulletins;

/// <summary>
/// The figures of a quarterly bulletin as of a day. What is counted is kept; rates, ranks and proposals are reckoned from it
/// (<see cref="RankedAgency"/>).
/// </summary>
/// <param name="Number">The quarter, 1 to 4.</param>
/// <param name="On">The day: what was served later, or fell due later, is not in them.</param>
/// <param name="Threshold">From when on an interview is proposed.</param>
/// <param name="Agencies">Every agency that there was on the quarter's last day.</param>
/// <param name="Late">The replies of the quarter that are not on time, most days late first.</param>
/// <param name="Endangered">Other open cases that are late or about to be on that day.</param>
public sealed record BulletinFigures(
    [StoredName("Year")] int Year,
    [StoredName("Quarter")] int Number,
    [StoredName("On")] DateOnly On,
    [StoredName("Threshold")] InterviewThreshold Threshold,
    [StoredName("Agencies")] IReadOnlyList<BulletinAgency> Agencies,
    [StoredName("Late")] IReadOnlyList<LateReply> Late,
    [StoredName("Endangered")] IReadOnlyList<EndangeredEntry> Endangered)
{
    /// <summary>The figures of a quarter.</summary>
    /// <param name="replies">The replies of the quarter and of the one before.</param>
    /// <param name="open">What lies open on the day.</param>
    public static BulletinFigures Of(
        Quarter quarter, DateOnly today, InterviewThreshold threshold, IReadOnlyList<Agency> agencies,
        IReadOnlyCollection<RateCase> replies, IEnumerable<OpenCase> open, CalendarSnapshot calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        var byAgency = replies.ToLookup(row => row.AgencyId);
        var names = agencies.ToDictionary(agency => agency.Id, agency => agency.Name);
        ReplyCounts In(Quarter of, Guid agencyId) => ReplyCounts.Of(ReplyFigures.Of(byAgency[agencyId], of.From, of.Until));
        bool Counts(RateCase row, ReplyFigure figure) => row.CountsAs(figure, quarter.From, quarter.Until);
        List<LateReply> late =
        [
            .. from row in replies
               where names.ContainsKey(row.AgencyId) && (Counts(row, ReplyFigure.ServedLate) || Counts(row, ReplyFigure.DueUnserved))
               let dueOn = row.DueOn!.Value
               let days = calendars.Of(row.AgencyId).WorkingDaysBetween(dueOn, row.ServedOn ?? today)
               orderby days descending, dueOn, row.RegisterNumber, row.ServedOn
               select new LateReply(row.CaseId, row.AgencyId, names[row.AgencyId], row.RegisterNumber, dueOn, row.ServedOn, days),
        ];
        var named = late.Select(each => each.CaseId).ToHashSet();
        return new BulletinFigures(
            quarter.Year, quarter.Number, today, threshold,
            [
                .. agencies.Select(agency =>
                    new BulletinAgency(agency.Id, agency.Name, In(quarter, agency.Id), In(quarter.Previous(), agency.Id))),
            ],
            late,
            [
                .. EndangeredCase.Of(open.Where(row => !named.Contains(row.CaseId)), today, calendars).Select(each => new EndangeredEntry(
                    each.Case.CaseId, each.Case.AgencyId, each.Case.AgencyName, each.Case.RegisterNumber, each.Dangers)),
            ]);
    }

    /// <summary>The quarter.</summary>
    public Quarter Quarter() => new(Year, Number);

    /// <summary>The agencies that owed replies in the quarter, by rank; equals in the order of the agencies.</summary>
    public IReadOnlyList<RankedAgency> Ranked() => RankedAgency.Of(this);

    /// <summary>The agencies that owed none.</summary>
    public IReadOnlyList<BulletinAgency> Idle() => [.. Agencies.Where(agency => agency.Here.ToFigures().Owed == 0)];

    /// <summary>The agencies that the threshold proposes for an interview (约谈), the lowest rate first.</summary>
    public IReadOnlyList<RankedAgency> Proposed() => [.. Ranked().Where(Threshold.Proposes).Reverse()];

    /// <summary>All agencies together, in the quarter and the one before.</summary>
    public (ReplyFigures Here, ReplyFigures Before) Whole() => (
        ReplyFigures.Sum([.. Agencies.Select(agency => agency.Here.ToFigures())]),
        ReplyFigures.Sum([.. Agencies.Select(agency => agency.Before.ToFigures())]));

    /// <summary>The figures in a few letters: the same for the same figures, 64 hexadecimal digits.</summary>
    public string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Readable)));
}

/// <summary>An agency in a bulletin.</summary>
/// <param name="AgencyName">Its name on the quarter's last day.</param>
/// <param name="Here">Its replies of the quarter.</param>
/// <param name="Before">Its replies of the quarter before.</param>
public sealed record BulletinAgency(
    [StoredName("AgencyId")] Guid AgencyId, [StoredName("AgencyName")] string AgencyName, [StoredName("Here")] ReplyCounts Here,
    [StoredName("Before")] ReplyCounts Before);

/// <summary><see cref="ReplyFigures"/> as a bulletin keeps them.</summary>
public sealed record ReplyCounts(
    [StoredName("Served")] int Served,
    [StoredName("ServedOnTime")] int ServedOnTime,
    [StoredName("DueUnserved")] int DueUnserved,
    [StoredName("DueOrServed")] int DueOrServed,
    [StoredName("ServedByEnd")] int ServedByEnd)
{
    /// <summary>What is kept of figures.</summary>
    public static ReplyCounts Of(ReplyFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new ReplyCounts(figures.Served, figures.ServedOnTime, figures.DueUnserved, figures.DueOrServed, figures.ServedByEnd);
    }

    /// <summary>The figures that were kept.</summary>
    public ReplyFigures ToFigures() => new(Served, ServedOnTime, DueUnserved, DueOrServed, ServedByEnd);
}

/// <summary>A reply that was served late, or was not served by the end of the quarter in which it fell due.</summary>
/// <param name="ServedOn">Null while it is owed.</param>
/// <param name="Days">Working days late, until it was served or, while it is owed, until the day of the figures.</param>
public sealed record LateReply(
    [StoredName("CaseId")] Guid CaseId,
    [StoredName("AgencyId")] Guid AgencyId,
    [StoredName("AgencyName")] string AgencyName,
    [StoredName("RegisterNumber")] string RegisterNumber,
    [StoredName("DueOn")] DateOnly DueOn,
    [StoredName("ServedOn")] DateOnly? ServedOn,
    [StoredName("Days")] int Days);

/// <summary>An <see cref="EndangeredCase"/> as a bulletin keeps it: by its number, and nothing of the applicant.</summary>
/// <param name="Dangers">Why, what weighs most first.</param>
public sealed record EndangeredEntry(
    [StoredName("CaseId")] Guid CaseId,
    [StoredName("AgencyId")] Guid AgencyId,
    [StoredName("AgencyName")] string AgencyName,
    [StoredName("RegisterNumber")] string RegisterNumber,
    [StoredName("Dangers")] IReadOnlyList<Danger> Dangers);
