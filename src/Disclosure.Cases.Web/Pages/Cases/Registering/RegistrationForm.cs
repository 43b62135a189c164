using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases.Registering;

/// <summary>
/// A registration as somebody fills it in: its inputs, what was typed into them, and the command that they make. What the
/// channel and the applicant do not ask for is not read, and stays on the page as it was typed.
/// </summary>
internal sealed class RegistrationForm(
    IFormCollection? typed, IReadOnlyList<User> officers, Guid clerkId, DateOnly today, IStringLocalizer<Words> words)
{
    /// <summary>How many applicants an application has at most.</summary>
    public const int MostApplicants = 100;

    /// <summary>How many items an application has at most.</summary>
    public const int MostItems = 50;

    // What is more than an application can have is shown and refused, not dropped; nobody sends more rows than a form takes.
    private const int MostRows = 1024;

    /// <summary>Rows of applicants on the page; more come with a button.</summary>
    public int Applicants { get; private set; } = RowsOf(typed, "Applicants[");

    /// <summary>Rows of items on the page; more come with a button.</summary>
    public int Items { get; private set; } = RowsOf(typed, "Items[");

    public IReadOnlyList<Finding> Findings { get; set; } = [];

    /// <summary>Whether anybody or anything was named: a channel alone is not worth keeping.</summary>
    public bool SaysAnything =>
        typed is not null && (Enumerable.Range(0, Applicants).Any(IsFilled) || Enumerable.Range(0, Items).Any(HasItem));

    /// <summary>Where the inputs stand; of several applicants each label says whose it is.</summary>
    public IEnumerable<Place> Places =>
    [
        .. Arrival().Places,
        .. Transfer().Places,
        .. Enumerable.Range(0, Applicants).SelectMany(row => Applicant(row).Places.Concat(Representative(row).Places)
            .Select(place => Applicants == 1 ? place : place with { Label = $"{words["申请人 {0}", row + 1]} · {place.Label}" })),
        .. Enumerable.Range(0, Items).SelectMany(row => Item(row).Places),
        .. Handling().Places,
        .. Accessibility().Places,
    ];

    public FieldSet Arrival() => Fields(
        ChosenChannel,
        new Field("Channel", words["提交渠道"], FieldKind.Choice) { Options = ApplicantFields.Asking<Channel>(RegistrationQuestions.Of) },
        new Field("ArrivedOn", words["提交、签收或者到达之日"], FieldKind.Date)
        {
            Value = today.Iso(),
            Article = 31,
            LabelsWhen =
            [
                ApplicantFields.Label(RegistrationQuestion.DayOfSubmission),
                ApplicantFields.Label(RegistrationQuestion.DayOfSignature),
                ApplicantFields.Label(RegistrationQuestion.DayOfArrival),
            ],
        },
        new Field("ConfirmedOn", Name(RegistrationQuestion.DayOfConfirmation), FieldKind.Date)
        {
            Optional = true, Article = 31, When = nameof(RegistrationQuestion.DayOfConfirmation), Hint = words["尚未确认的先不填，登记后再记录。"],
        });

    public FieldSet Transfer() => Fields(
        ChosenChannel, new Field("TransferredFrom", Name(RegistrationQuestion.TransferringOffice), FieldKind.Line) { Optional = true });

    public FieldSet Applicant(int row) => Fields(ChosenKind(row), ApplicantFields.Of(
        At(row), ApplicantFields.IsDoubted(typed, At(row)), null, words));

    public FieldSet Representative(int row) => Fields(ChosenKind(row), ApplicantFields.Representative(At(row), null, words));

    /// <summary>Who of several applicants receives the letters.</summary>
    public FieldSet Recipients() => Fields(
        [], new Field("FirstReceivesForAll", words["共同申请人指定第一名申请人代收全部文书（否则分别送达）"], FieldKind.Tick));

    public FieldSet Item(int row) => Fields(
        [], new Field($"Items[{row}]", words["申请事项 {0}：照录申请人原文", row + 1], FieldKind.Paragraphs) { Article = row == 0 ? 29 : null });

    public FieldSet Handling() => Fields(
        [],
        new Field("OfficerId", words["承办人"], FieldKind.Choice)
        {
            Options = [.. officers.Select(user => new Option(user.Id.ToString(), user.Name))],
            Value = clerkId.ToString(),
        },
        new Field("FormRequested", words["形式要求（获取方式、途径）"], FieldKind.Line) { Optional = true },
        new Field("AgreesToNotices", words["申请人同意以电话或者电子邮件接收通知：已收到申请、已作出答复"], FieldKind.Tick));

    public FieldSet Accessibility() =>
        Fields([], new Field("AccessibilityNeed", words["需要的帮助"], FieldKind.Line) { Optional = true, Article = 43 });

    /// <summary>Whether something stands in one of the inputs: then they are not folded away.</summary>
    public static bool IsFilled(FieldSet set) => set.Fields.Any(field => !string.IsNullOrEmpty(set.ValueOf(field)));

    /// <summary>One more row.</summary>
    public void Add(string? what)
    {
        Applicants += what == "applicant" && Applicants < MostApplicants ? 1 : 0;
        Items += what == "item" && Items < MostItems ? 1 : 0;
    }

    /// <summary>The command that was filled in; what cannot be read is a finding of the reader.</summary>
    public RegisterApplication Read(FormReader reader, Guid? draftId)
    {
        var channel = reader.Choice<Channel>("Channel");
        bool Asks(RegistrationQuestion question) => ChosenChannel.Contains(question.ToString());
        return new RegisterApplication(
            channel,
            reader.Date("ArrivedOn"),
            Asks(RegistrationQuestion.DayOfConfirmation) ? reader.OptionalDate("ConfirmedOn") : null,
            [.. Filled(Applicants, IsFilled).Select(row => ApplicantFields.Read(reader, At(row)))],
            [.. Filled(Items, HasItem).Select(row => reader.Text($"Items[{row}]"))],
            Guid.TryParse(reader.Raw("OfficerId"), out var officer) ? officer : null,
            reader.OptionalText("FormRequested"),
            reader.OptionalText("AccessibilityNeed"),
            Asks(RegistrationQuestion.TransferringOffice) ? reader.OptionalText("TransferredFrom") : null,
            reader.Yes("AgreesToNotices"),
            draftId,
            reader.Yes("FirstReceivesForAll"));
    }

    // Empty rows at the end do not count; one in between keeps its place, so that what is wrong stands beside its row.
    private static IEnumerable<int> Filled(int rows, Func<int, bool> isFilled) =>
        Enumerable.Range(0, Math.Max(1, 1 + Enumerable.Range(0, rows).Where(isFilled).DefaultIfEmpty(0).Max()));

    // A row in which nothing was typed (its kind is always chosen) is no applicant.
    private bool IsFilled(int row) => typed!.Any(field =>
        field.Key.StartsWith($"Applicants[{row}].", StringComparison.Ordinal)
        && !field.Key.EndsWith(".Kind", StringComparison.Ordinal)
        && !field.Key.EndsWith(".Document", StringComparison.Ordinal)
        && !string.IsNullOrWhiteSpace(field.Value));

    private static string At(int row) => FormattableString.Invariant($"Applicants[{row}]");

    private bool HasItem(int row) => !string.IsNullOrWhiteSpace(typed![$"Items[{row}]"]);

    private static int RowsOf(IFormCollection? typed, string prefix) => typed is null ? 1 : Math.Clamp(
        1 + typed.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => int.TryParse(key[prefix.Length..].Split(']')[0], out var row) ? row : 0).DefaultIfEmpty(0).Max(), 1, MostRows);

    private IReadOnlyList<string> ChosenChannel =>
        Names(StoredNames.TryRead<Channel>(typed?["Channel"], out var channel) ? RegistrationQuestions.Of(channel) : []);

    private List<string> ChosenKind(int row) => Names(RegistrationQuestions.Of(ApplicantFields.KindOf(typed, At(row))));

    private FieldSet Fields(IReadOnlyList<string> asked, params Field[] fields) =>
        new("register", fields, typed, Findings) { Asked = asked };

    private static List<string> Names(IReadOnlyList<RegistrationQuestion> questions) =>
        [.. questions.Select(question => question.ToString())];

    private static string Name(Enum value) => Texts.Name(value, Texts.CurrentLanguage);
}
