using Disclosure.Cases.Agencies;
using Disclosure.Cases.Numbering;

namespace Disclosure.Cases.Importing;

/// <summary>A sheet of the workbook with which an office begins (机关、人员、起始号).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its headings, each with the field of the command that its cells fill.</param>
public sealed record OfficeSheet(string Name, IReadOnlyList<(string Heading, string Field)> Columns);

/// <summary>The sheets of the workbook with which an office begins.</summary>
public static class OfficeSheets
{
    private const string Particulars = nameof(AddAgency.Particulars) + ".";

    /// <summary>The heading of the column that names an agency by its code or its name.</summary>
    public const string Agency = "机关代字或者名称";

    /// <summary>机关.</summary>
    public static OfficeSheet Agencies { get; } = new("机关",
    [
        ("机关名称", Particulars + nameof(AgencyParticulars.Name)), ("机关代字", Particulars + nameof(AgencyParticulars.Code)),
        ("层级", Particulars + nameof(AgencyParticulars.Kind)), ("生效日期", nameof(AddAgency.From)),
        ("政府信息公开工作机构", Particulars + nameof(AgencyParticulars.Office)), ("地址", Particulars + nameof(AgencyParticulars.Address)),
        ("邮政编码", Particulars + nameof(AgencyParticulars.Postcode)), ("电话", Particulars + nameof(AgencyParticulars.Phone)),
        ("行政复议机关", Particulars + nameof(AgencyParticulars.ReconsiderationOrgan)),
        ("行政复议机关地址", Particulars + nameof(AgencyParticulars.ReconsiderationAddress)),
        ("管辖法院", Particulars + nameof(AgencyParticulars.Court)), ("文书版头", Particulars + nameof(AgencyParticulars.Masthead)),
    ]);

    /// <summary>人员.</summary>
    public static OfficeSheet Users { get; } = new("人员",
    [
        ("登录名", nameof(AddUser.SignInName)), ("姓名", nameof(AddUser.Name)), (Agency, nameof(AddUser.AgencyId)),
        ("角色", nameof(AddUser.Roles)), ("初始密码", nameof(AddUser.Password)),
    ]);

    /// <summary>起始号: of each series the number that is given next.</summary>
    public static OfficeSheet Series { get; } = new("起始号",
    [
        (Agency, nameof(OpenNumberSeries.AgencyId)), ("序列", nameof(OpenNumberSeries.Series)), ("年度", nameof(OpenNumberSeries.Year)),
        ("下一个号", nameof(OpenNumberSeries.FirstOrdinal)),
    ]);

    /// <summary>All of them, in the order in which they are carried out.</summary>
    public static IReadOnlyList<OfficeSheet> All { get; } = [Agencies, Users, Series];
}

/// <summary>Makes the workbook without rows, to be filled in.</summary>
public interface IOfficeForm
{
    /// <summary>A workbook (XLSX) with the sheets and their headings.</summary>
    byte[] ToXlsx();
}
