using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Disclosure.Cases.Hosting;

/// <summary>What is said of a start that failed.</summary>
public static class StartupErrors
{
    /// <summary>The exit code of a host that did not start.</summary>
    public const int ExitCode = 1;

    /// <summary>
    /// Says on standard error why a host did not start. What an administrator can put right (a setting, an own wording, a
    /// database of another version, a place that cannot be read or written) is said in a line; anything else may be a fault of
    /// the software, so the log has its stack trace as well.
    /// </summary>
    /// <returns><see cref="ExitCode"/>.</returns>
    public static int Report(Exception problem, IConfiguration configuration)
    {
        var obstacle = StorageObstacle.Of(problem);
        Console.Error.WriteLine(obstacle is null ? problem.Message : $"ConnectionStrings:Disclosure: {obstacle}");
        if (obstacle is null && !IsConfiguration(problem))
        {
            using var log = LoggerFactory.Create(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddConsole());
            log.CreateLogger(typeof(StartupErrors)).LogCritical(problem, "The host did not start.");
        }

        return ExitCode;
    }

    private static bool IsConfiguration(Exception problem) =>
        problem is SettingException or TemplateFileException or MigrationException or SealingKeyException
            or IOException or UnauthorizedAccessException;
}
