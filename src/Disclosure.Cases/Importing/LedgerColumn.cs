using System.Text.RegularExpressions;

namespace Disclosure.Cases.Importing;

/// <summary>What a column of a ledger of past cases (台账) says.</summary>
[StoredName("LedgerColumn")]
public enum LedgerColumn
{
    /// <summary>登记号.</summary>
    [StoredName("RegisterNumber")]
    RegisterNumber,

    /// <summary>申请方式.</summary>
    [StoredName("Channel")]
    Channel,

    /// <summary>申请日期, the day of arrival.</summary>
    [StoredName("ArrivedOn")]
    ArrivedOn,

    /// <summary>收到申请之日 (art. 31).</summary>
    [StoredName("ReceivedOn")]
    ReceivedOn,

    /// <summary>申请人; several with a mark between them.</summary>
    [StoredName("Applicant")]
    Applicant,

    /// <summary>申请人类型, a column of table 3.</summary>
    [StoredName("ApplicantKind")]
    ApplicantKind,

    /// <summary>证件号码.</summary>
    [StoredName("IdentityNumber")]
    IdentityNumber,

    /// <summary>联系方式.</summary>
    [StoredName("Contact")]
    Contact,

    /// <summary>通信地址.</summary>
    [StoredName("Address")]
    Address,

    /// <summary>申请内容.</summary>
    [StoredName("Request")]
    Request,

    /// <summary>承办人.</summary>
    [StoredName("Officer")]
    Officer,

    /// <summary>答复期限, as the ledger has it.</summary>
    [StoredName("DueOn")]
    DueOn,

    /// <summary>办理结果: which of the texts answered it.</summary>
    [StoredName("Outcome")]
    Outcome,

    /// <summary>答复文号.</summary>
    [StoredName("ReplyNumber")]
    ReplyNumber,

    /// <summary>答复日期, the date of issue.</summary>
    [StoredName("DecidedOn")]
    DecidedOn,

    /// <summary>送达日期, which decides on time or not.</summary>
    [StoredName("ServedOn")]
    ServedOn,

    /// <summary>送达方式.</summary>
    [StoredName("ServiceWay")]
    ServiceWay,

    /// <summary>撤回日期.</summary>
    [StoredName("WithdrawnOn")]
    WithdrawnOn,
}

/// <summary>By which headings offices know the columns.</summary>
public static partial class LedgerHeadings
{
    private static readonly Dictionary<LedgerColumn, string[]> Known = new()
    {
        [LedgerColumn.RegisterNumber] = ["登记号", "登记编号", "受理编号", "受理号", "申请编号", "申请号", "收件编号", "编号"],
        [LedgerColumn.Channel] = ["申请方式", "申请渠道", "申请途径", "提交方式", "来源", "渠道", "收件方式"],
        [LedgerColumn.ArrivedOn] = ["申请日期", "申请时间", "提交日期", "提交时间", "到达日期", "来件日期"],
        [LedgerColumn.ReceivedOn] =
            ["收到日期", "收到申请日期", "收到申请之日", "收到时间", "收件日期", "收件时间", "受理日期", "受理时间", "登记日期", "签收日期"],
        [LedgerColumn.Applicant] = ["申请人", "申请人姓名", "申请人名称", "申请人姓名或者名称", "申请人姓名或名称", "申请人姓名/名称", "姓名", "姓名或名称"],
        [LedgerColumn.ApplicantKind] = ["申请人类型", "申请人类别", "申请人性质", "申请主体", "主体类型"],
        [LedgerColumn.IdentityNumber] = ["证件号码", "证件号", "身份证号", "身份证号码", "统一社会信用代码", "有效身份证件号码"],
        [LedgerColumn.Contact] = ["联系方式", "联系电话", "电话", "手机", "手机号", "手机号码", "电子邮箱"],
        [LedgerColumn.Address] = ["通信地址", "通讯地址", "联系地址", "地址", "邮寄地址", "住址"],
        [LedgerColumn.Request] =
            ["申请内容", "申请事项", "申请公开内容", "申请公开的内容", "申请信息", "申请公开的政府信息", "所需信息", "信息内容描述", "内容"],
        [LedgerColumn.Officer] = ["承办人", "经办人", "承办人员", "办理人", "责任人"],
        [LedgerColumn.DueOn] = ["答复期限", "办理期限", "法定期限", "应答复日期", "应当答复日期", "到期日", "到期日期", "截止日期", "答复截止日期", "期限"],
        [LedgerColumn.Outcome] = ["办理结果", "答复结果", "处理结果", "答复类型", "答复类别", "答复方式", "答复情况", "处理类型", "办理情况", "结果"],
        [LedgerColumn.ReplyNumber] = ["答复文号", "答复书文号", "告知书文号", "文号", "答复编号", "答复书编号", "发文字号"],
        [LedgerColumn.DecidedOn] = ["答复日期", "答复时间", "办结日期", "办结时间", "签发日期", "落款日期", "成文日期"],
        [LedgerColumn.ServedOn] = ["送达日期", "送达时间", "寄出日期", "邮寄日期", "发出日期", "发送日期", "实际答复日期"],
        [LedgerColumn.ServiceWay] = ["送达方式", "答复送达方式", "发出方式", "寄送方式"],
        [LedgerColumn.WithdrawnOn] = ["撤回日期", "撤回时间", "撤销申请日期"],
    };

    private static readonly Dictionary<string, LedgerColumn> Columns =
        Known.SelectMany(column => column.Value.Select(heading => (Heading: Compared(heading), column.Key)))
            .ToDictionary(each => each.Heading, each => each.Key);

    /// <summary>The heading under which the template to download has a column.</summary>
    public static string Of(LedgerColumn column) => Known[column][0];

    /// <summary>The column that a heading names; null where none is known.</summary>
    public static LedgerColumn? Find(string heading) =>
        Columns.TryGetValue(Compared(heading), out var column) ? column : null;

    /// <summary>A heading as it is compared: width, case, blanks and remarks in brackets make no difference.</summary>
    public static string Compared(string heading) => InBrackets().Replace(ComparedText.Of(heading), "").Trim('*', ':');

    [GeneratedRegex(@"[(（\[].*?[)）\]]")]
    private static partial Regex InBrackets();
}
