using System.Globalization;

namespace Disclosure.Cases.Bulletins;

/// <summary>From when on a bulletin proposes an interview (约谈): a low on-time rate, or many late replies, in the quarter.</summary>
/// <param name="RateBelow">On-time rate below so many percent, as it is shown; 0 to 100, of which 0 proposes nothing.</param>
/// <param name="LateFrom">At least so many late replies; from 1.</param>
public sealed record InterviewThreshold([StoredName("RateBelow")] int RateBelow, [StoredName("LateFrom")] int LateFrom)
{
    /// <summary>The most that <see cref="LateFrom"/> takes.</summary>
    public const int MostLate = 1000;

    /// <summary>Where a manager has set none.</summary>
    public static InterviewThreshold Default { get; } = new(90, 3);

    /// <summary>Whether an agency is proposed.</summary>
    public bool Proposes(RankedAgency agency) => IsLow(agency) || HasMany(agency);

    /// <summary>The threshold in words.</summary>
    public string Say(string language) => Texts.Say(language, "bulletin.threshold", RateBelow, LateFrom);

    /// <summary>Why an agency is proposed, every reason.</summary>
    public string Reasons(RankedAgency agency, string language)
    {
        ArgumentNullException.ThrowIfNull(agency);
        List<string> reasons = [];
        if (IsLow(agency))
        {
            reasons.Add(Texts.Say(
                language, "bulletin.reason.rate", Reporting.RateDisplay.Percent(agency.Here.OnTimeRate), RateBelow));
        }

        if (HasMany(agency))
        {
            reasons.Add(Texts.Say(
                language, "bulletin.reason.late", agency.Late.ToString(CultureInfo.InvariantCulture), LateFrom));
        }

        return string.Join(Texts.Say(language, "danger.and"), reasons);
    }

    private bool IsLow(RankedAgency agency) =>
        agency.Here.OnTimeRate is { } rate && Reporting.RateDisplay.InTenths(rate) < RateBelow * 10;

    private bool HasMany(RankedAgency agency) => agency.Late >= LateFrom;
}
