using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.Demonstration.Stories;

namespace Disclosure.Cases.Demonstration;

// What is on the desks today, at every stage, with due dates from late to far off.
internal sealed partial class DistrictPlan
{
    private void EnterOpenAtGovernment()
    {
        const string Government = DistrictData.GovernmentSlug;
        EnterDue(Government, -2, Reached.Submitted);
        EnterDue(Government, -1, Reached.Approved);
        EnterDue(Government, 0, Reached.Submitted);
        EnterDue(Government, 1, Reached.Approved);
        EnterDue(Government, 1, Reached.Held);
        EnterDue(Government, 3, Reached.Returned);
        EnterDue(Government, 3, Reached.Decided);
        EnterDue(Government, 6, Reached.Drafted);
        EnterDue(Government, 6, Reached.Ours);
        EnterDue(Government, 13, Reached.Complete);
        EnterDue(Government, 17, Reached.Received);
        EnterAgo(Government, 13, story => story.Consults());
        EnterAgo(Government, 23, story => story.ExtendedAndOpen());
        EnterAgo(Government, 5, story => story.AwaitsCorrection());
        EnterAgo(Government, 10, story => story.Corrected());
        EnterAgo(Government, 9, story => story.AwaitsExplanation());
        EnterAgo(Government, 12, story => story.AwaitsPayment());
        EnterAgo(Government, 9, story => story.SeveralOutcomesInReview());
        EnterAgo(Government, 1, story => story.Unconfirmed(Channel.Internet));
        EnterAgo(Government, 3, story => story.Unconfirmed(Channel.OrdinaryPost));
    }

    private void EnterOpenElsewhere()
    {
        EnterDue("housing", -4, Reached.Drafted, story => story.AnswersInquiry(sender.Calendar.WorkingDay(today, -3)));
        EnterDue("land", -2, Reached.Submitted);
        EnterDue("longxi", -1, Reached.Held, story => story.IsAskedAbout(sender.Calendar.WorkingDay(today, -1)));
        EnterDue("jinzhu", -7, Reached.Ours);
        EnterDue("market", 0, Reached.Approved);
        EnterDue("eco", 1, Reached.Submitted);
        EnterDue("city", 2, Reached.Decided);
        EnterDue("police", 3, Reached.Held);
        EnterDue("housing", 5, Reached.Submitted);
        EnterDue("edu", 8, Reached.Ours);
        EnterDue("binjiang", 12, Reached.Complete);
        EnterDue("longxi", 16, Reached.Received);
        EnterAgo("housing", 12, story => story.Consults());
        EnterAgo("land", 14, story => story.AwaitsCorrection());
        EnterAgo("finance", 13, story => story.AwaitsPayment());
        EnterAgo("labour", 8, story => story.AwaitsExplanation());
        EnterAgo("justice", 90, story => story.ReopenedAndOpen(20, 30));
        EnterAgo("longxi", 6, story => story.WithdrawnAndOpen());
        EnterAgo("health", 1, story => story.Unconfirmed(Channel.Email));
        EnterAgo("xuefu", 4, story => story.Unconfirmed(Channel.Fax));
    }

    /// <summary>An application whose reply is due so many working days from today; negative: was due.</summary>
    private void EnterDue(string slug, int workingDaysFromToday, Reached reached, Func<Story, Task>? then = null)
    {
        var dueOn = sender.Calendar.WorkingDay(today, workingDaysFromToday);
        Enter(slug, sender.Calendar.ReceivedFor(dueOn), Plot, new Habits { GivesReceipt = workingDaysFromToday % 3 == 0 });

        async Task Plot(Story story)
        {
            await story.OpenAt(reached, today);
            await (then?.Invoke(story) ?? Task.CompletedTask);
        }
    }

    private void EnterAgo(string slug, int workingDaysAgo, Func<Story, Task> plot) =>
        Enter(slug, sender.Calendar.WorkingDay(today, -workingDaysAgo), plot, new Habits { ArchivesAfter = null });
}
