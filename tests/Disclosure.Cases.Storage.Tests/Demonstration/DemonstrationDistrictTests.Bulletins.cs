using Disclosure.Cases.Bulletins;
using Disclosure.Cases.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.Demonstration;

// Every bulletin since the first against SQL written by hand, which knows nothing of the rule in the program.
public sealed partial class DemonstrationDistrictTests
{
    // What a quarter owes: served in it, or due in it and not served by its end; a line each with whether it was on time.
    private const string OwedByHand = """
        SELECT c.agency_id || ' ' || c.register_number || ' ' || COALESCE(r.due_on, '-') || ' ' || r.served_on || ' ' ||
            CASE WHEN r.on_time = 1 AND r.served_on BETWEEN '{0}' AND '{1}' THEN 'on' ELSE 'late' END
        FROM replies r JOIN case_files c ON c.case_id = r.case_id
        WHERE c.stage <> 'Voided' AND (r.served_on BETWEEN '{0}' AND '{1}' OR (r.due_on BETWEEN '{0}' AND '{1}' AND r.served_on > '{1}'))
        UNION ALL
        SELECT c.agency_id || ' ' || c.register_number || ' ' || c.reply_due_on || ' - late'
        FROM case_files c WHERE c.is_open = 1 AND c.reply_due_on BETWEEN '{0}' AND '{1}' AND c.reply_due_on < '{2}'
        """;

    [Test]
    public async Task Bulletins_OfEveryQuarterAndAgency_AreWhatSqlByHandSays()
    {
        var (counted, lateInAll) = (0, 0);
        List<string>? before = null;
        for (var quarter = new Quarter(2020, 1); quarter.From <= Now; quarter = Quarter.Of(quarter.Until.AddDays(1)))
        {
            var (figures, byHand) = (await FiguresOf(quarter), await ByHandIn(quarter));
            using (Assert.EnterMultipleScope())
            {
                foreach (var agency in figures.Agencies)
                {
                    List<string> lines = [.. byHand.Where(line => line.StartsWith($"{agency.AgencyId} ", StringComparison.Ordinal))];
                    Assert.That(agency.Here.ToFigures().Owed, Is.EqualTo(lines.Count), $"{quarter} {agency.AgencyName}");
                    Assert.That(agency.Here.ServedOnTime, Is.EqualTo(lines.Count(IsOnTime)), $"{quarter} {agency.AgencyName}");
                }

                Assert.That(
                    figures.Late.Select(late => (late.RegisterNumber, late.DueOn)).Order(),
                    Is.EqualTo(byHand.Where(line => !IsOnTime(line)).Select(line => line.Split(' '))
                        .Select(parts => (parts[1], DateOnly.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture))).Order()),
                    $"{quarter}");
                if (before is not null)
                {
                    Assert.That(figures.Whole().Before.Owed, Is.EqualTo(before.Count), $"before {quarter}");
                    Assert.That(figures.Whole().Before.ServedOnTime, Is.EqualTo(before.Count(IsOnTime)), $"before {quarter}");
                }
            }

            (before, counted, lateInAll) = (byHand, counted + byHand.Count, lateInAll + figures.Late.Count);
        }

        Assert.That((counted > 300, lateInAll > 5), Is.EqualTo((true, true)), $"{counted} owed, {lateInAll} late");
    }

    [Test]
    public async Task Bulletin_OfThisQuarter_NamesEveryCaseThatIsOverdue_Once()
    {
        var figures = await FiguresOf(Quarter.Of(Now));
        var overdue = await district.Column(
            $"SELECT register_number FROM case_files WHERE is_open = 1 AND reply_due_on < '{Now:yyyy-MM-dd}' ORDER BY register_number");
        var named = figures.Late.Select(late => late.RegisterNumber)
            .Concat(figures.Endangered.Select(entry => entry.RegisterNumber)).ToList();
        Assert.That(overdue, Is.Not.Empty);
        Assert.That(overdue, Is.SubsetOf(named));
        Assert.That(figures.Endangered.Select(entry => entry.RegisterNumber), Is.Unique.And.None.AnyOf(
            figures.Late.Select(late => late.RegisterNumber).ToArray<object>()));
    }

    // The district was made for another day; its host goes by the time there is.
    private DateOnly Now => scope.ServiceProvider.GetRequiredService<TimeProvider>().Today();

    private static bool IsOnTime(string line) => line.EndsWith(" on", StringComparison.Ordinal);

    private Task<BulletinFigures> FiguresOf(Quarter quarter) =>
        scope.ServiceProvider.GetRequiredService<BulletinReading>().Figures(quarter, default);

    private Task<List<string>> ByHandIn(Quarter quarter) => district.Column(OwedByHand
        .Replace("{0}", $"{quarter.From:yyyy-MM-dd}", StringComparison.Ordinal)
        .Replace("{1}", $"{quarter.Until:yyyy-MM-dd}", StringComparison.Ordinal)
        .Replace("{2}", $"{Now:yyyy-MM-dd}", StringComparison.Ordinal));
}
