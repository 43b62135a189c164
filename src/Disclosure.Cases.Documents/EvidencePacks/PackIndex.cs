using System.Globalization;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.EvidencePacks;

namespace Disclosure.Cases.Documents.EvidencePacks;

/// <summary>The index page of a pack: what is on record of the case, for people to read.</summary>
internal sealed partial class PackIndex(
    EvidencePack pack, PackKey key, IReadOnlyList<PackEntry> entries, IReadOnlyList<string> faults)
{
    /// <summary>Its name in the pack.</summary>
    public const string Name = "index.html";

    private readonly PackHtml page = new();

    /// <summary>The page.</summary>
    public string Write()
    {
        Begin();
        OfCase();
        OfParties();
        OfSteps();
        OfApprovals();
        OfLetters();
        OfService();
        OfPeriods();
        OfCalendar();
        OfDisputes();
        OfFindings();
        OfEvents();
        OfFiles();
        return page.Page($"证据包 {pack.File.RegisterNumber}");
    }

    private void Begin()
    {
        page.Paragraph(new Cell("<h1>政府信息公开案卷证据包</h1>"), "center");
        page.Paragraph($"{pack.AgencyName} · {pack.File.RegisterNumber} · 截至第 {pack.Events.Count} 个事件（{Time(pack.Last.At)}）", "center");
        page.Paragraph(
            "本证据包含有申请人和第三方的个人信息，也可能含有不予公开的内容。作为证据提交时，涉及国家秘密、商业秘密、个人隐私的，应当明确标注并向法庭说明"
            + "（《最高人民法院关于行政诉讼证据若干问题的规定》第十八条）；不得用于案件以外的目的。",
            "note");
        page.Heading("怎样核验");
        page.List([
            $"在机关的核验网页（{pack.CheckedAt ?? "机关网址之后加 /verify-pack"}）放入这个 ZIP 文件，或者运行 disclosure verify --pack 文件名；"
                + "请用下载时的 ZIP 文件，不要解压后重新压缩。任何一个字节被改动，核验都会指出。",
            new Cell("本证据包的清单（manifest.json）用机关的密钥签名（ECDSA P-256）。签名公钥的指纹："
                + $"{Cell.Hash(key.Fingerprint).Markup}，请与机关公布的指纹核对。"),
            "没有密钥的人能够核验：每个文件与清单相符、清单与签名相符；事件（events.json）所指的每一段文字（texts.json）和每一个文件，都与事件中的 SHA-256 相符；"
                + "事件序号连续。",
            "持有密钥的机关还能够核验：每个事件的封印（HMAC-SHA256，覆盖事件的内容、时间、记录人和同一机关的前一个封印），即事件自记录以来没有改动、增删、调换。",
            "核验不能证明：所记录的内容与事实相符；此后案卷没有新的记录；同时掌握密钥和数据库的人没有重写全部历史（以存放在别处的锚文件核对）。",
        ]);
    }

    private void OfCase()
    {
        var file = pack.File;
        page.Heading("一、案卷");
        page.Facts(
            ("登记号", file.RegisterNumber),
            ("机关", pack.AgencyName),
            ("承办人", pack.OfficerName),
            ("申请渠道", Texts.Name(file.Channel)),
            ("到达之日", Day(file.ArrivedOn)),
            ("收到申请之日", file.ReceivedOn is { } on ? Day(on) : "待确认（第三十一条）"),
            ("办理阶段", Texts.Name(file.Stage)),
            ("案卷标识", file.Id.ToString()));
    }

    private void OfParties()
    {
        page.Heading("二、申请人和申请内容");
        page.Table(
            ["姓名、名称", "类别", "证件", "联系", "地址", "电子送达", "代理人"],
            pack.Applicants.Select(each => new Cell[]
            {
                each.Name, Texts.Name(each.Kind), Joined(each.Document is { } kind ? Texts.Name(kind) : null, each.IdentityNumber),
                each.Contact, each.Address, each.ElectronicAddress,
                each.Representative is { } agent ? $"{agent.Name}（{agent.Authority}）" : null,
            }));
        page.Table(
            ["项", "申请公开的内容", "补正前", "答复"],
            pack.File.Items.Select((item, index) => new Cell[]
            {
                $"{index + 1}", Written(item.Description), item.IsCorrected ? Written(item.FirstDescription) : "",
                item.AnsweredBy is { } letter ? LetterOf(letter) : "尚未答复",
            }));
        page.Facts(
            ("形式要求", pack.Records.TextOf(pack.File.FormRequested)),
            ("需要的帮助（第四十三条）", pack.Records.TextOf(pack.File.AccessibilityNeed)),
            ("由何处转办", pack.Records.TextOf(pack.File.TransferredFrom)));
    }

    private void OfSteps()
    {
        page.Heading("三、五步办理");
        page.Table(
            ["时间", "办理人", "结论", "说明"],
            pack.Events.Where(each => each.Event is StepAnswered or StepTakenUpAgain or SearchRecorded or DisclosureReviewed
                or CorrectionReceived or ExplanationReceived or OpinionReceived or ExtensionConsented or FeePaid or ApplicationWithdrawn)
                .Select(each => new Cell[] { Time(each.At), each.Person, each.Sentence, each.Detail }));
    }

    private void OfApprovals()
    {
        page.Heading("四、审核、签发");
        page.Table(
            ["时间", "文书", "环节", "审签人", "代理审签"],
            pack.Approvals.Select(each => new Cell[]
            {
                Time(each.At), LetterOf(each.DocumentId), $"第 {each.Link} 环节{(each.IsLast ? "，签发" : "")}", each.Person,
                each.StandsInFor.Count == 0 ? "" : $"当日被指定代理：{string.Join("、", each.StandsInFor)}",
            }));
    }

    private void OfLetters()
    {
        page.Heading("五、文书和所用文本");
        page.Table(
            ["文书", "签发之日", "状态", "文本代码和版本（SHA-256）", "文件"],
            pack.File.Documents.Select(letter => new Cell[]
            {
                LetterOf(letter.Id), letter.DecidedOn is { } on ? Day(on) : "", Texts.Name(letter.Status),
                Cell.Lines(letter.Sections.Select(section => new Cell(
                    ((Cell)Joined(section.Template, section.Variant)).Markup + " " + Cell.Hash(section.TemplateVersion).Markup))),
                Cell.Lines(Links(each => each.DocumentId == letter.Id)),
            }));
    }

    private void OfService()
    {
        page.Heading("六、送达");
        page.Table(
            ["文书", "方式", "送达之日", "签收之日", "受送达人、地址、邮件号码", "退回", "送达凭证"],
            from letter in pack.File.Documents
            from attempt in letter.Attempts
            let how = ServiceParticulars.Read(pack.Records.TextOf(attempt.Particulars))
            select new Cell[]
            {
                LetterOf(letter.Id), Texts.Name(attempt.Way), Day(attempt.ServedOn), attempt.DeliveredOn is { } signed ? Day(signed) : "",
                Joined(
                    NameOf(attempt.ApplicantId), how.Address, how.ElectronicAddress, how.MailNumber, how.MailNumberNote, how.Through,
                    how.Signer is { } signer ? $"签收人 {signer}" : null, how.Basis, pack.Records.TextOf(attempt.Details)),
                attempt.ReturnedOn is { } back ? Day(back) : "", Cell.Lines(Links(each => each.AttemptId == attempt.Id)),
            });
    }

    private IEnumerable<Cell> Links(Func<PackFile, bool> isMeant) =>
        pack.Files.Where(isMeant).Select(each => IsThere(each) ? Cell.Link(each.Name) : (Cell)$"{each.Name}（{Absence(each)}）");

    private bool IsThere(PackFile file) => entries.Any(entry => entry.Name == file.Name);

    private static string Absence(PackFile file) => file.IsEmptied ? CaseFile.ErasedWords : "缺少";

    private string LetterOf(Guid documentId) =>
        Joined($"《{pack.Titles.GetValueOrDefault(documentId)}》", pack.File.FindDocument(documentId)?.Number);

    private string? NameOf(Guid? applicant) =>
        applicant is { } id && pack.File.EveryApplicant.FirstOrDefault(each => each.Id == id) is { } found
            ? Applicant.Read(pack.Records.TextOf(found.Data))?.Name ?? CaseFile.ErasedWords
            : null;

    private string Written(TextRef text) => pack.Records.TextOf(text) ?? CaseFile.ErasedWords;

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
