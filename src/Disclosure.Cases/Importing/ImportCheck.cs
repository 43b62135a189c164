using Disclosure.Cases.Agencies;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Importing;

/// <summary>What an import would do: a dry run.</summary>
/// <param name="Sheets">The sheets that can be chosen.</param>
/// <param name="HiddenSheets">The names of those that the file hides, of which nothing is read.</param>
/// <param name="Cases">The cases that can be read.</param>
/// <param name="Problems">What is wrong, by row.</param>
public sealed record ImportPlan(
    IReadOnlyList<ImportedSheet> Sheets, IReadOnlyList<string> HiddenSheets, IReadOnlyList<PastCase> Cases,
    IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>Whether it can be carried out.</summary>
    public bool IsSound => Cases.Count > 0 && !Problems.Any(problem => problem.Blocks);
}

/// <summary>Reads a file as its layout says, and compares it with what is there already.</summary>
public sealed class ImportCheck(
    ISheetReader reader, IPastNumbers numbers, IAgencies agencies, IUsers users, IReplyTemplates templates, NumberPatterns patterns,
    TimeProvider time)
{
    /// <summary>The plan of an import, or why the file cannot be read.</summary>
    public async Task<Result<ImportPlan>> Of(Import import, byte[] content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        var read = reader.Read(content);
        if (!read.Succeeded)
        {
            return Result<ImportPlan>.Refused(read.Refusals);
        }

        var sheets = ImportLayout.Choices(read.Value);
        var hidden = read.Value.Where(sheet => sheet.IsHidden).Select(sheet => sheet.Name).ToList();
        if (import.Layout.Sheet >= sheets.Count)
        {
            return new ImportPlan(sheets, hidden, [], [new ImportProblem(null, null, new Refusal("import.noSheet"), true)]);
        }

        var (cases, problems) = PastCaseReader.Read(
            sheets[import.Layout.Sheet].Rows, import.Layout, await Surroundings(import.AgencyId, cancellation));
        var doubles = await Doubles(import, cases, cancellation);
        return new ImportPlan(
            sheets, hidden, cases,
            [.. problems.Concat(doubles).OrderByDescending(problem => problem.Blocks).ThenBy(problem => problem.Row)]);
    }

    private async Task<LedgerSurroundings> Surroundings(Guid agencyId, CancellationToken cancellation)
    {
        var today = time.Today();
        var now = await agencies.On(agencyId, today, cancellation);
        var codes = (await agencies.History(cancellation)).Where(version => version.Id == agencyId).Select(version => version.Code);
        return new LedgerSurroundings(
            today, [.. codes.Prepend(now.Code).Distinct()],
            [.. (await users.OfAgency(agencyId, cancellation)).Where(user => user.AgencyId == agencyId && user.Roles.HasFlag(Role.Clerk))],
            patterns, new PastOutcomes(templates));
    }

    // A number is given once: in the file, in the ledger, and in the part of a series that the program has given out.
    private async Task<List<ImportProblem>> Doubles(Import import, IReadOnlyList<PastCase> cases, CancellationToken cancellation)
    {
        var problems = new List<ImportProblem>();
        var all = cases.SelectMany(one => NumbersOf(import.AgencyId, one)).ToList();
        foreach (var same in all.GroupBy(number => number.Number.Text).Where(same => same.Count() > 1))
        {
            var rows = string.Join('、', same.Select(number => number.Row).Distinct());
            problems.AddRange(same.Select(number => Problem(number, new Refusal("import.numberTwice", same.Key, rows))));
        }

        var taken = await numbers.Taken([.. all.Select(number => number.Number.Text).Distinct()], cancellation);
        problems.AddRange(all.Where(number => taken.Contains(number.Number.Text))
            .Select(number => Problem(number, new Refusal("import.numberTaken", number.Number.Text))));
        foreach (var series in all.Where(number => number.Number.Ordinal is not null).GroupBy(number => number.Series))
        {
            var (first, last) = await numbers.StateOf(series.Key, cancellation);
            if (last >= first)
            {
                problems.AddRange(series.Where(number => number.Number.Ordinal >= first && !taken.Contains(number.Number.Text))
                    .Select(number => Problem(number, new Refusal("import.seriesHasBegun", number.Number.Text, first))));
            }
        }

        return problems;

        ImportProblem Problem((int Row, LedgerColumn Column, NumberSeries Series, PastNumber Number) number, Refusal refusal) =>
            new(number.Row, import.Layout.ColumnOf(number.Column), refusal, true);
    }

    /// <summary>The numbers of a case, each with its series.</summary>
    public static IEnumerable<(int Row, LedgerColumn Column, NumberSeries Series, PastNumber Number)> NumbersOf(Guid agencyId, PastCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        yield return (
            one.Row, LedgerColumn.RegisterNumber, new NumberSeries(agencyId, SeriesKind.Register, one.RegisterNumber.Year),
            one.RegisterNumber);
        if (one.Reply is { Number: { } number } reply)
        {
            yield return (
                one.Row, LedgerColumn.ReplyNumber,
                new NumberSeries(agencyId, reply.Letter.Template.Series ?? SeriesKind.Decision, number.Year), number);
        }
    }
}
