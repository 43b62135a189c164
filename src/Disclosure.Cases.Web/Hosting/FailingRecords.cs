using System.Globalization;
using Disclosure.Cases.Storage;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>What a host answers where the records cannot be read or written: 503, and when to ask again.</summary>
internal static class FailingRecords
{
    /// <summary>When to ask again, in seconds: a database that was restarted is there by then.</summary>
    public const int AskAgainAfter = 10;

    /// <summary>Whether that is what failed; then the answer says so.</summary>
    public static bool Answer(HttpResponse response, Exception problem)
    {
        if (StorageObstacle.Of(problem) is null)
        {
            return false;
        }

        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = AskAgainAfter.ToString(CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>Whether nobody knows what became of what was asked.</summary>
    public static bool IsUncertain(Exception problem) => problem is OutcomeUnknownException;
}
