using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.Demonstration.Stories;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Demonstration;

/// <summary>Which applications arrive where and when, and how each of them goes.</summary>
internal sealed partial class DistrictPlan(
    Cast cast, DemoCommandSender sender, Agenda agenda, DateOnly today, IProgress<DemonstrationProgress>? progress)
{
    private const int Seed = 711;

    private static readonly string[] Busy = ["land", "housing", "market", "police", "edu", "eco", "city", "labour", "longxi", "binjiang"];

    private int entered;
    private int arrived;

    /// <summary>Enters the whole district.</summary>
    public void Enter()
    {
        EnterGovernmentOf2020();
        EnterGovernmentSince2021();
        EnterRemarkable();
        EnterOrdinary();
        EnterOpenAtGovernment();
        EnterOpenElsewhere();
    }

    private void Enter(string slug, DateOnly day, Func<Story, Task> plot, Habits? habits = null)
    {
        var random = new Random(Seed + (7919 * entered++));
        var work = new CaseInHand(cast.Offices[slug], sender, agenda, random);
        var start = DemonstrationTime.At(sender.Calendar.WorkingDayFrom(day), (8 * 60) + 30 + random.Next(330));
        agenda.Enter(start, () =>
        {
            progress?.Report(new DemonstrationProgress(++arrived, entered, sender.Today));
            return plot(new Story(work, habits ?? Ordinarily(random), cast));
        });
    }

    // What goes otherwise than straight, as often as it does in an office.
    private static Habits Ordinarily(Random random) => new()
    {
        GivesReceipt = random.Next(8) == 0,
        FillsReviewForm = random.Next(12) == 0,
        ProvesService = random.Next(16) == 0,
        ReturnsDraft = random.Next(12) == 0,
        MailComesBack = random.Next(50) == 0,
        ArchivesAfter = random.Next(10) == 0 ? null : 12 + random.Next(25),
    };

    // 2020: received 36, all 36 served on time within the year; nothing came over from 2019, nothing went over into 2021.
    private void EnterGovernmentOf2020()
    {
        Func<Story, Task>[] plots =
        [
            story => story.Disclosed(), story => story.AlreadyPublic(), story => story.CorrectedAndAnswered(),
            story => story.NotThisAgency(), story => story.Disclosed(),
            story => story.ThirdPartyObjectsAndIsHeard(), story => story.PartlyDisclosed(), story => story.NotExisting(),
            story => story.Special(SpecialOf(TemplateCodes.NotAnApplication, "petition")),
            story => story.Disclosed(), story => story.AskedBySeveral(), story => story.Extended(),
            story => story.NotThisAgency(), story => story.AlreadyPublic(),
            story => story.Special(SpecialOf(TemplateCodes.RefusedInternalAffairs)),
            story => story.Disclosed(), story => story.StillUnclear(), story => story.PartlyDisclosed(),
            story => story.CoAuthorAnswers(), story => story.NotExisting(), story => story.Disclosed(), story => story.AlreadyPublic(),
            story => story.Special(SpecialOf(TemplateCodes.SpecialAccessRegime, "archives")),
            story => story.AskedThroughRepresentative(), story => story.NotThisAgency(),
            story => story.OtherAgencyAnswers(), story => story.Disclosed(), story => story.PartlyDisclosed(),
            story => story.Special(SpecialOf(TemplateCodes.RefusedDeliberativeProcess)), story => story.NotExisting(),
            story => story.AlreadyPublic(), story => story.Special(SpecialOf(TemplateCodes.NotAnApplication, "consultation")),
            story => story.Disclosed(), story => story.NotThisAgency(),
            story => story.Special(SpecialOf(TemplateCodes.PublicPublication)), story => story.Disclosed(),
        ];
        var first = new DateOnly(2020, 1, 6);
        for (var index = 0; index < plots.Length; index++)
        {
            Enter(DistrictData.GovernmentSlug, first.AddDays(index * 305 / (plots.Length - 1)), plots[index]);
        }
    }

    private void EnterGovernmentSince2021()
    {
        // What is open today at the district government is laid out by itself; everything older is answered.
        var (from, until) = (new DateOnly(2021, 1, 7), today.AddDays(-110));
        var random = new Random(Seed);
        const int DaysBetween = 31;
        for (var day = from; day < until; day = day.AddDays(DaysBetween - 6 + random.Next(12)))
        {
            Enter(DistrictData.GovernmentSlug, day, AnyPlot(DistrictData.GovernmentSlug, random));
        }

        foreach (var (plot, workingDaysAgo) in new (Func<Story, Task>, int)[]
        {
            (story => story.Disclosed(), 31), (story => story.NotThisAgency(), 29),
            (story => story.PartlyDisclosed(), 27), (story => story.AlreadyPublic(), 25),
        })
        {
            Enter(DistrictData.GovernmentSlug, sender.Calendar.WorkingDay(today, -workingDaysAgo), plot);
        }
    }

    private void EnterOrdinary()
    {
        var random = new Random(Seed + 1);
        var from = new DateOnly(2020, 1, 6);
        var days = today.DayNumber - from.DayNumber;
        foreach (var agency in cast.Data.Agencies.Where(agency => agency.Slug != DistrictData.GovernmentSlug))
        {
            var count = Busy.Contains(agency.Slug) ? 9 : agency.Kind == Agencies.AgencyKind.TownOrStreet ? 5 : 4;
            for (var index = 0; index < count; index++)
            {
                // Not all of these come to a reply: of those that do about one in thirty is late.
                var habits = Ordinarily(random);
                habits = habits with { LateBy = random.Next(16) == 0 ? 1 + random.Next(9) : 0 };
                Enter(agency.Slug, from.AddDays(random.Next(days)), AnyPlot(agency.Slug, random), habits);
            }
        }
    }

    private Func<Story, Task> AnyPlot(string slug, Random random)
    {
        var specials = cast.Data.Specials
            .Where(special => special.Agencies.Contains(slug) && special.Template != TemplateCodes.RefusedProhibitedByLaw).ToList();
        return random.Next(100) switch
        {
            < 32 => story => story.Disclosed(),
            < 44 => story => story.PartlyDisclosed(),
            < 56 => story => story.AlreadyPublic(),
            < 68 => story => story.NotExisting(),
            < 78 => story => story.NotThisAgency(),
            < 88 when specials.Count > 0 && specials[random.Next(specials.Count)] is var special => story => story.Special(special),
            < 91 => story => story.CorrectedAndAnswered(),
            < 94 => story => story.Extended(),
            < 96 => story => story.ThirdPartyAgrees(),
            < 98 when slug != DistrictData.GovernmentSlug => story => story.Withdrawn(),
            _ => story => story.AskedBySeveral(),
        };
    }

    private SpecialRequest SpecialOf(string template, string? variant = null) =>
        cast.Data.Specials.First(special => special.Template == template && (variant is null || special.Variant == variant));
}
