namespace Disclosure.Cases.Clock;

/// <summary>Who is asked for an opinion.</summary>
[StoredName("ConsultationKind")]
public enum ConsultationKind
{
    /// <summary>A third party whose rights disclosure may harm (art. 32).</summary>
    [StoredName("ThirdParty")]
    ThirdParty,

    /// <summary>An agency that made the information jointly (art. 34).</summary>
    [StoredName("CoAuthor")]
    CoAuthor,

    /// <summary>Another agency that the information concerns (art. 11).</summary>
    [StoredName("OtherAgency")]
    OtherAgency,
}

/// <summary>The kinds of events that the clock knows; in JSON the same names in camel case.</summary>
[StoredName("TimelineEventType")]
public enum TimelineEventType
{
    /// <summary>See <see cref="Clock.CorrectionNoticeServed"/>.</summary>
    [StoredName("CorrectionNoticeServed")]
    CorrectionNoticeServed,

    /// <summary>See <see cref="Clock.CorrectionReceived"/>.</summary>
    [StoredName("CorrectionReceived")]
    CorrectionReceived,

    /// <summary>See <see cref="Clock.ConsultationSent"/>.</summary>
    [StoredName("ConsultationSent")]
    ConsultationSent,

    /// <summary>See <see cref="Clock.ConsultationAnswered"/>.</summary>
    [StoredName("ConsultationAnswered")]
    ConsultationAnswered,

    /// <summary>See <see cref="Clock.ConsultationReturned"/>.</summary>
    [StoredName("ConsultationReturned")]
    ConsultationReturned,

    /// <summary>See <see cref="Clock.ExtensionServed"/>.</summary>
    [StoredName("ExtensionServed")]
    ExtensionServed,

    /// <summary>See <see cref="Clock.DelayServed"/>.</summary>
    [StoredName("DelayServed")]
    DelayServed,

    /// <summary>See <see cref="Clock.ExplanationRequested"/>.</summary>
    [StoredName("ExplanationRequested")]
    ExplanationRequested,

    /// <summary>See <see cref="Clock.ExplanationReceived"/>.</summary>
    [StoredName("ExplanationReceived")]
    ExplanationReceived,

    /// <summary>See <see cref="Clock.FeeNoticeServed"/>.</summary>
    [StoredName("FeeNoticeServed")]
    FeeNoticeServed,

    /// <summary>See <see cref="Clock.FeePaid"/>.</summary>
    [StoredName("FeePaid")]
    FeePaid,

    /// <summary>See <see cref="Clock.ReplyServed"/>.</summary>
    [StoredName("ReplyServed")]
    ReplyServed,

    /// <summary>See <see cref="Clock.Withdrawn"/>.</summary>
    [StoredName("Withdrawn")]
    Withdrawn,

    /// <summary>See <see cref="Clock.Reopened"/>.</summary>
    [StoredName("Reopened")]
    Reopened,
}

/// <summary>Something that happened in a case and that the statutory clock looks at.</summary>
/// <param name="On">The day it happened, in China Standard Time.</param>
public abstract record TimelineEvent(DateOnly On)
{
    /// <summary>What kind of event this is.</summary>
    public abstract TimelineEventType Type { get; }
}

/// <summary>The applicant was told what to correct (art. 30); the clock stands from here.</summary>
/// <param name="On">The day of service.</param>
/// <param name="RespondBy">The date that the notice sets, later than <paramref name="On"/>.</param>
public sealed record CorrectionNoticeServed(DateOnly On, DateOnly RespondBy) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.CorrectionNoticeServed;
}

/// <summary>The correction came in (art. 30); the reply period starts anew.</summary>
/// <param name="On">The day it was received.</param>
public sealed record CorrectionReceived(DateOnly On) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.CorrectionReceived;
}

/// <summary>A letter asking for an opinion went out (art. 32–34).</summary>
/// <param name="On">The day it was sent; the days after it are left out of the period.</param>
/// <param name="Id">Names the consultation within the case; never empty.</param>
/// <param name="Kind">Who is asked.</param>
/// <param name="DeliveredOn">The day it was delivered, not before <paramref name="On"/>; null: unknown, reckoned as sent.</param>
/// <param name="RespondBy">For another agency only: the date that the letter names, later than <paramref name="On"/>.</param>
public sealed record ConsultationSent(
    DateOnly On, string Id, ConsultationKind Kind, DateOnly? DeliveredOn = null, DateOnly? RespondBy = null)
    : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.ConsultationSent;
}

/// <summary>The opinion came.</summary>
/// <param name="On">The day it came; still left out of the period.</param>
/// <param name="Id">The consultation.</param>
public sealed record ConsultationAnswered(DateOnly On, string Id) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.ConsultationAnswered;
}

/// <summary>The letter came back undelivered.</summary>
/// <param name="On">The day it came back; still left out of the period.</param>
/// <param name="Id">The consultation.</param>
public sealed record ConsultationReturned(DateOnly On, string Id) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.ConsultationReturned;
}

/// <summary>The applicant was told of an extension (art. 33 ¶2).</summary>
/// <param name="On">The day of service, on or before the due date.</param>
/// <param name="WorkingDays">1–20, under Order 492 1–15.</param>
public sealed record ExtensionServed(DateOnly On, int WorkingDays) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.ExtensionServed;
}

/// <summary>The applicant was told of a later date for the reply (art. 35).</summary>
/// <param name="On">The day of service, on or before the due date.</param>
/// <param name="UntilOn">The date set, later than the due date.</param>
public sealed record DelayServed(DateOnly On, DateOnly UntilOn) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.DelayServed;
}

/// <summary>The applicant was asked to explain the number of applications (art. 35); the clock goes on.</summary>
/// <param name="On">The day of service.</param>
public sealed record ExplanationRequested(DateOnly On) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.ExplanationRequested;
}

/// <summary>The explanation came in (art. 35).</summary>
/// <param name="On">The day it was received.</param>
public sealed record ExplanationReceived(DateOnly On) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.ExplanationReceived;
}

/// <summary>The applicant was told the processing fee (art. 42); the clock stands from here.</summary>
/// <param name="On">The day of service, from 2021-01-01.</param>
/// <param name="DeliveredOn">The day it was delivered, not before <paramref name="On"/>; null: unknown, reckoned as served.</param>
public sealed record FeeNoticeServed(DateOnly On, DateOnly? DeliveredOn = null) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.FeeNoticeServed;
}

/// <summary>The fee was paid; the reply period starts anew.</summary>
/// <param name="On">The day of payment.</param>
public sealed record FeePaid(DateOnly On) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.FeePaid;
}

/// <summary>The reply was served (art. 33, 36).</summary>
/// <param name="On">The day of service, which decides on time or not.</param>
public sealed record ReplyServed(DateOnly On) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.ReplyServed;
}

/// <summary>The applicant withdrew the application.</summary>
/// <param name="On">The day the withdrawal was received.</param>
public sealed record Withdrawn(DateOnly On) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.Withdrawn;
}

/// <summary>An answered case was reopened (art. 47, 51); at most one of the two limits is given.</summary>
/// <param name="On">The day from which the new period runs.</param>
/// <param name="DueOn">The date ordered, later than <paramref name="On"/>; it stands as given.</param>
/// <param name="WorkingDays">The working days ordered, at least 1; null, and no date: 20.</param>
public sealed record Reopened(DateOnly On, DateOnly? DueOn = null, int? WorkingDays = null) : TimelineEvent(On)
{
    /// <inheritdoc/>
    public override TimelineEventType Type => TimelineEventType.Reopened;
}
