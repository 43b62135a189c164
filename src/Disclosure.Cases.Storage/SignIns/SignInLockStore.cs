using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.SignIns;

/// <summary>The wrong passwords in a row.</summary>
internal sealed class SignInLockStore(UnitOfWork work, SignInRules rules, TimeProvider time) : ISignInLocks
{
    // All browsers in which the account has not signed in yet.
    private const string Others = "";

    private const string Hold = "UPDATE sign_in_locks SET failures = failures WHERE user_id = @userId AND browser = @browser";

    private const string Insert =
        "INSERT INTO sign_in_locks (user_id, browser, failures, locked_until, used_at) VALUES (@userId, @browser, 0, NULL, @now)";

    private const string Reset =
        "UPDATE sign_in_locks SET failures = 0, locked_until = NULL, used_at = @now WHERE user_id = @userId AND browser = @browser";

    private sealed record Counter(int Failures, DateTimeOffset? LockedUntil, DateTimeOffset UsedAt);

    public Task<CountedAttempt?> Begin(Guid userId, string? browser, CancellationToken cancellation) => work.Write(async () =>
    {
        var now = time.GetUtcNow();
        var name = await IsKnown(userId, browser, cancellation) ? browser! : Others;
        var counted = RowMapping.Ascii(name);
        await work.UpdateOrInsert(Hold, Insert, new { userId, browser = counted, now }, cancellation);
        var counter = (await work.Single<Counter>(
            "SELECT failures, locked_until, used_at FROM sign_in_locks WHERE user_id = @userId AND browser = @browser",
            new { userId, browser = counted }, cancellation))!;
        if (counter.LockedUntil > now)
        {
            return null;
        }

        var failures = SignInRules.Count(counter.Failures, now - counter.UsedAt);
        await work.Execute(
            """
            UPDATE sign_in_locks SET failures = @failures, locked_until = @until, used_at = @now
            WHERE user_id = @userId AND browser = @browser
            """,
            new { userId, browser = counted, now, failures, until = now + rules.LockAfter(failures) }, cancellation);
        return new CountedAttempt(userId, name, failures, now);
    }, cancellation);

    public Task Succeed(CountedAttempt attempt, string browser, CancellationToken cancellation) => work.Write(async () =>
    {
        var now = time.GetUtcNow();
        if (attempt.Browser == Others)
        {
            await work.Execute(Reset, new { userId = attempt.UserId, browser = RowMapping.Ascii(Others), now }, cancellation);
        }

        await work.UpdateOrInsert(Reset, Insert, new { userId = attempt.UserId, browser = RowMapping.Ascii(browser), now }, cancellation);
    }, cancellation);

    // It was admitted, so that no lock held before it.
    public Task TakeBack(CountedAttempt attempt, CancellationToken cancellation) => work.Write(() => work.Execute(
        """
        UPDATE sign_in_locks SET failures = failures - 1, locked_until = NULL
        WHERE user_id = @UserId AND browser = @browser AND failures = @Failures AND used_at = @At
        """,
        new { attempt.UserId, browser = RowMapping.Ascii(attempt.Browser), attempt.Failures, attempt.At }, cancellation), cancellation);

    public async Task<bool> Knows(Guid userId, string browser, CancellationToken cancellation) => await work.Single<int>(
        "SELECT COUNT(*) FROM sign_in_locks WHERE user_id = @userId AND browser = @browser",
        new { userId, browser = RowMapping.Ascii(browser) }, cancellation) > 0;

    public Task<DateTimeOffset?> LockedUntil(Guid userId, CancellationToken cancellation) => work.Single<DateTimeOffset?>(
        "SELECT locked_until FROM sign_in_locks WHERE user_id = @userId AND locked_until > @now "
            + $"ORDER BY locked_until DESC {work.Dialect.Page}",
        new { userId, now = time.GetUtcNow(), take = 1, skip = 0 }, cancellation);

    public Task Unlock(Guid userId, CancellationToken cancellation) => work.Write(() => work.Execute(
        "UPDATE sign_in_locks SET failures = 0, locked_until = NULL WHERE user_id = @userId", new { userId }, cancellation), cancellation);

    public Task<int> DeleteUnusedSince(DateTimeOffset instant, CancellationToken cancellation) => work.Write(
        () => work.Execute("DELETE FROM sign_in_locks WHERE used_at < @instant", new { instant }, cancellation), cancellation);

    // Nobody else changes its count until the transaction ends.
    private async Task<bool> IsKnown(Guid userId, string? browser, CancellationToken cancellation) =>
        browser is not null && await work.Execute(Hold, new { userId, browser = RowMapping.Ascii(browser) }, cancellation) > 0;
}
