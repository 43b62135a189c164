using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases.Registering;

/// <summary>An applicant as somebody fills it in, wherever that is.</summary>
internal static class ApplicantFields
{
    /// <summary>Who applies.</summary>
    /// <param name="at">What the names of the inputs begin with.</param>
    /// <param name="isDoubted">Whether the number is one that somebody has to confirm.</param>
    /// <param name="now">What is on record; null where nothing is.</param>
    /// <param name="words">The words of the page.</param>
    public static Field[] Of(string at, bool isDoubted, Applicant? now, IStringLocalizer<Words> words) =>
    [
        new($"{at}.Kind", words["申请人类别"], FieldKind.Choice)
        {
            Options = Asking<ApplicantKind>(RegistrationQuestions.Of),
            Value = StoredNames.Of(now?.Kind ?? ApplicantKind.NaturalPerson),
        },
        new($"{at}.Name", words["姓名或者名称"], FieldKind.Line) { Article = 29, Value = now?.Name },
        new($"{at}.IdentityNumber", words["证件号码或者统一社会信用代码"], FieldKind.Line)
        {
            Optional = true, Value = now?.IdentityNumber,
            LabelsWhen = [Label(RegistrationQuestion.IdentityCardNumber), Label(RegistrationQuestion.CreditCode)],
        },
        new($"{at}.Document", words["证件种类"], FieldKind.Choice)
        {
            Optional = true,
            Hint = words["不选的，按号码识别。"],
            Value = now?.Document is { } document ? StoredNames.Of(document) : null,
            Options = [.. Enum.GetValues<IdentityDocumentKind>().Select(kind => new Option(StoredNames.Of(kind), Name(kind)))],
        },
        .. isDoubted
            ? [new Field($"{at}.NumberConfirmed", words["号码确为证件所载"], FieldKind.Tick) { Value = Yes(now?.NumberConfirmed) }]
            : Array.Empty<Field>(),
        new($"{at}.Contact", words["电话或者电子邮件"], FieldKind.Line) { Optional = true, Value = now?.Contact },
        new($"{at}.Address", words["送达地址"], FieldKind.Line) { Optional = true, Value = now?.Address },
        new($"{at}.ElectronicAddress", words["电子送达地址"], FieldKind.Line)
        {
            Optional = true, Value = now?.ElectronicAddress, Hint = words["申请人要求或者同意电子送达的才填。"],
        },
        new($"{at}.ProofSeen", words["已核对身份证明"], FieldKind.Tick) { Value = Yes(now?.ProofSeen) },
    ];

    /// <summary>Who acts for the applicant.</summary>
    public static Field[] Representative(string at, Applicant? now, IStringLocalizer<Words> words) =>
    [
        new($"{at}.Representative.Name", words["代表人或者代理人姓名"], FieldKind.Line)
        {
            Optional = true, Value = now?.Representative?.Name,
        },
        new($"{at}.Representative.Authority", words["职务或者代理权限，及其证明"], FieldKind.Line)
        {
            Optional = true, Value = now?.Representative?.Authority,
        },
    ];

    /// <summary>The applicant that was filled in; what cannot be read is a finding of the reader.</summary>
    public static Applicant Read(FormReader reader, string at)
    {
        var (name, authority) = (reader.Text($"{at}.Representative.Name"), reader.Text($"{at}.Representative.Authority"));
        return new Applicant(
            reader.Choice<ApplicantKind>(at + ".Kind"),
            reader.Text(at + ".Name"),
            reader.OptionalText(at + ".IdentityNumber"),
            reader.OptionalText(at + ".Contact"),
            reader.OptionalText(at + ".Address"),
            reader.Yes(at + ".ProofSeen"),
            name.Length + authority.Length > 0 ? new Representative(name, authority) : null)
        {
            Document = reader.OptionalChoice<IdentityDocumentKind>(at + ".Document"),
            NumberConfirmed = reader.Yes(at + ".NumberConfirmed"),
            ElectronicAddress = reader.OptionalText(at + ".ElectronicAddress"),
        };
    }

    /// <summary>Whether the number typed is one that somebody has to confirm.</summary>
    public static bool IsDoubted(IFormCollection? typed, string at) => IdentityNumber.Doubt(
        typed?[$"{at}.IdentityNumber"],
        KindOf(typed, at),
        StoredNames.TryRead<IdentityDocumentKind>(typed?[$"{at}.Document"], out var document) ? document : null) is not null;

    /// <summary>The kind that is chosen, a natural person where none is.</summary>
    public static ApplicantKind KindOf(IFormCollection? typed, string at) =>
        StoredNames.TryRead<ApplicantKind>(typed?[$"{at}.Kind"], out var kind) ? kind : ApplicantKind.NaturalPerson;

    /// <summary>What can be chosen, each with the questions that it asks.</summary>
    public static List<Option> Asking<T>(Func<T, IReadOnlyList<RegistrationQuestion>> questions)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>()
            .Select(value => new Option(StoredNames.Of(value), Name(value)) { Asks = string.Join(' ', questions(value)) })];

    /// <summary>What an input is called while a question is asked.</summary>
    public static Option Label(RegistrationQuestion question) => new(question.ToString(), Name(question));

    private static string? Yes(bool? value) => value == true ? "true" : null;

    private static string Name(Enum value) => Texts.Name(value, Texts.CurrentLanguage);
}
