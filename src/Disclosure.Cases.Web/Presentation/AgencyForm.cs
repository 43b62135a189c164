using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>The particulars of an agency as inputs, and how they are called.</summary>
internal static class AgencyForm
{
    private const string Prefix = $"{nameof(ChangeAgency.Particulars)}.";

    /// <summary>What a particular is called.</summary>
    public static string LabelOf(string field, IStringLocalizer<Words> words) => field switch
    {
        nameof(Agency.ValidFrom) => words["生效日期"],
        nameof(Agency.Name) => words["机关名称"],
        nameof(Agency.Code) => words["机关代字"],
        nameof(Agency.Kind) => words["层级"],
        nameof(Agency.Office) => words["政府信息公开工作机构"],
        nameof(Agency.Address) => words["地址"],
        nameof(Agency.Postcode) => words["邮政编码"],
        nameof(Agency.Phone) => words["电话"],
        nameof(Agency.ReconsiderationOrgan) => words["行政复议机关"],
        nameof(Agency.ReconsiderationAddress) => words["行政复议机关地址"],
        nameof(Agency.Court) => words["管辖法院"],
        nameof(Agency.Masthead) => words["文书版头"],
        nameof(SucceedAgency.SuccessorId) => words["承继机关"],
        _ => field,
    };

    /// <summary>A particular as people read it.</summary>
    public static string ValueOf(string field, string? value) => field switch
    {
        nameof(Agency.Kind) when Enum.TryParse<AgencyKind>(value, out var kind) => Texts.Name(kind, Texts.CurrentLanguage),
        nameof(Agency.Masthead) when Enum.TryParse<MastheadKind>(value, out var masthead) => Texts.Name(masthead, Texts.CurrentLanguage),
        nameof(Agency.ValidFrom) when Dates.Parse(value) is { } day => day.Long(),
        _ => value ?? "",
    };

    /// <summary>The inputs, each with what holds so far.</summary>
    public static FieldSet Fields(AgencyParticulars? before, DateOnly from, IFormCollection? typed, IReadOnlyList<Finding> findings, IStringLocalizer<Words> words)
    {
        var values = before?.Fields.ToDictionary(field => field.Field, field => field.Value);
        return new("agency",
        [
            new Field(nameof(ChangeAgency.From), words["生效日期"], FieldKind.Date) { Value = from.Iso() },
            Line(nameof(Agency.Name)),
            Line(nameof(Agency.Code), words["写在每个文号的前面；代字不能转给其他机关。"]),
            Choice<AgencyKind>(nameof(Agency.Kind)),
            Line(nameof(Agency.Office)),
            Line(nameof(Agency.Phone)),
            Line(nameof(Agency.Address)),
            Line(nameof(Agency.Postcode)),
            Line(nameof(Agency.ReconsiderationOrgan)),
            Line(nameof(Agency.ReconsiderationAddress)),
            Line(nameof(Agency.Court)),
            Choice<MastheadKind>(nameof(Agency.Masthead)),
        ], typed, findings);

        Field Line(string name, string? hint = null) => new(Prefix + name, LabelOf(name, words), FieldKind.Line) { Value = values?[name], Hint = hint };

        Field Choice<T>(string name)
            where T : struct, Enum => new(Prefix + name, LabelOf(name, words), FieldKind.Choice)
            {
                Value = values?[name],
                Options = [.. Enum.GetValues<T>().Select(value => new Option(value.ToString(), Texts.Name(value, Texts.CurrentLanguage)))],
            };
    }

    /// <summary>What was typed.</summary>
    public static AgencyParticulars Read(FormReader reader) => new(
        Text(reader, nameof(Agency.Name)), Text(reader, nameof(Agency.Code)), reader.Choice<AgencyKind>(Prefix + nameof(Agency.Kind)),
        Text(reader, nameof(Agency.Office)), Text(reader, nameof(Agency.Address)), Text(reader, nameof(Agency.Postcode)), Text(reader, nameof(Agency.Phone)),
        Text(reader, nameof(Agency.ReconsiderationOrgan)), Text(reader, nameof(Agency.ReconsiderationAddress)), Text(reader, nameof(Agency.Court)),
        reader.Choice<MastheadKind>(Prefix + nameof(Agency.Masthead)));

    private static string Text(FormReader reader, string name) => reader.Text(Prefix + name);
}
