using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.EvidencePacks;

/// <summary>An event with everything that its seal is made of, each as it stands in its row.</summary>
/// <param name="Sequence">Its place in the case, from 1.</param>
/// <param name="Type">Its stored name.</param>
/// <param name="Data">Its JSON, character by character.</param>
/// <param name="OccurredAt">When it was recorded, UTC.</param>
/// <param name="ActorId">Who recorded it.</param>
/// <param name="Chain">The agency's chain.</param>
/// <param name="Position">Its place in the chain, among the events of other cases.</param>
/// <param name="Previous">The seal before it in the chain; empty for the first.</param>
/// <param name="Hash">Its seal: HMAC-SHA256 over all of these and the case's id.</param>
public sealed record SealedEvent(
    int Sequence, string Type, string Data, string OccurredAt, string ActorId, string Chain, long Position, string Previous, string Hash);

/// <summary>A text that an event names by its hash, with the salt of the hash.</summary>
/// <param name="Salt">Empty where the text was emptied after its retention period.</param>
/// <param name="Body">Null where somebody damaged it.</param>
public sealed record SaltedText(Guid Id, string Salt, string? Body);

/// <summary>The records of a case as they stand, for whoever has to prove them.</summary>
/// <param name="Events">In their order.</param>
/// <param name="Texts">By their ids.</param>
public sealed record CaseEvidence(IReadOnlyList<SealedEvent> Events, IReadOnlyList<SaltedText> Texts)
{
    /// <summary>What was written; null where nothing was, where it was emptied, and where it cannot be read.</summary>
    public string? TextOf(TextRef? text) =>
        text is not null && Texts.FirstOrDefault(each => each.Id == text.Id)?.Body is { Length: > 0 } body ? body : null;
}

/// <summary>Reads the records of a case, all as of one moment.</summary>
public interface IEvidence
{
    /// <summary>The records of a case.</summary>
    Task<CaseEvidence> Of(Guid caseId, CancellationToken cancellation);
}
