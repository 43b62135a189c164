using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>An event as it stands in its row.</summary>
internal sealed record EventRow(
    Guid CaseId, int Seq, string Type, string Data, string OccurredAt, Guid ActorId, Guid Chain, long Position, string Hash)
{
    public const string Columns = "case_id, seq, type, data, occurred_at, actor_id, chain, position, hash";

    /// <summary>The event's seal: over itself and the seal before it in its agency's chain.</summary>
    public string SealAfter(string previous, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Join(
            '\n', previous, RowMapping.Text(Chain), Position, RowMapping.Text(CaseId),
            Seq, OccurredAt, RowMapping.Text(ActorId), Type, Data))));
}

/// <summary>Length and last seal of an agency's chain.</summary>
internal sealed record ChainRow(Guid Chain, long Length, string Head);

/// <summary>The agencies' chains of events, which make tampering show.</summary>
internal sealed class EventChain(UnitOfWork work, ChainKey key, CurrentActor actor, TimeProvider time)
{
    private const string Hold = "UPDATE chains SET length = length";
    private const string Insert = "INSERT INTO chains (chain, length, head) VALUES (@agencyId, 0, '')";

    /// <summary>Begins the chain of an agency, so that it can be held before an event is in it.</summary>
    public Task Begin(Guid agencyId, CancellationToken cancellation) =>
        work.UpdateOrInsert($"{Hold} WHERE chain = @agencyId", Insert, new { agencyId }, cancellation);

    /// <summary>Waits until nobody is recording anything on any case, and keeps it so until the transaction ends.</summary>
    public Task HoldAll(CancellationToken cancellation) => work.Execute(Hold, null, cancellation);

    /// <summary>Waits until nobody is recording anything on a case, and keeps it so until the transaction ends.</summary>
    public Task HoldOf(Guid caseId, CancellationToken cancellation) =>
        work.Execute(
            $"{Hold} WHERE chain = (SELECT chain FROM case_events WHERE case_id = @caseId AND seq = 1)", new { caseId }, cancellation);

    /// <summary>Appends a case's pending events; the chain's row is locked by its update until the transaction ends.</summary>
    /// <exception cref="CaseConflictException">The case has other events by now.</exception>
    public async Task Append(CaseFile file, CancellationToken cancellation)
    {
        await work.UpdateOrInsert(
            "UPDATE chains SET length = length + @Count WHERE chain = @agencyId",
            Insert,
            new { agencyId = file.AgencyId, file.Pending.Count }, cancellation);
        var chain = (await work.Single<ChainRow>(
            "SELECT chain, length, head FROM chains WHERE chain = @Chain", new { Chain = file.AgencyId }, cancellation))!;
        var position = chain.Length - file.Pending.Count;
        var secret = key.Read(mayCreate: position == 0 && await IsFirstOfAll(cancellation));
        var head = chain.Head;
        var sequence = file.RecordedVersion;
        foreach (var caseEvent in file.Pending)
        {
            var row = new EventRow(
                file.Id, ++sequence, CaseEventJson.TypeOf(caseEvent), CaseEventJson.Write(caseEvent),
                RowMapping.Text(time.GetUtcNow()), actor.Value.Id, file.AgencyId, ++position, "");
            head = row.SealAfter(head, secret);
            await Add(row with { Hash = head }, cancellation);
        }

        await work.Execute("UPDATE chains SET head = @head WHERE chain = @Chain", new { head, Chain = file.AgencyId }, cancellation);
    }

    private async Task<bool> IsFirstOfAll(CancellationToken cancellation) =>
        await work.Single<int>("SELECT COUNT(*) FROM chains WHERE head <> ''", null, cancellation) == 0;

    private async Task Add(EventRow row, CancellationToken cancellation)
    {
        try
        {
            await work.Execute(
                $"INSERT INTO case_events ({EventRow.Columns}) "
                    + "VALUES (@CaseId, @Seq, @Type, @Data, @OccurredAt, @ActorId, @Chain, @Position, @Hash)",
                row, cancellation);
        }
        catch (DbException problem) when (work.Dialect.IsUniqueViolation(problem))
        {
            throw new CaseConflictException();
        }
    }
}
