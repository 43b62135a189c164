using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Cases.Jobs;

/// <summary>What this process runs.</summary>
/// <param name="RunsShared">Whether it runs the jobs that are done once for all servers (<c>Jobs:Server</c>).</param>
/// <param name="Workers">How many recurring jobs it runs at once (<c>Jobs:Workers</c>), 1 to 64.</param>
/// <param name="DashboardIsReadOnly">Whether nobody may act on the dashboard (<c>Jobs:DashboardIsReadOnly</c>).</param>
internal sealed record JobServerSettings(bool RunsShared, int Workers, bool DashboardIsReadOnly = false)
{
    /// <summary>How long a stop waits for what is at work; of a host's 30 seconds some are left to record what was interrupted.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    private const int MostWorkers = 64;

    // SQLite has one writer, and a sweep that finds nothing takes milliseconds.
    private static int UsualWorkers => Math.Clamp(Environment.ProcessorCount, 2, 8);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">One cannot be read; the message names it and its rule.</exception>
    public static JobServerSettings Of(IConfiguration configuration)
    {
        var workers = configuration["Jobs:Workers"] is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostWorkers
                ? number
                : throw new SettingException($"Jobs:Workers must be a number from 1 to {MostWorkers}; '{text}' is none.")
            : UsualWorkers;
        return new JobServerSettings(
            Switch(configuration, "Jobs:Server", usual: true), workers, Switch(configuration, "Jobs:DashboardIsReadOnly", usual: false));
    }

    private static bool Switch(IConfiguration configuration, string key, bool usual) =>
        configuration[key] is not { Length: > 0 } text ? usual
        : bool.TryParse(text, out var value) ? value
        : throw new SettingException($"{key} must be true or false; '{text}' is neither.");
}
