using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>The particulars of an agency as inputs, and how they are called.</summary>
internal static class AgencyForm
{
    private const string Prefix = $"{nameof(ChangeAgency.Particulars)}.";

    /// <summary>What a particular is called.</summary>
    public static string LabelOf(string field, IStringLocalizer<Words> words) => field switch
    {
        JournalFields.ValidFrom => words["生效日期"],
        JournalFields.Name => words["机关名称"],
        JournalFields.Code => words["机关代字"],
        JournalFields.Kind => words["层级"],
        JournalFields.Office => words["政府信息公开工作机构"],
        JournalFields.Address => words["地址"],
        JournalFields.Postcode => words["邮政编码"],
        JournalFields.Phone => words["电话"],
        JournalFields.ReconsiderationOrgan => words["行政复议机关"],
        JournalFields.ReconsiderationAddress => words["行政复议机关地址"],
        JournalFields.Court => words["管辖法院"],
        JournalFields.Masthead => words["文书版头"],
        JournalFields.SuccessorId => words["承继机关"],
        _ => field,
    };

    /// <summary>A particular as people read it.</summary>
    public static string ValueOf(string field, string? value) => field switch
    {
        JournalFields.Kind when StoredNames.TryRead<AgencyKind>(value, out var kind) => Texts.Name(kind, Texts.CurrentLanguage),
        JournalFields.Masthead when StoredNames.TryRead<MastheadKind>(value, out var masthead) =>
            Texts.Name(masthead, Texts.CurrentLanguage),
        JournalFields.ValidFrom when Dates.Parse(value) is { } day => day.Long(),
        _ => value ?? "",
    };

    /// <summary>The inputs, each with what holds so far.</summary>
    public static FieldSet Fields(
        AgencyParticulars? before, DateOnly from, IFormCollection? typed, IReadOnlyList<Finding> findings, IStringLocalizer<Words> words)
    {
        var values = before?.Fields.ToDictionary(field => field.Field, field => field.Value);
        return new("agency",
        [
            new Field(nameof(ChangeAgency.From), words["生效日期"], FieldKind.Date) { Value = from.Iso() },
            Line(nameof(Agency.Name), JournalFields.Name),
            Line(nameof(Agency.Code), JournalFields.Code, words["写在每个文号的前面；代字不能转给其他机关。"]),
            Choice<AgencyKind>(nameof(Agency.Kind), JournalFields.Kind),
            Line(nameof(Agency.Office), JournalFields.Office),
            Line(nameof(Agency.Phone), JournalFields.Phone),
            Line(nameof(Agency.Address), JournalFields.Address),
            Line(nameof(Agency.Postcode), JournalFields.Postcode),
            Line(nameof(Agency.ReconsiderationOrgan), JournalFields.ReconsiderationOrgan),
            Line(nameof(Agency.ReconsiderationAddress), JournalFields.ReconsiderationAddress),
            Line(nameof(Agency.Court), JournalFields.Court),
            Choice<MastheadKind>(nameof(Agency.Masthead), JournalFields.Masthead),
        ], typed, findings);

        Field Line(string name, string field, string? hint = null) =>
            new(Prefix + name, LabelOf(field, words), FieldKind.Line) { Value = values?[field], Hint = hint };

        Field Choice<T>(string name, string field)
            where T : struct, Enum => new(Prefix + name, LabelOf(field, words), FieldKind.Choice)
            {
                Value = values?[field],
                Options = [.. Enum.GetValues<T>()
                    .Select(value => new Option(StoredNames.Of(value), Texts.Name(value, Texts.CurrentLanguage)))],
            };
    }
}
