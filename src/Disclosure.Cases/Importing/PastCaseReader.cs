using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Registration;

namespace Disclosure.Cases.Importing;

/// <summary>What the rows of a ledger are judged by.</summary>
/// <param name="Today">Today in China.</param>
/// <param name="Codes">The codes that the agency has or had, the present one first.</param>
/// <param name="Officers">The agency's active clerks.</param>
/// <param name="Patterns">The district's patterns of numbers.</param>
/// <param name="Outcomes">What the words of outcomes mean.</param>
public sealed record LedgerSurroundings(
    DateOnly Today, IReadOnlyList<string> Codes, IReadOnlyList<User> Officers, NumberPatterns Patterns, PastOutcomes Outcomes);

/// <summary>
/// Reads past cases from the rows of a ledger, and says all that is wrong, each with its row and column. What is not wrong but should be
/// known blocks nothing.
/// </summary>
public sealed partial class PastCaseReader
{
    private static readonly char[] BetweenNames = ['、', '，', ',', ';', '；', '\n'];
    private static readonly string[] Sums = ["合计", "总计", "小计"];
    private static readonly ApplicantRules ApplicantRules = new();

    private readonly ImportLayout layout;
    private readonly LedgerSurroundings surroundings;
    private readonly List<ImportProblem> problems = [];
    private readonly List<ImportProblem> ofRow = [];
    private SheetRow row = new(0, false, []);

    private PastCaseReader(ImportLayout layout, LedgerSurroundings surroundings) =>
        (this.layout, this.surroundings) = (layout, surroundings);

    /// <summary>The columns without which there is no case.</summary>
    public static IReadOnlyList<LedgerColumn> Needed { get; } =
        [LedgerColumn.RegisterNumber, LedgerColumn.ReceivedOn, LedgerColumn.Applicant, LedgerColumn.Request];

    /// <summary>The cases that can be read, and everything that is wrong.</summary>
    public static (IReadOnlyList<PastCase> Cases, IReadOnlyList<ImportProblem> Problems) Read(
        IReadOnlyList<SheetRow> rows, ImportLayout layout, LedgerSurroundings surroundings)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(surroundings);
        var reader = new PastCaseReader(layout, surroundings);
        var cases = reader.Read(rows);
        return (cases, reader.problems);
    }

    private List<PastCase> Read(IReadOnlyList<SheetRow> rows)
    {
        foreach (var needed in Needed.Where(needed => layout.ColumnOf(needed) is null))
        {
            problems.Add(new ImportProblem(null, null, new Refusal("import.columnMissing", needed), true));
        }

        if (layout.OfficerId is not { } officer || surroundings.Officers.All(known => known.Id != officer))
        {
            problems.Add(new ImportProblem(null, null, new Refusal("import.officerMissing"), true));
        }

        if (problems.Count > 0)
        {
            return [];
        }

        var cases = new List<PastCase>();
        foreach (var each in rows.Where(each => each.Number > layout.HeadingRow))
        {
            problems.AddRange(ofRow);
            ofRow.Clear();
            row = each;
            if (Sums.Contains(ComparedText.Of(each.Cells.FirstOrDefault(cell => !cell.IsEmpty).Text)))
            {
                Warn(null, new Refusal("import.sumLeftOut"));
                continue;
            }

            if (each.IsHidden)
            {
                Warn(null, new Refusal("import.rowHidden"));
            }

            var read = Case();
            if (read is not null && !ofRow.Exists(problem => problem.Blocks))
            {
                cases.Add(read);
            }
        }

        problems.AddRange(ofRow);
        if (cases.Count == 0 && problems.Count == 0)
        {
            problems.Add(new ImportProblem(null, null, new Refusal("import.noRows", layout.HeadingRow), true));
        }

        return cases;
    }

    private PastCase? Case()
    {
        var outcome = Outcome();
        var (arrived, received) = (Day(LedgerColumn.ArrivedOn), Day(LedgerColumn.ReceivedOn));
        if (received is null && !IsFaulty(LedgerColumn.ReceivedOn))
        {
            Refuse(LedgerColumn.ReceivedOn, new Refusal("import.empty"));
        }

        if (arrived > received)
        {
            Refuse(LedgerColumn.ArrivedOn, new Refusal("import.arrivedAfterReceipt", arrived, received));
        }

        var channel = Chosen(LedgerColumn.Channel, LedgerWords.ChannelOf) ?? layout.Channel;
        var register = Number(LedgerColumn.RegisterNumber, SeriesKind.Register, received);
        if (register is null && Text(LedgerColumn.RegisterNumber).Length == 0)
        {
            Refuse(LedgerColumn.RegisterNumber, new Refusal("import.empty"));
        }

        var request = Text(LedgerColumn.Request);
        if (PrintedText.Fault(request, lines: true) is { } fault)
        {
            Refuse(LedgerColumn.Request, fault);
        }

        var withdrawn = Day(LedgerColumn.WithdrawnOn);
        var isWithdrawn = outcome?.IsWithdrawn == true || (withdrawn is not null && outcome is { Letter: null });
        var reply = outcome?.Letter is { } letter ? Reply(letter, received) : null;
        if (isWithdrawn)
        {
            withdrawn ??= Day(LedgerColumn.ServedOn) ?? Day(LedgerColumn.DecidedOn);
            if (withdrawn is null)
            {
                Refuse(LedgerColumn.WithdrawnOn, new Refusal("import.withdrawnWithoutDay"));
            }
            else if (withdrawn < received)
            {
                Refuse(LedgerColumn.WithdrawnOn, new Refusal("import.beforeReceipt", withdrawn, received));
            }
        }
        else if (outcome == PastOutcome.Open)
        {
            IsOpenIndeed();
        }

        var applicants = Applicants();
        return received is null || register is null ? null : new PastCase(
            row.Number, register, channel, arrived ?? received.Value, received.Value, applicants, request, Officer(), reply,
            isWithdrawn ? withdrawn : null);
    }

    // A day or number of a reply without an outcome was forgotten rather than none.
    private void IsOpenIndeed()
    {
        foreach (var column in new[] { LedgerColumn.ServedOn, LedgerColumn.ReplyNumber, LedgerColumn.DecidedOn })
        {
            if (Text(column).Length > 0)
            {
                Refuse(LedgerColumn.Outcome, new Refusal("import.outcomeMissing", column));
                return;
            }
        }

        Warn(LedgerColumn.Outcome, new Refusal("import.open"));
    }

    private PastOutcome? Outcome()
    {
        var words = Text(LedgerColumn.Outcome);
        var outcome = surroundings.Outcomes.Find(words);
        if (outcome is null)
        {
            Refuse(LedgerColumn.Outcome, new Refusal("import.outcomeUnknown", Cut(words)));
        }

        return outcome;
    }

    private List<Applicant> Applicants()
    {
        var text = Text(LedgerColumn.Applicant);
        var kind = Chosen(LedgerColumn.ApplicantKind, LedgerWords.KindOf) ?? layout.Kind;
        var names = kind == ApplicantKind.NaturalPerson
            ? text.Split(BetweenNames, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [text];
        var applicants = names.Select((name, index) => new Applicant(
            kind, name,
            index == 0 ? Optional(LedgerColumn.IdentityNumber) : null,
            index == 0 ? Optional(LedgerColumn.Contact) : null,
            index == 0 ? Optional(LedgerColumn.Address) : null, false, null) { NumberConfirmed = true }).ToList();
        if (applicants.Count == 0)
        {
            Refuse(LedgerColumn.Applicant, new Refusal("import.empty"));
        }

        foreach (var failure in applicants.SelectMany(applicant => ApplicantRules.Validate(applicant).Errors))
        {
            Refuse(
                failure.PropertyName switch
                {
                    nameof(Applicant.IdentityNumber) => LedgerColumn.IdentityNumber,
                    nameof(Applicant.Contact) => LedgerColumn.Contact,
                    nameof(Applicant.Address) => LedgerColumn.Address,
                    _ => LedgerColumn.Applicant,
                },
                (Refusal)failure.CustomState);
        }

        if (applicants is [var first, ..] && first.Doubt() is not null)
        {
            Warn(LedgerColumn.IdentityNumber, new Refusal("import.identityDoubt"));
        }

        return applicants;
    }

    private Guid Officer()
    {
        var name = Text(LedgerColumn.Officer);
        var known = surroundings.Officers.Where(officer => officer.Name == name || officer.SignInName == name).ToList();
        if (name.Length > 0 && known.Count != 1)
        {
            Warn(LedgerColumn.Officer, new Refusal("import.officerUnknown", Cut(name)));
        }

        return known is [var only] ? only.Id : layout.OfficerId!.Value;
    }
}
