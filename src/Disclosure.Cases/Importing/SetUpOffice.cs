using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Numbering;
using FluentValidation;
using MediatR;

namespace Disclosure.Cases.Importing;

/// <summary>
/// 导入机关、人员和起始号: carries out the rows of a workbook, each by the command that does it by hand, with its rights, its rules and its
/// entry in the journal: all in one transaction, or none.
/// </summary>
/// <param name="Content">The workbook.</param>
/// <param name="IsTrial">Whether it is only tried: nothing stays.</param>
public sealed record SetUpOffice([property: NotPrinted] byte[] Content, bool IsTrial) : ICommand<OfficeSetUp>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator | Role.SecurityAdministrator;
}

/// <summary>What became of a workbook.</summary>
/// <param name="Done">How many rows of each sheet can be, or were, carried out.</param>
/// <param name="Problems">What is wrong; where there is anything, nothing was done.</param>
public sealed record OfficeSetUp(IReadOnlyDictionary<string, int> Done, IReadOnlyList<OfficeProblem> Problems);

/// <summary>Something that is wrong in a workbook.</summary>
/// <param name="Sheet">The sheet's name; empty for the file.</param>
/// <param name="Row">The row, from 1; null for the whole sheet.</param>
/// <param name="Column">The column, from 0; null for the whole row.</param>
public sealed record OfficeProblem(string Sheet, int? Row, int? Column, Refusal Refusal);

internal sealed class SetUpOfficeRules : AbstractValidator<SetUpOffice>
{
    public SetUpOfficeRules() => RuleFor(command => command.Content).Must(content => content.Length > 0).Refuse("file.empty");
}

internal sealed class SetUpOfficeHandler(
    ISheetReader reader, IMediator mediator, IAgencies agencies, IUnitOfWork work, TimeProvider time)
    : ICommandHandler<SetUpOffice, OfficeSetUp>
{
    private readonly List<OfficeProblem> problems = [];

    public async Task<Result<OfficeSetUp>> Handle(SetUpOffice request, CancellationToken cancellationToken)
    {
        var read = reader.Read(request.Content);
        return !read.Succeeded
            ? Result<OfficeSetUp>.Refused([.. read.Refusals.Select(refusal => refusal with { Field = nameof(request.Content) })])
            : await work.Run(
                () => CarryOut(read.Value, cancellationToken), setUp => !request.IsTrial && setUp.Problems.Count == 0, cancellationToken);
    }

    private async Task<OfficeSetUp> CarryOut(IReadOnlyList<ImportedSheet> sheets, CancellationToken cancellation)
    {
        problems.Clear();
        var done = new Dictionary<string, int>();
        foreach (var sheet in OfficeSheets.All)
        {
            done[sheet.Name] = 0;
            foreach (var row in Rows(sheet, sheets))
            {
                var command = await Command(row, cancellation);
                if (row.Problems.Count == 0)
                {
                    row.Problems.AddRange((await command(cancellation)).Select(row.Place));
                }

                done[sheet.Name] += row.Problems.Count == 0 ? 1 : 0;
                problems.AddRange(row.Problems);
            }
        }

        if (problems.Count == 0 && done.Values.Sum() == 0)
        {
            problems.Add(new OfficeProblem("", null, null, new Refusal("office.noRows")));
        }

        return new OfficeSetUp(done, problems);
    }

    private IEnumerable<OfficeRow> Rows(OfficeSheet known, IReadOnlyList<ImportedSheet> sheets)
    {
        if (sheets.FirstOrDefault(sheet => sheet.Name.Trim() == known.Name) is not { Rows.Count: > 0 } found)
        {
            return [];
        }

        var heading = found.Rows[0];

        if (found.IsHidden)
        {
            problems.Add(new OfficeProblem(known.Name, null, null, new Refusal("office.sheetHidden")));
            return [];
        }

        var columns = known.Columns.ToDictionary(
            column => column.Field,
            column => Enumerable.Range(0, heading.Cells.Count).Cast<int?>()
                .FirstOrDefault(at => LedgerHeadings.Compared(heading[at!.Value].Text) == column.Heading));
        var missing = known.Columns.Where(column => columns[column.Field] is null).ToList();
        problems.AddRange(missing.Select(column => new OfficeProblem(
            known.Name, heading.Number, null, new Refusal("office.headingMissing", column.Heading))));
        return missing.Count > 0 ? [] : found.Rows.Skip(1).Select(row => new OfficeRow(known, row, columns));
    }

    private async Task<Func<CancellationToken, Task<IReadOnlyList<Refusal>>>> Command(OfficeRow row, CancellationToken cancellation)
    {
        if (row.Sheet == OfficeSheets.Agencies)
        {
            return Sends(new AddAgency(row.Day(nameof(AddAgency.From)), new AgencyParticulars(
                Text(nameof(Agency.Name)), Text(nameof(Agency.Code)), row.Named<AgencyKind>(Of(nameof(Agency.Kind))),
                Text(nameof(Agency.Office)), Text(nameof(Agency.Address)), Text(nameof(Agency.Postcode)), Text(nameof(Agency.Phone)),
                Text(nameof(Agency.ReconsiderationOrgan)), Text(nameof(Agency.ReconsiderationAddress)), Text(nameof(Agency.Court)),
                row.Named<MastheadKind>(Of(nameof(Agency.Masthead))))));
        }

        var agency = await AgencyOf(row, cancellation);
        return row.Sheet == OfficeSheets.Users
            ? Sends(new AddUser(
                row.Text(nameof(AddUser.SignInName)), row.Text(nameof(AddUser.Name)), row.Text(nameof(AddUser.Password)), agency,
                row.Roles(nameof(AddUser.Roles))))
            : Sends(new OpenNumberSeries(
                agency, row.Named<SeriesKind>(nameof(OpenNumberSeries.Series)), row.Number(nameof(OpenNumberSeries.Year)),
                row.Number(nameof(OpenNumberSeries.FirstOrdinal))));

        string Text(string particular) => row.Text(Of(particular));

        static string Of(string particular) => $"{nameof(AddAgency.Particulars)}.{particular}";
    }

    // By its code, or its name of today or of the day from which it will be there.
    private async Task<Guid> AgencyOf(OfficeRow row, CancellationToken cancellation)
    {
        var text = row.Text(nameof(AddUser.AgencyId));
        var today = time.Today();
        var found = (await agencies.History(cancellation)).Where(version => version.Code == text || version.Name == text)
            .OrderBy(version => version.ValidFrom > today).Select(version => version.Id).Distinct().ToList();
        if (found is [var only])
        {
            return only;
        }

        row.Refuse(nameof(AddUser.AgencyId), new Refusal(text.Length == 0 ? "import.empty" : "office.agencyUnknown", text));
        return default;
    }

    private Func<CancellationToken, Task<IReadOnlyList<Refusal>>> Sends<T>(ICommand<T> command) =>
        async cancellation => (await mediator.Send(command, cancellation)).Refusals;

    /// <summary>A row with what is wrong in it.</summary>
    private sealed record OfficeRow(OfficeSheet Sheet, SheetRow Row, Dictionary<string, int?> Columns)
    {
        public List<OfficeProblem> Problems { get; } = [];

        public string Text(string field)
        {
            var cell = Row[Columns[field]!.Value];
            if (cell.Fault is { } fault)
            {
                Refuse(field, new Refusal(fault));
            }

            return cell.Text;
        }

        public DateOnly Day(string field)
        {
            var text = Text(field);
            if ((Row[Columns[field]!.Value].Day ?? WrittenDay.Read(text)) is { } day)
            {
                return day;
            }

            Refuse(field, text.Length == 0 ? new Refusal("import.empty") : new Refusal("import.noDay", text));
            return default;
        }

        public int Number(string field)
        {
            var text = Text(field);
            if (int.TryParse(ComparedText.Of(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            Refuse(field, text.Length == 0 ? new Refusal("import.empty") : new Refusal("office.noNumber", text));
            return default;
        }

        public T Named<T>(string field)
            where T : struct, Enum => One<T>(field, Text(field)) ?? default;

        public Role Roles(string field) => Text(field).Split(['、', '，', ',', ' ', ';', '；'], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => One<Role>(field, name) ?? Role.None).Aggregate(Role.None, (all, role) => all | role);

        public void Refuse(string field, Refusal refusal) => Problems.Add(Place(refusal with { Field = field }));

        public OfficeProblem Place(Refusal refusal) => new(
            Sheet.Name, Row.Number, refusal.Field is { } field ? Columns.GetValueOrDefault(field) : null, refusal with { Field = null });

        // By the name that the program has for it, in either language.
        private T? One<T>(string field, string text)
            where T : struct, Enum
        {
            var compared = ComparedText.Of(text);
            foreach (var value in Enum.GetValues<T>().Where(IsOffered))
            {
                if (compared.Length > 0 && new[] { Texts.Chinese, Texts.English }.Select(language => Texts.Name(value, language))
                    .Append(StoredNames.Of(value)).Any(name => ComparedText.Of(name) == compared))
                {
                    return value;
                }
            }

            Refuse(field, new Refusal("import.wordUnknown", text, string.Join(
                '、', Enum.GetValues<T>().Where(IsOffered).Select(value => Texts.Name(value, Texts.CurrentLanguage)))));
            return null;
        }

        private static bool IsOffered<T>(T value)
            where T : struct, Enum => value is not Role role || (role != Role.None && AdministratorSeparation.OfPeople.HasFlag(role));
    }
}
