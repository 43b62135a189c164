using Disclosure.Cases.Looks;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;
using Disclosure.Cases.Storage.SignIns;

namespace Disclosure.Cases.Storage.Looks;

/// <summary>The record of looks.</summary>
internal sealed class LookStore(UnitOfWork work, CurrentActor actor, TimeProvider time, IIds ids) : ILooks
{
    private const string From = "FROM looks l LEFT JOIN case_files c ON c.case_id = l.case_id WHERE ";

    public Task Add(LookKind kind, Guid? caseId, string subject, string address, CancellationToken cancellation) => work.Write(
        async () =>
        {
            var id = ids.Next();
            work.Changed(SealedTable.Looks, id);
            await work.Execute(
                """
                INSERT INTO looks (id, user_id, user_name, kind, case_id, subject, address, looked_at)
                VALUES (@id, @UserId, @UserName, @kind, @caseId, @subject, @address, @now)
                """,
                new
                {
                    id, UserId = actor.Value.Id, UserName = actor.Value.Name, kind = StoredNames.Of(kind), caseId, subject,
                    address = RowMapping.Ascii(address), now = time.GetUtcNow(),
                }, cancellation);
        }, cancellation);

    public Task<IReadOnlyList<Look>> Find(LookFilter filter, int skip, int take, CancellationToken cancellation) => work.Query<Look>(
        $"""
        SELECT l.id, l.user_id, l.user_name, l.kind, l.case_id, c.register_number, l.subject, l.address, l.looked_at AS at
        {From}{new Condition(filter, work.Dialect).Sql} ORDER BY l.looked_at DESC, l.id DESC {work.Dialect.Page}
        """,
        Arguments(filter, skip, take), cancellation);

    public async Task<int> Count(LookFilter filter, CancellationToken cancellation) =>
        await work.Single<int>($"SELECT COUNT(*) {From}{new Condition(filter, work.Dialect).Sql}", Arguments(filter, 0, 0), cancellation);

    public Task<int> DeleteBefore(DateTimeOffset instant, int most, CancellationToken cancellation) => work.DeleteOld(
        SealedTable.Looks,
        $"SELECT id FROM looks WHERE looked_at < @instant ORDER BY looked_at, id {work.Dialect.Page}",
        "DELETE FROM looks WHERE id = @id",
        instant, most, cancellation);

    private static object Arguments(LookFilter filter, int skip, int take) => new
    {
        filter.From, filter.Until, filter.Name, filter.RegisterNumber, skip, take,
        kind = filter.Kind is { } kind ? StoredNames.Of(kind) : null,
    };

    private sealed record Condition(LookFilter Filter, Dialect Dialect)
    {
        public string Sql => $"l.looked_at >= @From AND l.looked_at < @Until{OfName}{OfKind}{OfCase}";

        private string OfName => Filter.Name is null ? "" : $" AND {Dialect.Contains("l.user_name", "@Name")}";

        private string OfKind => Filter.Kind is null ? "" : " AND l.kind = @kind";

        private string OfCase => Filter.RegisterNumber is null ? "" : " AND c.register_number = @RegisterNumber";
    }
}
