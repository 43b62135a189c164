using Disclosure.Cases.SignIns;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>The rules of signing in by section <c>SignIn</c> of the configuration.</summary>
internal static class SignInSettings
{
    private const string Section = "SignIn";
    private const int Million = 1_000_000;
    private const int Day = 24 * 60;
    private const int SixMonths = 183;
    private const int TenYears = 3650;

    /// <exception cref="SettingException">A setting cannot be used; the message names it and its rule.</exception>
    public static SignInRules Of(IConfiguration configuration)
    {
        var usual = new SignInRules();
        var rules = new SignInRules
        {
            AttemptsPerMinute = Number(nameof(usual.AttemptsPerMinute), usual.AttemptsPerMinute, 1, Million),
            WrongBeforeLock = Number(nameof(usual.WrongBeforeLock), usual.WrongBeforeLock, 3, 100),
            LockMinutes = Number(nameof(usual.LockMinutes), usual.LockMinutes, 1, Day),
            LongestLockMinutes = Number(nameof(usual.LongestLockMinutes), usual.LongestLockMinutes, 1, Day),
            SessionHours = Number(nameof(usual.SessionHours), usual.SessionHours, 1, 24),
            IdleMinutes = Number(nameof(usual.IdleMinutes), usual.IdleMinutes, 5, Day),
            AdministratorsNeedSecondFactor = Setting.Switch(
                configuration, $"{Section}:{nameof(usual.AdministratorsNeedSecondFactor)}"),
            KeepDays = Number(nameof(usual.KeepDays), usual.KeepDays, SixMonths, TenYears),
        };
        return rules.LockMinutes <= rules.LongestLockMinutes ? rules : throw new SettingException(
            $"SignIn:LongestLockMinutes: {rules.LongestLockMinutes} is shorter than SignIn:LockMinutes ({rules.LockMinutes}).");

        int Number(string key, int otherwise, int least, int most) =>
            Setting.WholeNumber(configuration, $"{Section}:{key}", least, most) ?? otherwise;
    }
}
