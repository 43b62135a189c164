using System.Globalization;
using Disclosure.Cases.SignIns;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>The rules of signing in by section <c>SignIn</c> of the configuration.</summary>
internal static class SignInSettings
{
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
            AdministratorsNeedSecondFactor = YesOrNo(nameof(usual.AdministratorsNeedSecondFactor)),
            KeepDays = Number(nameof(usual.KeepDays), usual.KeepDays, SixMonths, TenYears),
        };
        return rules.LockMinutes <= rules.LongestLockMinutes ? rules : throw new SettingException(
            $"SignIn:LongestLockMinutes: {rules.LongestLockMinutes} is shorter than SignIn:LockMinutes ({rules.LockMinutes}).");

        bool? YesOrNo(string key) =>
            configuration[$"SignIn:{key}"] is not { Length: > 0 } written ? null
            : bool.TryParse(written, out var yes) ? yes
            : throw new SettingException($"SignIn:{key}: '{written}' is neither true nor false.");

        int Number(string key, int otherwise, int least, int most) =>
            configuration[$"SignIn:{key}"] is not { Length: > 0 } written ? otherwise
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw new SettingException($"SignIn:{key}: '{written}' is no whole number from {least} to {most}.");
    }
}
