namespace Disclosure.Cases.SavedFilters;

/// <summary>Why a filter was not kept.</summary>
internal static class FilterRefusals
{
    /// <summary>The refusal; null when it was kept.</summary>
    public static Refusal? Refused(this FilterKeeping outcome) => outcome switch
    {
        FilterKeeping.Kept => null,
        FilterKeeping.NameTaken => new Refusal("filter.nameTaken") { Field = nameof(SaveFilter.Name) },
        FilterKeeping.TooMany => new Refusal("filter.tooMany", SaveFilter.Most),
        FilterKeeping.NotFound => new Refusal("filter.notFound"),
    };
}
