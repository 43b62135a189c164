using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.SignIns;

/// <summary>The record of sign-ins.</summary>
internal sealed class SignInStore(UnitOfWork work, TimeProvider time, IIds ids) : ISignIns
{
    private const string From = "FROM sign_ins s LEFT JOIN users u ON u.id = s.user_id WHERE ";

    private const string Lines =
        "SELECT s.id, s.user_id, s.address, s.outcome, s.first_at, s.last_at, s.times, s.user_name, u.name AS name_today, u.sign_in_name "
            + From;

    private static readonly IReadOnlyList<SignInOutcome> Failures =
    [
        SignInOutcome.WrongPassword, SignInOutcome.WrongCode, SignInOutcome.UsedCode, SignInOutcome.Locked, SignInOutcome.Deactivated,
        SignInOutcome.UnknownName,
    ];

    // Whoever knows the password alone could ask for codes as often as he likes.
    private static readonly IReadOnlyList<SignInOutcome> Counted = [.. Failures, SignInOutcome.CodeAsked];

    private static readonly string[] SuccessNames =
        [StoredNames.Of(SignInOutcome.SignedIn), StoredNames.Of(SignInOutcome.SignedInByProvider)];

    private static readonly string[] FailureNames = [.. Failures.Select(StoredNames.Of)];
    private static readonly string[] CountedNames = [.. Counted.Select(StoredNames.Of)];

    public Task Add(Guid userId, string address, SignInOutcome outcome, CancellationToken cancellation) => work.Write(async () =>
    {
        var now = time.GetUtcNow();
        if (Counted.Contains(outcome))
        {
            var since = now.AddHours(-1);
            if (await IsCounted(userId, address, outcome, since, now, cancellation))
            {
                return;
            }

            if (await Addresses(userId, since, cancellation) >= ISignIns.MostAddresses)
            {
                address = ISignIns.OtherAddresses;
                if (await IsCounted(userId, address, outcome, since, now, cancellation))
                {
                    return;
                }
            }
        }

        var id = ids.Next();
        work.Changed(SealedTable.SignIns, id);
        await work.Execute(
            """
            INSERT INTO sign_ins (id, user_id, address, outcome, first_at, last_at, times, user_name)
            SELECT @id, @userId, @address, @outcome, @now, @now, 1, (SELECT name FROM users WHERE id = @userId)
            """,
            new { id, userId, address = RowMapping.Ascii(address), outcome = StoredNames.Of(outcome), now }, cancellation);
    }, cancellation);

    public Task<IReadOnlyList<SignInLine>> Find(SignInFilter filter, int skip, int take, CancellationToken cancellation) =>
        work.Query<SignInLine>(
            $"{Lines}{new Condition(filter, work.Dialect).Sql} ORDER BY s.first_at DESC, s.id DESC {work.Dialect.Page}",
            Arguments(filter, skip, take), cancellation);

    public async Task<int> Count(SignInFilter filter, CancellationToken cancellation) =>
        await work.Single<int>($"SELECT COUNT(*) {From}{new Condition(filter, work.Dialect).Sql}", Arguments(filter, 0, 0), cancellation);

    public Task<IReadOnlyList<SignInLine>> Latest(Guid userId, int most, CancellationToken cancellation) =>
        work.Query<SignInLine>(
            $"{Lines}s.user_id = @userId AND s.outcome IN @signedIn ORDER BY s.first_at DESC, s.id DESC {work.Dialect.Page}",
            new { userId, signedIn = RowMapping.List(SuccessNames), take = most, skip = 0 }, cancellation);

    public async Task<int> FailuresSince(Guid userId, DateTimeOffset since, CancellationToken cancellation) =>
        await work.Single<int>(
            "SELECT COALESCE(SUM(times), 0) FROM sign_ins WHERE user_id = @userId AND first_at >= @since AND outcome IN @failures",
            new { userId, since, failures = RowMapping.List(FailureNames) }, cancellation);

    public Task<int> DeleteBefore(DateTimeOffset instant, int most, CancellationToken cancellation) => work.DeleteOld(
        SealedTable.SignIns,
        $"SELECT id FROM sign_ins WHERE first_at < @instant ORDER BY first_at, id {work.Dialect.Page}",
        "DELETE FROM sign_ins WHERE id = @id",
        instant, most, cancellation);

    // In one row, for two servers may have begun one each. The count itself is not sealed: every seal stays for ever, and whoever fails
    // could write as many as he likes.
    private async Task<bool> IsCounted(
        Guid userId, string address, SignInOutcome outcome, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation) =>
            await work.Execute(
                """
                UPDATE sign_ins SET times = times + 1, last_at = @now
                WHERE id = (SELECT MIN(id) FROM sign_ins
                            WHERE user_id = @userId AND address = @address AND outcome = @outcome AND first_at > @since)
                """,
                new { userId, address = RowMapping.Ascii(address), outcome = StoredNames.Of(outcome), since, now }, cancellation) > 0;

    private async Task<int> Addresses(Guid userId, DateTimeOffset since, CancellationToken cancellation) =>
        await work.Single<int>(
            "SELECT COUNT(*) FROM sign_ins WHERE user_id = @userId AND first_at > @since AND outcome IN @counted",
            new { userId, since, counted = RowMapping.List(CountedNames) }, cancellation);

    private sealed record Condition(SignInFilter Filter, Dialect Dialect)
    {
        public string Sql => $"s.first_at >= @From AND s.first_at < @Until{OfName}{OfUser}{OfOutcome}{OfAddress}";

        private string OfUser => Filter.UserId is null ? "" : " AND s.user_id = @UserId";

        private string OfName => Filter.Name is null
            ? ""
            : $" AND ({Dialect.Contains("COALESCE(s.user_name, u.name)", "@Name")} OR {Dialect.Contains("u.sign_in_key", "@nameKey")})";

        private string OfOutcome => Filter.Outcome is null ? "" : " AND s.outcome = @outcome";

        private string OfAddress => Filter.Address is null ? "" : " AND s.address = @address";
    }

    private static object Arguments(SignInFilter filter, int skip, int take) => new
    {
        filter.From, filter.Until, filter.Name, filter.UserId, skip, take,
        nameKey = ComparedText.Folded(filter.Name),
        outcome = filter.Outcome is { } outcome ? StoredNames.Of(outcome) : null,
        address = RowMapping.Ascii(filter.Address ?? ""),
    };
}
