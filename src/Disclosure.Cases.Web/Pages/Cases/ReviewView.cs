using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>A disclosure review (art. 17) as pages show it: who, when, of what, and what was found.</summary>
/// <param name="Reviewer">Who reviewed.</param>
/// <param name="On">The day on which it was recorded.</param>
/// <param name="Items">The places of the items, from 1; none where all are meant.</param>
/// <param name="Conclusion">What was found.</param>
internal sealed record ReviewView(string Reviewer, DateOnly On, IReadOnlyList<int> Items, string? Conclusion)
{
    /// <summary>The reviews of a case, in the order of recording.</summary>
    public static IReadOnlyList<ReviewView> Of(CaseView view) =>
    [
        .. from row in view.History
           let reviewed = row.Event as DisclosureReviewed
           where reviewed is not null
           select new ReviewView(
               row.ActorName, ChinaTime.DayOf(row.OccurredAt), PlacesOf(view.File, reviewed.Items), view.Text(reviewed.Conclusion)),
    ];

    /// <summary>Which items, by their places; none where all are meant.</summary>
    public static IReadOnlyList<int> PlacesOf(CaseFile file, IReadOnlyList<Guid> items)
    {
        var places = Enumerable.Range(1, file.Items.Count).Where(place => items.Contains(file.Items[place - 1].Id)).ToList();
        return places.Count == file.Items.Count ? [] : places;
    }
}
