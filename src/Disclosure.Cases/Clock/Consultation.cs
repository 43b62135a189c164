namespace Disclosure.Cases.Clock;

/// <summary>One consultation in the course of a case.</summary>
/// <param name="letter">The letter that went out.</param>
/// <param name="limitOn">The last day of the opinion.</param>
/// <param name="excludes">Whether its days are left out of the reply period under the rules of the case.</param>
internal sealed class Consultation(ConsultationSent letter, DateOnly limitOn, bool excludes)
{
    public string Id => letter.Id;

    /// <summary>The last day of the opinion.</summary>
    public DateOnly LimitOn => limitOn;

    /// <summary>The day the answer or the letter came, or the case was reopened; null while open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The day the answer came; a letter that came back was not answered.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    public bool IsOpen => ClosedOn is null;

    public DeadlineKind Kind => letter.Kind switch
    {
        ConsultationKind.ThirdParty => DeadlineKind.ThirdPartyOpinion,
        ConsultationKind.CoAuthor => DeadlineKind.CoAuthorOpinion,
        ConsultationKind.OtherAgency => DeadlineKind.OtherAgencyOpinion,
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter.Kind, "Unknown kind."),
    };

    public void Answer(DateOnly on) => AnsweredOn = ClosedOn = on;

    public void Close(DateOnly on) => ClosedOn = on;

    /// <summary>
    /// Whether <paramref name="day"/> is left out for this consultation (art. 33 ¶3): after the day the letter went out,
    /// up to and including the day it was closed, never beyond the limit.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="answeredOn">Reckon a consultation still open as answered on this day; null: as running to its limit.</param>
    public bool Covers(DateOnly day, DateOnly? answeredOn) => excludes && letter.On < day && day <= LastDay(answeredOn);

    /// <summary>The last day that the consultation can leave out.</summary>
    public DateOnly LastDay(DateOnly? answeredOn) =>
        (ClosedOn ?? answeredOn) is { } closedOn && closedOn < limitOn ? closedOn : limitOn;
}
