namespace Disclosure.Cases.Agencies;

/// <summary>
/// From a day on one agency continues another, which is merged into it. The record stays what it is: each agency keeps its
/// chain of events and its series of numbers, so a case stays under the agency that registered it, and numbers given stay
/// as given. But from that day on the successor signs and is sued in its place, its people work on the open cases, and
/// nothing new is registered under the agency that ended.
/// </summary>
/// <param name="AgencyId">The agency that ends.</param>
/// <param name="SuccessorId">The agency that continues it.</param>
/// <param name="From">The first day.</param>
public sealed record Succession(Guid AgencyId, Guid SuccessorId, DateOnly From);

/// <summary>What follows from the successions.</summary>
public static class Successions
{
    /// <summary>The agencies that an agency continues on a day, over any number of mergers.</summary>
    public static IReadOnlyList<Guid> ContinuedBy(this IReadOnlyList<Succession> all, Guid agencyId, DateOnly day)
    {
        var own = all.Where(each => each.SuccessorId == agencyId && each.From <= day).Select(each => each.AgencyId).ToList();
        return [.. own, .. own.SelectMany(each => all.ContinuedBy(each, day))];
    }

    /// <summary>The agencies that continue an agency on a day, the nearest first.</summary>
    public static IReadOnlyList<Guid> HeirsOf(this IReadOnlyList<Succession> all, Guid agencyId, DateOnly day) =>
        all.FirstOrDefault(each => each.AgencyId == agencyId && each.From <= day) is { } next
            ? [next.SuccessorId, .. all.HeirsOf(next.SuccessorId, day)]
            : [];
}
