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

    /// <summary>Address, mail number, signer.</summary>
    public TextRef? Details { get; } = served.Details;

    /// <summary>The edition of the calendar that was in force when it was recorded.</summary>
    public int CalendarEdition { get; } = served.CalendarEdition;

    /// <summary>Came back, if it did.</summary>
    public DateOnly? ReturnedOn { get; internal set; }

    /// <summary>The event that recorded the return.</summary>
    public int ReturnedSequence { get; internal set; }

    /// <summary>Whether it counts even when returned: posted to the address that the addressee gave.</summary>
    public bool CountsThoughReturned { get; } = served is { Way: ServiceWay.Post, ToAddressGiven: true };
}
