using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.Importing;

/// <summary>What the words of a ledger mean, where they stand for one of a few things.</summary>
internal static class LedgerWords
{
    private static readonly Dictionary<string, Channel> Channels = Of<Channel>(
        (Channel.InPerson, "当面 当面提交 当面申请 现场 现场提交 现场申请 窗口 直接提交 直接递交 来人 当场"),
        (Channel.Oral, "口头 口头申请"),
        (Channel.SignedPost, "挂号信 挂号 快递 邮政快递 特快专递 EMS 邮寄 信函 邮件寄送 邮政邮寄 书面邮寄 需签收的邮寄"),
        (Channel.OrdinaryPost, "平信 平常信函 普通信函"),
        (Channel.Internet, "网络 网上 互联网 网站 网上申请 在线 在线申请 网络申请 互联网渠道 依申请公开平台 平台 门户网站"),
        (Channel.Fax, "传真"),
        (Channel.Email, "电子邮件 邮箱 电子邮箱 EMAIL E-MAIL 电邮"));

    private static readonly Dictionary<string, ApplicantKind> Kinds = Of<ApplicantKind>(
        (ApplicantKind.NaturalPerson, "自然人 个人 公民 公民个人"),
        (ApplicantKind.CommercialEnterprise, "商业企业 企业 公司 法人(商业企业)"),
        (ApplicantKind.ResearchInstitution, "科研机构 科研"),
        (ApplicantKind.PublicWelfareOrganisation, "社会公益组织 公益组织 社会组织"),
        (ApplicantKind.LegalServiceOrganisation, "法律服务机构 律师事务所 律所"),
        (ApplicantKind.Other, "其他 其它 其他组织 法人或其他组织其他"));

    private static readonly Dictionary<string, ServiceWay> Ways = Of<ServiceWay>(
        (ServiceWay.HandedOver, "直接送达 当面 当面送达 当面领取 自取 现场领取 直接领取"),
        (ServiceWay.ThroughAgency, "委托送达 委托 委托其他行政机关代为送达"),
        (ServiceWay.Post, "邮寄 邮政寄送 EMS 挂号信 快递 邮政快递 特快专递 邮政企业邮寄 信函"),
        (ServiceWay.Electronic, "电子送达 电子邮件 邮箱 网络 网上 互联网 网站 电子 电子邮箱 平台"));

    /// <summary>How an application came in; null where nobody knows.</summary>
    public static Channel? ChannelOf(string words) => Find(Channels, words);

    /// <summary>The kind of an applicant; null where nobody knows.</summary>
    public static ApplicantKind? KindOf(string words) => Find(Kinds, words);

    /// <summary>How a letter was served; null where nobody knows.</summary>
    public static ServiceWay? WayOf(string words) => Find(Ways, words);

    private static T? Find<T>(Dictionary<string, T> known, string words)
        where T : struct => known.TryGetValue(LedgerHeadings.Compared(words), out var value) ? value : null;

    private static Dictionary<string, T> Of<T>(params (T Value, string Words)[] known)
        where T : struct, Enum
    {
        var values = new Dictionary<string, T>();
        foreach (var (value, words) in known)
        {
            foreach (var word in words.Split(' ').Append(Texts.Name(value)))
            {
                values.TryAdd(LedgerHeadings.Compared(word), value);
            }
        }

        return values;
    }
}
