using Disclosure.Cases.Kernel.Jobs;

namespace Disclosure.Cases.Notifications;

/// <summary>Somebody who is told.</summary>
/// <param name="Email">An e-mail address, or null.</param>
/// <param name="Phone">A telephone number, or null.</param>
public sealed record Recipient(string? Email, string? Phone);

/// <summary>A message on its way.</summary>
/// <param name="Id">The same whenever it is sent again: Message-ID of an e-mail, idempotency key of a call.</param>
/// <param name="Recipients">Whom it goes to.</param>
/// <param name="Subject">The line above.</param>
/// <param name="Body">The text, in paragraphs.</param>
public sealed record OutgoingMessage(Guid Id, IReadOnlyList<Recipient> Recipients, string Subject, string Body);

/// <summary>A way out of the application: e-mail, the government's gateway for short messages.</summary>
public interface INotificationChannel
{
    /// <summary>Its name, as stored with each notification.</summary>
    string Name { get; }

    /// <summary>Whether it can reach somebody.</summary>
    bool Reaches(Recipient recipient);

    /// <summary>Hands a message over; returns once the other end has taken it.</summary>
    /// <exception cref="NotDeliveredException">The other end did not take it.</exception>
    Task Send(OutgoingMessage message, CancellationToken cancellation);
}

/// <summary>A channel did not take a message.</summary>
/// <param name="problem">A code without anybody's address: <c>smtp.550</c>, <c>http.503</c>, <c>connection</c>.</param>
/// <param name="isFinal">Whether trying again is of no use.</param>
/// <param name="inner">What happened; null where it may quote an address.</param>
public sealed class NotDeliveredException(string problem, bool isFinal, Exception? inner = null) : CodedException(problem, problem, inner)
{
    /// <summary>Whether trying again is of no use.</summary>
    public bool IsFinal => isFinal;
}
