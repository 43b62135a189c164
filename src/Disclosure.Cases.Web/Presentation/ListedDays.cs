using Disclosure.Cases.Web.Localisation;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>The days that a list of records is of.</summary>
internal static class ListedDays
{
    private const int UsualDays = 30;

    /// <summary>From the first to the last day as they were asked for; what is no such day is the usual one.</summary>
    public static (DateOnly From, DateOnly Until) Of(string? from, string? until, DateOnly today)
    {
        var last = Dates.Parse(until) is { } day && day < today ? day : today;
        return (Dates.Parse(from) is { } first && first <= last ? first : last.AddDays(1 - UsualDays), last);
    }
}
