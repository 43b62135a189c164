using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

// What colleagues were asked for.
public sealed partial class CaseFile
{
    private readonly List<Asking> askings = [];

    /// <summary>
    /// What colleagues were asked for and have not done yet, in the order of asking. None once the case has ended: nobody is asked for
    /// anything in it any more.
    /// </summary>
    public IReadOnlyList<Asking> OpenAskings => IsOpen ? askings : [];

    private void Apply(ColleagueAsked asked) => askings.Add(new Asking(
        asked.AskingId, asked.Task, asked.ColleagueId, asked.AskerId, asked.Items, asked.On, asked.RespondBy, asked.Remark));

    // Somebody else's review is not the one asked for: whoever reviewed may yet draft the letter, and cannot then (art. 17). Of several
    // items what is left stays asked for.
    private void Apply(DisclosureReviewed reviewed)
    {
        ForEach(reviewed.Items, item => item.Review(reviewed));
        AskNoMore(
            reviewed.Items, asking => asking.Task == ColleagueTask.DisclosureReview && asking.ColleagueId == reviewed.ReviewerId);
    }

    private void AskNoMore(IReadOnlyList<Guid> done, Predicate<Asking> concerned)
    {
        for (var index = 0; index < askings.Count; index++)
        {
            if (concerned(askings[index]))
            {
                askings[index] = askings[index] with { Items = [.. askings[index].Items.Except(done)] };
            }
        }

        askings.RemoveAll(asking => asking.Items.Count == 0);
    }
}
