using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>Rates as the manager's pages compare them.</summary>
internal static class Rates
{
    /// <summary>The change against the year before; null where either is unknown.</summary>
    public static RateChange? Since(this double? now, double? before, IStringLocalizer<Words> words) =>
        now.PointsSince(before) is { } points ? new RateChange(points, words["较上年同期 {0}", points]) : null;
}

/// <summary>How far a rate moved.</summary>
/// <param name="Points">In percentage points, with its sign: +1.2, −0.3, 0.0.</param>
/// <param name="Sentence">The same in words.</param>
internal sealed record RateChange(string Points, string Sentence)
{
    /// <summary>A class of the style sheet; the sign says the same.</summary>
    public string Tone => Points[0] switch { '+' => "up", '−' => "down", _ => "muted" };
}
