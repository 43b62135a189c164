using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Web.Api;

/// <summary>An application as a portal files it (art. 29).</summary>
internal sealed record ApplicationBody
{
    [Required]
    [Description("向哪个机关提出，见 GET /api/v1/agencies · The agency applied to")]
    public Guid AgencyId { get; init; }

    [Required, MinLength(1), MaxLength(100)]
    [Description("申请人，第一人为代表人，1 至 100 名 · The applicants, the representative one first")]
    public IReadOnlyList<ApplicantBody> Applicants { get; init; } = [];

    [Required, MinLength(1), MaxLength(50)]
    [Description("申请事项，每项一段，照录申请人原文，1 至 50 项 · What is asked for, in the applicant's words, one text an item")]
    public IReadOnlyList<string> Items { get; init; } = [];

    [Description("形式要求：获取方式、途径 · Form and way wanted")]
    public string? FormRequested { get; init; }

    [Description("阅读困难或者视听障碍，需要的帮助（第四十三条）· What helps to read or hear (art. 43)")]
    public string? AccessibilityNeed { get; init; }

    [Description("第一申请人同意以所留电话或者电子邮件接收通知 · The first applicant agrees to be told of receipt and reply at the contact given")]
    public bool AgreesToNotices { get; init; }

    [Description("共同申请人指定第一人代收全部文书；否则分别送达 · Several applicants named the first as the recipient of all letters")]
    public bool FirstReceivesForAll { get; init; }
}

/// <summary>An applicant (art. 29 ¶2(1)).</summary>
internal sealed record ApplicantBody
{
    // None of the kinds: whoever does not say is asked.
    private const ApplicantKind Unsaid = (ApplicantKind)(-1);

    [Required]
    [Description("申请人类别 · What sort of applicant")]
    public ApplicantKind Kind { get; init; } = Unsaid;

    [Required]
    [Description("姓名或者名称，与身份证明一致 · The name, as in the proof of identity")]
    public string Name { get; init; } = "";

    [Description("证件号码或者统一社会信用代码 · Identity number or credit code")]
    public string? IdentityNumber { get; init; }

    [Description("证件种类；不提供的按号码识别 · Of which document the number is; recognised by the number where left out")]
    public IdentityDocumentKind? Document { get; init; }

    [Description("号码的校验位或者形式有疑问，但确为证件所载 · The number is doubted, and stands so in the document")]
    public bool NumberConfirmed { get; init; }

    [Description("电话或者电子邮件 · Telephone or e-mail")]
    public string? Contact { get; init; }

    [Description("送达地址 · Where letters go")]
    public string? Address { get; init; }

    [Description("电子送达地址；申请人要求或者同意电子送达的才提供 · Where the applicant asked for, or agreed to, electronic service")]
    public string? ElectronicAddress { get; init; }

    [Description("平台是否已核验身份 · Whether the portal has checked the proof of identity")]
    public bool ProofSeen { get; init; }

    [Description("代理人 · Who acts for the applicant")]
    public RepresentativeBody? Representative { get; init; }

    /// <summary>The applicant as registration takes one.</summary>
    public Applicant ToApplicant() => new(
        Kind, PrintedText.Entered(Name), ApiText.Optional(IdentityNumber), ApiText.Optional(Contact), ApiText.Optional(Address), ProofSeen,
        Representative is null
            ? null
            : new Representative(PrintedText.Entered(Representative.Name), PrintedText.Entered(Representative.Authority)))
    {
        Document = Document,
        NumberConfirmed = NumberConfirmed,
        ElectronicAddress = ApiText.Optional(ElectronicAddress),
    };
}

/// <summary>Who acts for an applicant.</summary>
internal sealed record RepresentativeBody
{
    [Required]
    [Description("代理人姓名 · The name")]
    public string Name { get; init; } = "";

    [Required]
    [Description("代理权限和证明 · The authority shown")]
    public string Authority { get; init; } = "";
}

/// <summary>The application as it was filed; the same whenever it is sent again.</summary>
internal sealed record FiledBody(
    [property: Description("申请的标识，之后的请求都用它 · The application, for all further requests")] Guid Id,
    [property: Description("登记号 · The register number")] string RegisterNumber,
    [property: Description("到达之日；收到之日以双方确认为准（第三十一条）· The day it arrived; the day of receipt is the one confirmed (art. 31)")]
    DateOnly ArrivedOn);

/// <summary>That receipt was confirmed with the applicant (art. 31(3)).</summary>
internal sealed record ReceiptBody
{
    [Description("双方确认之日，不早于到达之日，不晚于今天；默认今天 · The day both sides confirmed; today where left out")]
    public DateOnly? ConfirmedOn { get; init; }
}

/// <summary>The applicant's correction (art. 30).</summary>
internal sealed record CorrectionBody
{
    [Required]
    [Description("补正的内容，照录申请人原文，最多 20000 字 · What was corrected, in the applicant's words")]
    public string Content { get; init; } = "";

    [Description("补正后的各项申请内容，按登记的顺序，没有变化的一项为空；只有一项需要补正、补正内容就是申请内容的，可以不填 · "
        + "The items as they are asked for now, in their order, empty where one did not change; may be left out where one item was to be "
        + "corrected and the content says what is asked for now")]
    public IReadOnlyList<string?> Items { get; init; } = [];
}

/// <summary>An agency to file at.</summary>
internal sealed record AgencyBody(
    [property: Description("机关的标识 · The agency, for filing")] Guid Id,
    [property: Description("机关代字 · Its code in numbers")] string Code,
    [property: Description("机关名称 · Its name")] string Name);

/// <summary>The texts of a body as the domain takes them in.</summary>
internal static class ApiText
{
    /// <summary>A text that may be left out.</summary>
    public static string? Optional(string? text) => text is null ? null : PrintedText.Entered(text);
}
