using Disclosure.Cases.Agencies;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>Setting up a second factor, signing in with it, and losing it.</summary>
internal sealed class SecondFactorTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly SignInPlace Desk = new("10.0.0.1", null, "new");

    [Test]
    public async Task Code_IsAskedFor_CountsOnce_AndIsRightOneStepBeforeOrAfter()
    {
        var (secret, _) = await SetUp();
        Assert.That(await AsksForCode(), Is.True);
        Assert.That(await Try(await Code(secret)), Is.False, "it was used to set it up");
        foreach (var (seconds, isRight) in new[] { (-60, false), (60, false), (30, true), (30, false), (0, false) })
        {
            Assert.That(await Try(await Code(secret, seconds)), Is.EqualTo(isRight), $"{seconds}");
        }

        Office.Clock.Advance(TimeSpan.FromSeconds(120));
        var late = await Code(secret, -30);
        Assert.That(await Try(late), Is.True, "typed late");
        Assert.That(await Try($" {late[..3]} {late[3..]} "), Is.False, "the same again");
        Assert.That((await Outcomes()).Keys, Is.EquivalentTo(new[]
        {
            SignInOutcome.CodeAsked, SignInOutcome.UsedCode, SignInOutcome.WrongCode, SignInOutcome.SignedIn,
        }));
    }

    [Test]
    public async Task Code_UsedOnManyHostsAtOnce_IsUsedOnce()
    {
        var (secret, _) = await SetUp();
        Office.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = await Code(secret);
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Try(code))));
        Assert.That(tries.Count(isRight => isRight), Is.EqualTo(1));
    }

    [Test]
    public async Task WrongCodes_LockTheAccount_ThoughTheRightPasswordComesInBetween()
    {
        var (secret, _) = await SetUp();
        Office.Clock.Advance(TimeSpan.FromSeconds(30));
        for (var attempt = 0; attempt < new SignInRules().WrongBeforeLock; attempt++)
        {
            Assert.That(await AsksForCode(), Is.True, $"{attempt} wrong ones are not too many");
            Assert.That(await Try("000000x"), Is.False);
        }

        Assert.That(await AsksForCode(), Is.Null, "the right password");
        Assert.That(await Try(await Code(secret)), Is.False, "the right code");
        Office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await AsksForCode(), Is.True);
        Assert.That(await Try(await Code(secret)), Is.True);
        var outcomes = await Outcomes();
        Assert.That(outcomes[SignInOutcome.WrongCode], Is.EqualTo(5));
        Assert.That(outcomes[SignInOutcome.Locked], Is.EqualTo(2));
    }

    [Test]
    public async Task RightPasswords_WithoutTheCode_NeitherLockNorEndALock()
    {
        await SetUp();
        for (var attempt = 0; attempt < 3 * new SignInRules().WrongBeforeLock; attempt++)
        {
            Assert.That(await AsksForCode(), Is.True);
        }

        Assert.That((await Lines()).Count(line => line.Outcome == SignInOutcome.CodeAsked), Is.EqualTo(1), "one line an hour");
        Assert.That(
            await Office.With<ISignIns, int>(all => all.FailuresSince(Office.Administrator.Id, DateTimeOffset.UnixEpoch, default)),
            Is.Zero);
    }

    [Test]
    public async Task RecoveryCode_SignsInOnce_HoweverItIsWritten_AndIsOnRecord()
    {
        var (_, codes) = await SetUp();
        Assert.That(codes, Has.Count.EqualTo(10));
        Assert.That(codes, Is.All.Match("^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$"));
        Assert.That(codes, Is.Unique);
        Assert.That(await Try(codes[3].ToLowerInvariant().Replace('-', ' ')), Is.True);
        Assert.That(await Try(codes[3]), Is.False);
        Assert.That(await Office.With<ISecondFactors, int>(all => all.CodesLeft(Office.Administrator.Id, default)), Is.EqualTo(9));
        var used = (await Log()).Single(entry => entry.Act == AdministrativeAct.RecoveryCodeUsed);
        Assert.That((used.RecordedBy, used.UserId), Is.EqualTo((Office.Administrator.Id, Office.Administrator.Id)));
        var stored = await Office.With<UnitOfWork, IReadOnlyList<string>>(work => work.Query<string>(
            "SELECT hash FROM recovery_codes", null, default));
        Assert.That(stored, Is.All.Match("^[0-9a-f]{64}$"));
    }

    [Test]
    public async Task Secret_IsKeptEncrypted_AndWhenItIsDamagedARecoveryCodeStillOpens()
    {
        var (secret, codes) = await SetUp();
        var stored = await Office.With<UnitOfWork, string?>(work => work.Single<string>(
            "SELECT secret FROM second_factors", null, default));
        Assert.That(stored, Does.Not.Contain(secret));
        Office.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = await Code(secret);
        await Office.Tamper("UPDATE second_factors SET secret = @secret", new { secret });
        Assert.That(await Try(code), Is.False, "what is not encrypted is nothing");
        Assert.That(await Try(codes[0]), Is.True);
    }

    [Test]
    public async Task SetUp_AsksForAFirstCode_AndEndsSessions()
    {
        var secret = await Codes(codes => codes.NewSecret());
        await BeginSession();
        Assert.That(await Refused(SetsUp(secret, "000000")), Is.EqualTo("secondFactor.codeWrong"));
        var byAnOpenSession = SetsUp(secret, await Code(secret)) with { Current = "wrong" };
        Assert.That(await Refused(byAnOpenSession), Is.EqualTo("user.passwordWrong"));
        Assert.That(await AsksForCode(), Is.False);
        Assert.That(await OpenSessions(), Is.EqualTo(1));
        await Office.Do(Office.Administrator, SetsUp(secret, await Code(secret)));
        Assert.That(await OpenSessions(), Is.Zero);
        Assert.That(await Refused(SetsUp(secret, await Code(secret))), Is.EqualTo("secondFactor.thereAlready"));
        Assert.That((await Log()).Select(entry => entry.Act), Is.EqualTo(new[] { AdministrativeAct.SecondFactorSetUp }));
    }

    [Test]
    public async Task GivenUp_WithPasswordAndCodeOnly_AndWrongOnesCount()
    {
        var (secret, codes) = await SetUp();
        await BeginSession();
        Office.Clock.Advance(TimeSpan.FromSeconds(30));
        var give = new GiveUpSecondFactor(TestOffice.Password, await Code(secret), Desk);
        Assert.That(await Refused(give with { Current = "wrong" }), Is.EqualTo("user.passwordWrong"));
        Assert.That(await Refused(give with { Code = "" }), Is.EqualTo("secondFactor.codeWrong"));
        Assert.That(await Refused(give with { Code = codes[0] + "x" }), Is.EqualTo("secondFactor.codeWrong"));
        Assert.That(await Refused(give with { Code = await Code(secret, -30) }), Is.EqualTo("secondFactor.codeUsed"));
        Assert.That(await Refused(give with { Current = "wrong" }), Is.EqualTo("user.passwordWrong"));
        Assert.That(await Refused(give), Is.EqualTo("user.lockedForATime"));
        Office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await OpenSessions(), Is.EqualTo(1));
        await Office.Do(Office.Administrator, give with { Code = codes[0] });
        Assert.That(await OpenSessions(), Is.Zero);
        Assert.That(await AsksForCode(), Is.False);
        Assert.That(await Refused(give), Is.EqualTo("secondFactor.none"));
        Assert.That((await Log())[0].Act, Is.EqualTo(AdministrativeAct.SecondFactorTakenAway));
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task TakenAway_ByAnotherAdministratorForAReason_NeverOnesOwn()
    {
        await SetUp();
        await BeginSession();
        var take = new TakeAwaySecondFactor(Office.Administrator.Id, "手机遗失");
        Assert.That(await Refused(take), Is.EqualTo("secondFactor.ownNeedsCode"));
        Assert.That(await Refused(take, Office.Manager), Is.EqualTo("actor.roleMissing"));
        Assert.That(await Refused(take with { Reason = " " }, Actor.Application), Is.EqualTo("text.empty"));
        Assert.That(
            await Refused(take with { UserId = Office.Clerk.Id }, Actor.Application), Is.EqualTo("secondFactor.none"));
        Assert.That(await AsksForCode(), Is.True);
        await Office.Do(Office.Manager with { Roles = Role.Administrator }, take);
        Assert.That(await AsksForCode(), Is.False);
        Assert.That(await OpenSessions(), Is.Zero);
        var taken = (await Log()).Single(entry => entry.Act == AdministrativeAct.SecondFactorTakenAway);
        Assert.That(taken.Changes, Is.EqualTo(new[] { new FieldChange(JournalFields.Reason, null, "手机遗失") }));
        Assert.That(await Findings(), Is.Empty);
    }

    private async Task<(string Secret, IReadOnlyList<string> Codes)> SetUp()
    {
        var secret = await Codes(codes => codes.NewSecret());
        var sheet = await Office.Do(Office.Administrator, SetsUp(secret, await Code(secret)));
        return (secret, sheet.Codes);
    }

    private static SetUpSecondFactor SetsUp(string secret, string code) => new(secret, TestOffice.Password, code, Desk);

    // What another telephone shows, some seconds from now.
    private Task<string> Code(string secret, int seconds = 0) =>
        Task.FromResult(OneTimeCode.Of(secret, Office.Clock.GetUtcNow().AddSeconds(seconds)));

    private Task<T> Codes<T>(Func<IOneTimeCodes, T> use) => Office.With<IOneTimeCodes, T>(codes => Task.FromResult(use(codes)));

    /// <summary>Whether the right password asks for a code; null: it is not looked at.</summary>
    private Task<bool?> AsksForCode() => Office.With<SigningIn, bool?>(async signingIn =>
        (await signingIn.Try(new SignInAttempt("admin", TestOffice.Password, Desk), default))?.AsksForCode);

    private async Task<bool> Try(string code)
    {
        var user = (await Office.With<IUsers, User?>(users => users.Find(Office.Administrator.Id, default)))!;
        return await Office.With<SigningIn, bool>(async signingIn =>
            await signingIn.TryCode(user, code, Desk, default) is not null);
    }

    private async Task<string> Refused<T>(Kernel.Pipeline.ICommand<T> command, Actor? by = null) =>
        (await Office.Send(by ?? Office.Administrator, command)).Refusals.Single().Code;

    private Task BeginSession() => Office.With<ISessions>(sessions => sessions.Begin(
        new Session(new string('a', 64), Office.Administrator.Id, Office.Clock.GetUtcNow(), Office.Clock.GetUtcNow(), "", ""), default));

    private Task<int> OpenSessions() => Office.With<ISessions, int>(async sessions =>
        (await sessions.Of(Office.Administrator.Id, 9, default)).Count(session => session.EndedAt is null));

    private Task<IReadOnlyList<AdministrationEntry>> Log() => Office.With<IAdministrationLog, IReadOnlyList<AdministrationEntry>>(
        log => log.Find(AdministrationFilter.All with { UserId = Office.Administrator.Id }, 0, 9, default));

    private Task<IReadOnlyList<SignInLine>> Lines() => Office.With<ISignIns, IReadOnlyList<SignInLine>>(signIns => signIns.Find(
        new SignInFilter(DateTimeOffset.MinValue, DateTimeOffset.MaxValue.AddDays(-1)), 0, 100, default));

    private async Task<IReadOnlyDictionary<SignInOutcome, int>> Outcomes() => (await Lines()).GroupBy(line => line.Outcome)
        .ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Times));

    private Task<IReadOnlyList<Maintenance.Finding>> Findings() =>
        Office.With<Maintenance.Verification, IReadOnlyList<Maintenance.Finding>>(verification => verification.Run(null, default));
}
