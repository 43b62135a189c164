using Disclosure.Cases.Agencies;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Bulletins;

/// <summary>The figures of a quarter as they are today, from what the manager's overview counts.</summary>
public sealed class BulletinReading(
    ICaseQueries queries, IOpenCases openCases, IAgencies agencies, IBulletins bulletins, CalendarsInForce calendars, TimeProvider time)
{
    /// <summary>The figures under the threshold in force.</summary>
    public async Task<BulletinFigures> Figures(Quarter quarter, CancellationToken cancellation) => BulletinFigures.Of(
        quarter, time.Today(), await bulletins.Threshold(cancellation), await agencies.AllOn(quarter.Until, cancellation),
        await queries.RateCases(quarter.Previous().From, quarter.Until, null, cancellation),
        await openCases.Of(null, cancellation), calendars.Snapshot);

    /// <summary>Whether a quarter has begun, and is the one that ended last or none before the first figures.</summary>
    public async Task<bool> Knows(Quarter quarter, CancellationToken cancellation)
    {
        var last = Quarter.Of(time.Today()).Previous().Until;
        return quarter.From <= time.Today()
            && (quarter.Until >= last || quarter.Until >= await bulletins.FirstFigureOn(cancellation));
    }
}
