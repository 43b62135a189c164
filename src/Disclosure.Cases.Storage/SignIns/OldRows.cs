using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.SignIns;

/// <summary>Deletes what is kept for a time only, with its seals.</summary>
internal static class OldRows
{
    /// <summary>Deletes the oldest rows of a table with one key column.</summary>
    /// <param name="find">Finds the ids of those before <c>@instant</c>, at most <c>@take</c>.</param>
    /// <param name="delete">Deletes the one of <c>@id</c>.</param>
    /// <returns>How many there were.</returns>
    public static Task<int> DeleteOld(
        this UnitOfWork work, SealedTable table, string find, string delete, DateTimeOffset instant, int most,
        CancellationToken cancellation) => work.Write(async () =>
        {
            var old = await work.Query<string>(find, new { instant, take = most, skip = 0 }, cancellation);
            foreach (var id in old)
            {
                work.Changed(table, id);
                await work.Execute(delete, new { id = RowMapping.Ascii(id) }, cancellation);
            }

            return old.Count;
        }, cancellation);
}
