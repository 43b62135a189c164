using System.Globalization;

namespace Disclosure.Cases.Reporting;

/// <summary>Rates as pages and documents show them.</summary>
public static class RateDisplay
{
    // Binary fractions: 0.0625 × 1000 + 0.5 must not be a hair below 63.
    private const double Rounding = 1e-9;

    /// <summary>Tenths of a percent as shown: rounded half up.</summary>
    public static int InTenths(this double rate) => (int)Math.Floor((rate * 1000) + 0.5 + Rounding);

    /// <summary>A rate with one decimal, or a dash where nothing was owed.</summary>
    public static string Percent(this double? rate) => rate is { } known ? known.Percent() : "—";

    /// <inheritdoc cref="Percent(double?)"/>
    public static string Percent(this double rate) =>
        (rate.InTenths() / 10m).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>
    /// How far a rate moved, in percentage points with the sign (+1.2, −0.3, 0.0): the difference of the rates as they are shown; null
    /// where either is unknown.
    /// </summary>
    public static string? PointsSince(this double? now, double? before) => now is { } here && before is { } then
        ? ((here.InTenths() - then.InTenths()) / 10m).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture)
        : null;
}
