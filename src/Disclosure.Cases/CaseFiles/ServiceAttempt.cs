using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

/// <summary>One attempt at service.</summary>
public sealed class ServiceAttempt(int sequence, DocumentServed served)
{
    /// <summary>The event that recorded it.</summary>
    public int Sequence { get; } = sequence;

    /// <summary>The attempt.</summary>
    public Guid Id { get; } = served.AttemptId;

    /// <summary>The way.</summary>
    public ServiceWay Way { get; } = served.Way;

    /// <summary>Handed over: signed for; by post: posted; electronic: sent.</summary>
    public DateOnly ServedOn { get; internal set; } = served.ServedOn;

    /// <summary>Delivered, where known.</summary>
    public DateOnly? DeliveredOn { get; internal set; } = served.DeliveredOn;

    /// <summary>Which of several applicants was served; null: all of them, or whoever the letter is addressed to.</summary>
    public Guid? ApplicantId { get; internal set; } = served.ApplicantId;

    /// <summary>Address, number and the like, as <see cref="ServiceParticulars"/> writes them.</summary>
    public TextRef? Particulars { get; } = served.Particulars;

    /// <summary>What else there is to say of it.</summary>
    public TextRef? Details { get; } = served.Details;

    /// <summary>Whether a file proves it.</summary>
    public bool IsProved { get; internal set; }

    /// <summary>The edition of the calendar that was in force when it was recorded.</summary>
    public int CalendarEdition { get; } = served.CalendarEdition;

    /// <summary>Came back, if it did.</summary>
    public DateOnly? ReturnedOn { get; internal set; }

    /// <summary>The event that recorded the return.</summary>
    public int ReturnedSequence { get; internal set; }

    /// <summary>Whether it was none: its recipient had died, or ended, before that day.</summary>
    public bool IsVoid { get; internal set; }

    /// <summary>Whether it is on its way: neither delivered nor back.</summary>
    public bool IsUnderWay => DeliveredOn is null && ReturnedOn is null && !IsVoid;

    /// <summary>Whether it came back and was never delivered, or was none: the letter is to be served again.</summary>
    public bool IsBack => IsVoid || (ReturnedOn is not null && DeliveredOn is null);

    /// <summary>Whether it is service: it did not come back, or went where its recipient said.</summary>
    public bool Counts => !IsVoid && (ReturnedOn is null || CountsThoughReturned);

    /// <summary>Whether it is one on a recipient; null stands for whoever the letter is addressed to.</summary>
    public bool IsOn(Guid? recipient) => ApplicantId is null || recipient is null || ApplicantId == recipient;

    /// <summary>
    /// Whether it counts even when returned: posted to the address that the addressee gave, and that was not wrongly recorded.
    /// </summary>
    public bool CountsThoughReturned { get; internal set; } = served is { Way: ServiceWay.Post, ToAddressGiven: true };
}
