using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Cases.Hosting;

/// <summary>Settings of one value each; an empty one counts as left out.</summary>
internal static class Setting
{
    /// <summary>A switch; null where it is left out.</summary>
    /// <exception cref="SettingException">It is neither true nor false.</exception>
    public static bool? Switch(IConfiguration configuration, string key) =>
        configuration[key] is not { Length: > 0 } written ? null
        : bool.TryParse(written, out var isOn) ? isOn
        : throw new SettingException($"{key}: '{written}' is neither true nor false.");

    /// <summary>A whole number within bounds; null where it is left out.</summary>
    /// <param name="of">Of what, where the refusal is to say so: <c>" of years"</c>.</param>
    /// <exception cref="SettingException">It is none, or out of bounds.</exception>
    public static int? WholeNumber(IConfiguration configuration, string key, int least, int most, string of = "") =>
        configuration[key] is not { Length: > 0 } written ? null
        : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingException($"{key}: '{written}' is no whole number{of} from {least} to {most}.");
}
