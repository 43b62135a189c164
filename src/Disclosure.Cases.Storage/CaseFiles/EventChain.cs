using System.Security.Cryptography;
using System.Text;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.EvidencePacks;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>An event as it stands in its row.</summary>
internal sealed record EventRow(
    Guid CaseId, int Seq, string Type, string Data, string OccurredAt, Guid ActorId, Guid Chain, long Position, string Hash)
{
    public const string Columns = "case_id, seq, type, data, occurred_at, actor_id, chain, position, hash";

    /// <summary>The event's seal: over itself and the seal before it in its agency's chain.</summary>
    public string SealAfter(string previous, byte[] key) => SealOf(
        previous, StoredText.Of(Chain), StoredText.Of(Position), StoredText.Of(CaseId), StoredText.Of(Seq), OccurredAt,
        StoredText.Of(ActorId), Type, Data, key);

    /// <summary>The seal of an event as it stands in its row, whatever stands there.</summary>
    public static string SealAfter(string previous, IReadOnlyDictionary<string, string?> row, byte[] key) => SealOf(
        previous, row["chain"], row["position"], row["case_id"], row["seq"], row["occurred_at"], row["actor_id"], row["type"], row["data"],
        key);

    /// <summary>The seal of an event as an evidence pack has it.</summary>
    public static string SealOf(string caseId, SealedEvent each, byte[] key) => SealOf(
        each.Previous, each.Chain, StoredText.Of(each.Position), caseId, StoredText.Of(each.Sequence), each.OccurredAt, each.ActorId,
        each.Type, each.Data, key);

    private static string SealOf(
        string previous, string? chain, string? position, string? caseId, string? seq, string? occurredAt, string? actorId, string? type,
        string? data, byte[] key) =>
            Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Join(
                '\n', previous, chain, position, caseId, seq, occurredAt, actorId, type, data))));
}

/// <summary>The agencies' chains of events, which make tampering show.</summary>
internal sealed class EventChain(UnitOfWork work, SealingKeys keys, StorageOptions options, CurrentActor actor, TimeProvider time)
{
    /// <summary>Begins the chain of an agency, so that it can be held before an event is in it.</summary>
    public Task Begin(Guid agencyId, CancellationToken cancellation) => ChainEnds.Take(work, agencyId, cancellation);

    /// <summary>Waits until nobody is recording anything on any case, and keeps it so until the transaction ends.</summary>
    public Task HoldAll(CancellationToken cancellation) => ChainEnds.TakeAll(work, cancellation);

    /// <summary>Waits until nobody is recording anything on a case, and keeps it so until the transaction ends.</summary>
    public Task HoldOf(Guid caseId, CancellationToken cancellation) =>
        work.Execute(
            "UPDATE chains SET length = length "
                + "WHERE chain = (SELECT chain FROM case_events WHERE case_id = @caseId AND seq = 1)",
            new { caseId }, cancellation);

    /// <summary>Appends a case's pending events; the chain's row is locked by its update until the transaction ends.</summary>
    /// <exception cref="CaseConflictException">The case has other events by now.</exception>
    /// <exception cref="SealingKeyException">The key is missing, damaged, or another one.</exception>
    /// <exception cref="ClockBehindException">The last event bears a later time than now.</exception>
    public async Task Append(CaseFile file, CancellationToken cancellation)
    {
        var (_, position, head) = await ChainEnds.Lengthen(work, file.AgencyId, file.Pending.Count, cancellation);
        var secret = (await keys.ForWriting(work, cancellation)).Current;
        var last = await work.Single<DateTimeOffset?>(
            "SELECT occurred_at FROM case_events WHERE chain = @AgencyId AND position = @position",
            new { file.AgencyId, position }, cancellation);
        ClockBehindException.ThrowIf(time.GetUtcNow(), last, options.ClockTolerance);
        var sequence = file.RecordedVersion;
        foreach (var caseEvent in file.Pending)
        {
            var row = new EventRow(
                file.Id, ++sequence, CaseEventJson.TypeOf(caseEvent), CaseEventJson.Write(caseEvent),
                RowMapping.Text(time.GetUtcNow()), actor.Value.Id, file.AgencyId, ++position, "");
            head = row.SealAfter(head, secret);
            await Add(row with { Hash = head }, cancellation);
        }

        await ChainEnds.Close(work, file.AgencyId, head, cancellation);
    }

    private async Task Add(EventRow row, CancellationToken cancellation)
    {
        if (!await work.TryInsert(
            $"INSERT INTO case_events ({EventRow.Columns}) "
                + "VALUES (@CaseId, @Seq, @Type, @Data, @OccurredAt, @ActorId, @Chain, @Position, @Hash)",
            row, cancellation))
        {
            throw new CaseConflictException();
        }
    }
}
