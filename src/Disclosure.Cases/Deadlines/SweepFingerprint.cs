using System.Security.Cryptography;
using System.Text.Json;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Deadlines;

/// <summary>
/// What the days of an agency's alerts depend on beside its cases. Where it changes, every watched case is looked at once.
/// </summary>
public static class SweepFingerprint
{
    /// <summary>
    /// The fingerprint of the thresholds, the office's targets, the agency's calendar and this build of the program, which
    /// may reckon otherwise than the one before. 64 hexadecimal digits.
    /// </summary>
    /// <param name="rules">The thresholds.</param>
    /// <param name="targets">The office's targets.</param>
    /// <param name="calendar">The agency's calendar: notices and closures.</param>
    public static string Of(AlertRules rules, OfficeTargets targets, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(calendar);
        var build = typeof(SweepFingerprint).Module.ModuleVersionId;
        var content = new { Build = build, Rules = rules, Targets = targets, Calendar = calendar.Version };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)));
    }
}
