using Disclosure.Cases.SavedFilters;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.SavedFilters;

/// <summary>The filters that users keep.</summary>
internal sealed class SavedFilterStore(UnitOfWork work) : ISavedFilters
{
    public Task<IReadOnlyList<SavedFilter>> Of(Guid userId, CancellationToken cancellation) =>
        work.Query<SavedFilter>(
            "SELECT id, name, query FROM saved_filters WHERE user_id = @userId ORDER BY saved_at, id", new { userId }, cancellation);

    public Task<FilterKeeping> Add(Guid userId, SavedFilter filter, DateTimeOffset savedAt, int most, CancellationToken cancellation) =>
        work.Write(async () =>
        {
            await Hold(userId, cancellation);
            if ((await Of(userId, cancellation)).Count >= most)
            {
                return FilterKeeping.TooMany;
            }

            var nameKey = ComparedText.Of(filter.Name);
            return await IsTaken(userId, nameKey, filter.Id, cancellation)
                ? FilterKeeping.NameTaken
                : Kept(await work.Execute(
                    "INSERT INTO saved_filters (id, user_id, name, name_key, query, saved_at) "
                        + "VALUES (@Id, @userId, @Name, @nameKey, @Query, @savedAt)",
                    new { filter.Id, userId, filter.Name, nameKey, filter.Query, savedAt }, cancellation));
        }, cancellation);

    public Task<FilterKeeping> Rename(Guid userId, Guid filterId, string name, CancellationToken cancellation) => work.Write(async () =>
    {
        await Hold(userId, cancellation);
        var nameKey = ComparedText.Of(name);
        return await IsTaken(userId, nameKey, filterId, cancellation)
            ? FilterKeeping.NameTaken
            : Kept(await work.Execute(
                "UPDATE saved_filters SET name = @name, name_key = @nameKey WHERE id = @filterId AND user_id = @userId",
                new { userId, filterId, name, nameKey }, cancellation));
    }, cancellation);

    public Task<bool> Delete(Guid userId, Guid filterId, CancellationToken cancellation) => work.Write(async () =>
        await work.Execute(
            "DELETE FROM saved_filters WHERE id = @filterId AND user_id = @userId",
            new { userId, filterId },
            cancellation) > 0, cancellation);

    // One person in two windows: the second one looks when the first is done.
    private Task<int> Hold(Guid userId, CancellationToken cancellation) =>
        work.Execute("UPDATE users SET roles = roles WHERE id = @userId", new { userId }, cancellation);

    private async Task<bool> IsTaken(Guid userId, string nameKey, Guid except, CancellationToken cancellation) =>
        await work.Single<int>(
            "SELECT COUNT(*) FROM saved_filters WHERE user_id = @userId AND name_key = @nameKey AND id <> @except",
            new { userId, nameKey, except }, cancellation) > 0;

    private static FilterKeeping Kept(int rows) => rows > 0 ? FilterKeeping.Kept : FilterKeeping.NotFound;
}
