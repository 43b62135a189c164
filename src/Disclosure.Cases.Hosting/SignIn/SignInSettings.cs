using System.Globalization;
using Disclosure.Cases.SignIns;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>The rules of signing in by section <c>SignIn</c> of the configuration.</summary>
internal static class SignInSettings
{
    private const int SixMonths = 183;
    private const int TenYears = 3650;

    /// <exception cref="SettingException">A setting cannot be used; the message names it and its rule.</exception>
    public static SignInRules Of(IConfiguration configuration)
    {
        var usual = new SignInRules();
        return new SignInRules { KeepDays = Number("KeepDays", usual.KeepDays, SixMonths, TenYears) };

        int Number(string key, int otherwise, int least, int most) =>
            configuration[$"SignIn:{key}"] is not { Length: > 0 } written ? otherwise
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw new SettingException($"SignIn:{key}: '{written}' is no whole number from {least} to {most}.");
    }
}
