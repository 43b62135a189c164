using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

/// <summary>One requested item (申请事项) and how far it has come.</summary>
public sealed class CaseItem(ItemRef reference)
{
    private readonly List<DisclosureReviewed> reviews = [];
    private readonly List<SearchRecorded> searches = [];

    /// <summary>The item.</summary>
    public Guid Id { get; } = reference.Id;

    /// <summary>What is asked for, in the applicant's words; since a correction, in the corrected ones (art. 30).</summary>
    public TextRef Description { get; internal set; } = reference.Description;

    /// <summary>What was asked for in the application, before any correction.</summary>
    public TextRef FirstDescription { get; private set; } = reference.Description;

    /// <summary>Whether a correction changed what is asked for.</summary>
    public bool IsCorrected => Description != FirstDescription;

    /// <summary>The question that comes next.</summary>
    public ReplyStep Step { get; internal set; } = ReplyStep.Completeness;

    /// <summary>What the answers so far lead to; null until one of them settles it.</summary>
    public ItemOutcome? Outcome { get; internal set; }

    /// <summary>The last answer given, if any.</summary>
    public StepAnswer? LastAnswer { get; internal set; }

    /// <summary>What the last search for it found; null while none is on record.</summary>
    public int? Found => searches.Count > 0 ? searches[^1].Found : null;

    /// <summary>The day of the last search for it; null while none is on record.</summary>
    public DateOnly? SearchedOn => searches.Count > 0 ? searches[^1].On : null;

    /// <summary>The searches for it, in their order.</summary>
    public IReadOnlyList<SearchRecorded> Searches => searches;

    /// <summary>Whether a search for it is on record.</summary>
    public bool IsSearched => searches.Count > 0;

    /// <summary>The reviews of its disclosure that still stand (art. 17), in their order.</summary>
    public IReadOnlyList<DisclosureReviewed> Reviews => reviews;

    /// <summary>Who reviewed its disclosure.</summary>
    public IReadOnlySet<Guid> ReviewedBy => reviews.Select(review => review.ReviewerId).ToHashSet();

    /// <summary>The served document that answers it, or null.</summary>
    public Guid? AnsweredBy { get; internal set; }

    // What was wrongly recorded was never asked for, unless the applicant has changed it since.
    internal void Correct(TextRef words)
    {
        (FirstDescription, Description) = (IsCorrected ? FirstDescription : words, words);
        ForgetReviews();
    }

    /// <summary>What is asked for, or what is decided on it, is something else now: nobody has reviewed that yet (art. 17).</summary>
    internal void ForgetReviews() => reviews.Clear();

    internal void Review(DisclosureReviewed review) => reviews.Add(review);

    internal void Search(SearchRecorded search)
    {
        searches.Add(search);
        ForgetReviews();
    }
}

