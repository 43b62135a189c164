using Disclosure.Cases.Agencies;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;
using Microsoft.AspNetCore.Identity;

namespace Disclosure.Cases.Storage.Agencies;

/// <summary>The users, their passwords (hashed) and their deputies.</summary>
internal sealed class UserStore(
    UnitOfWork work, IAgencies agencies, ISessions sessions, TimeProvider time, IPasswordHasher<string> hasher) : IUsers
{
    private const string Columns = "id, sign_in_name, name, roles, agency_id, is_active, email, phone, password_given_at, stamp";
    private static readonly string NobodysHash = new PasswordHasher<string>().HashPassword("", Guid.NewGuid().ToString());

    public Task<User?> Find(Guid id, CancellationToken cancellation) =>
        work.Single<User>($"SELECT {Columns} FROM users WHERE id = @id", new { id }, cancellation);

    public Task<User?> FindBySignInName(string signInName, CancellationToken cancellation) =>
        work.Single<User>($"SELECT {Columns} FROM users WHERE sign_in_key = @key", new { key = KeyOf(signInName) }, cancellation);

    public Task<IReadOnlyList<User>> All(CancellationToken cancellation) =>
        work.Query<User>($"SELECT {Columns} FROM users ORDER BY sign_in_key", null, cancellation);

    public async Task<IReadOnlyList<User>> OfAgency(Guid agencyId, CancellationToken cancellation) => await work.Query<User>(
        $"SELECT {Columns} FROM users WHERE agency_id IN @ids AND is_active = 1 ORDER BY sign_in_key",
        new { ids = RowMapping.List([agencyId, .. (await agencies.Successions(cancellation)).HeirsOf(agencyId, time.Today())]) },
        cancellation);

    public Task<IReadOnlyList<User>> Managers(CancellationToken cancellation) =>
        work.Query<User>(
            $"SELECT {Columns} FROM users WHERE is_active = 1 AND (roles & @manager) <> 0 ORDER BY sign_in_key",
            new { manager = (int)Role.Manager }, cancellation);

    public Task<bool> SetContact(Guid userId, string? email, string? phone, CancellationToken cancellation) => work.Write(async () =>
    {
        work.Changed(SealedTable.Users, userId);
        return await work.Execute(
            "UPDATE users SET email = @email, phone = @phone WHERE id = @userId",
            new { userId, email, phone },
            cancellation) > 0;
    }, cancellation);

    public Task Change(User user, CancellationToken cancellation) => work.Write(async () =>
    {
        work.Changed(SealedTable.Users, user.Id);
        await work.Execute("UPDATE users SET name = @Name WHERE id = @Id", new { user.Id, user.Name }, cancellation);
        var before = await Find(user.Id, cancellation);
        await work.Execute(
            "UPDATE users SET roles = @roles, agency_id = @AgencyId, is_active = @IsActive WHERE id = @Id",
            new { user.Id, roles = (int)user.Roles, user.AgencyId, user.IsActive }, cancellation);
        if (before is not null && (before.Roles, before.AgencyId, before.IsActive) != (user.Roles, user.AgencyId, user.IsActive))
        {
            await sessions.EndAll(user.Id, SessionEnd.AccountChanged, cancellation);
        }
    }, cancellation);

    // Locked by changing nothing: of two administrators who take each other's role away, the second sees what the first did.
    public Task<int> Hold(Role roles, CancellationToken cancellation) => work.Write(() =>
        work.Execute(
            "UPDATE users SET is_active = is_active WHERE is_active = 1 AND (roles & @roles) <> 0",
            new { roles = (int)roles }, cancellation), cancellation);

    public async Task<IReadOnlyList<Role>> RolesHeld(CancellationToken cancellation) =>
        [.. (await work.Query<int>("SELECT DISTINCT roles FROM users WHERE is_active = 1", null, cancellation)).Cast<Role>()];

    public Task Add(User user, string password, CancellationToken cancellation) => work.Write(() =>
    {
        work.Changed(SealedTable.Users, user.Id);
        return work.Execute(
            """
            INSERT INTO users (
                id, sign_in_name, sign_in_key, name, roles, agency_id, is_active, email, phone, password_hash, password_given_at)
            VALUES (@Id, @SignInName, @key, @Name, @roles, @AgencyId, @IsActive, @Email, @Phone, @hash, @PasswordGivenAt)
            """,
            new
            {
                user.Id, SignInName = user.SignInName.Trim(), key = KeyOf(user.SignInName), user.Name,
                roles = (int)user.Roles, user.AgencyId, user.IsActive, user.Email, user.Phone, user.PasswordGivenAt,
                hash = hasher.HashPassword(KeyOf(user.SignInName), password),
            }, cancellation);
    }, cancellation);

    public Task<bool> SetPassword(string signInName, string password, DateTimeOffset? givenAt, CancellationToken cancellation) =>
        work.Write(async () =>
        {
            var key = KeyOf(signInName);
            if (await FindBySignInName(signInName, cancellation) is not { Id: var id })
            {
                return false;
            }

            // Whoever guessed the one before has not guessed this one, and whoever knew it is out.
            await work.Execute(
                "UPDATE sign_in_locks SET failures = 0, locked_until = NULL WHERE user_id = @id", new { id }, cancellation);
            await sessions.EndAll(id, SessionEnd.PasswordChanged, cancellation);
            return await work.Execute(
                "UPDATE users SET password_hash = @hash, password_given_at = @givenAt WHERE sign_in_key = @key",
                new { key, hash = hasher.HashPassword(key, password), givenAt }, cancellation) > 0;
        }, cancellation);

    public async Task<bool> IsPassword(User? user, string password, CancellationToken cancellation)
    {
        var id = user?.Id ?? Guid.Empty;
        var key = KeyOf(user?.SignInName ?? "");
        var hash = await work.Single<string>(
            "SELECT password_hash FROM users WHERE id = @id AND is_active = 1", new { id }, cancellation);

        // The same work for unknown names, so that the time taken does not tell who exists.
        var verdict = hasher.VerifyHashedPassword(key, hash ?? NobodysHash, password);
        if (hash is null || verdict == PasswordVerificationResult.Failed)
        {
            return false;
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await Rehash(id, key, password, cancellation);
        }

        return true;
    }

    // The same password, kept in a stronger way.
    private Task<int> Rehash(Guid id, string key, string password, CancellationToken cancellation) => work.Write(() =>
    {
        work.Changed(SealedTable.Users, id);
        return work.Execute(
            "UPDATE users SET password_hash = @hash WHERE id = @id", new { id, hash = hasher.HashPassword(key, password) }, cancellation);
    }, cancellation);

    public Task NameDeputy(Guid userId, Guid deputyId, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        work.Write(async () =>
        {
            var deputy = new { userId, deputyId, from, until };
            if ((await work.Query<Guid>(
                "SELECT deputy_id FROM deputies WHERE user_id = @userId AND "
                    + "deputy_id = @deputyId AND from_on = @from AND until_on = @until",
                deputy, cancellation)).Count == 0)
            {
                work.Changed(SealedTable.Deputies, userId, deputyId, from, until);
                await work.Execute(
                    "INSERT INTO deputies (user_id, deputy_id, from_on, until_on) VALUES (@userId, @deputyId, @from, @until)",
                    deputy,
                    cancellation);
            }
        }, cancellation);

    public Task<IReadOnlyList<Deputy>> Deputies(DateOnly day, CancellationToken cancellation) =>
        work.Query<Deputy>(
            "SELECT user_id, deputy_id, from_on AS \"from\", until_on AS until FROM deputies "
                + "WHERE until_on >= @day ORDER BY from_on, until_on, user_id, deputy_id",
            new { day }, cancellation);

    public Task<bool> EndDeputy(Deputy deputy, DateOnly today, CancellationToken cancellation) => work.Write(async () =>
    {
        work.Changed(SealedTable.Deputies, deputy.UserId, deputy.DeputyId, deputy.From, deputy.Until);
        var ended = await work.Execute(
            "DELETE FROM deputies WHERE user_id = @UserId AND deputy_id = @DeputyId "
                + "AND from_on = @From AND until_on = @Until AND until_on >= @today",
            new { deputy.UserId, deputy.DeputyId, deputy.From, deputy.Until, today }, cancellation);
        if (ended > 0 && deputy.From < today)
        {
            await NameDeputy(deputy.UserId, deputy.DeputyId, deputy.From, today.AddDays(-1), cancellation);
        }

        return ended > 0;
    }, cancellation);

    public async Task<Role> RolesOn(Guid userId, DateOnly day, CancellationToken cancellation)
    {
        var roles = await work.Query<int>(
            """
            SELECT roles FROM users WHERE id = @userId AND is_active = 1
            UNION ALL
            SELECT absent.roles & @approving FROM deputies d
            JOIN users deputy ON deputy.id = d.deputy_id AND deputy.is_active = 1
            JOIN users absent ON absent.id = d.user_id AND absent.is_active = 1 AND absent.agency_id = deputy.agency_id
            WHERE d.deputy_id = @userId AND d.from_on <= @day AND d.until_on >= @day
            """,
            new { userId, day, approving = (int)Role.Reviewer }, cancellation);
        return roles.Aggregate(Role.None, (sum, role) => sum | (Role)role);
    }

    public async Task<bool> Any(CancellationToken cancellation) =>
        await work.Single<int>("SELECT COUNT(*) FROM users WHERE is_active = 1", null, cancellation) > 0;

    private static string KeyOf(string signInName) => ComparedText.Folded(signInName.Trim());
}
