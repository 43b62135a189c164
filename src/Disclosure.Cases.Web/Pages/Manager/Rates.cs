using System.Globalization;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>Rates as pages write them.</summary>
internal static class Rates
{
    // Binary fractions: 0.0625 × 1000 + 0.5 must not be a hair below 63.
    private const double Rounding = 1e-9;

    /// <summary>A rate with one decimal, rounded half up, or a dash where nothing was owed.</summary>
    public static string Percent(this double? rate) => rate is { } known ? known.Percent() : "—";

    /// <inheritdoc cref="Percent(double?)"/>
    public static string Percent(this double rate) =>
        (rate.InTenths() / 10m).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>
    /// The change against the year before, in percentage points: the difference of the rates as they are shown; null where either is
    /// unknown.
    /// </summary>
    public static RateChange? Since(this double? now, double? before, IStringLocalizer<Words> words)
    {
        if (now is not { } here || before is not { } then)
        {
            return null;
        }

        var points = ((here.InTenths() - then.InTenths()) / 10m).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
        return new RateChange(points, words["较上年同期 {0}", points]);
    }

    // Tenths of a percent, as shown.
    private static int InTenths(this double rate) => (int)Math.Floor((rate * 1000) + 0.5 + Rounding);
}

/// <summary>How far a rate moved.</summary>
/// <param name="Points">In percentage points, with its sign: +1.2, −0.3, 0.0.</param>
/// <param name="Sentence">The same in words.</param>
internal sealed record RateChange(string Points, string Sentence)
{
    /// <summary>A class of the style sheet; the sign says the same.</summary>
    public string Tone => Points[0] switch { '+' => "up", '−' => "down", _ => "muted" };
}
