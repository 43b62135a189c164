using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyProcess.Existence;

namespace Disclosure.Cases.Web.Acting;

// Registration, the five questions, and what comes in meanwhile.
internal sealed partial class CaseForms
{
    private CaseForm ConfirmReceipt() => new(
        CaseAction.ConfirmReceipt,
        [Day(nameof(Registration.ConfirmReceipt.ConfirmedOn), words["与申请人确认之日"]) with { Article = 31 }],
        reader => CaseForm.Send(new ConfirmReceipt(file.Id, reader.Number(CaseForm.Version), reader.Date("ConfirmedOn"))))
    {
        Note = words["双方确认之日为收到申请之日（第三十一条），答复期限自次日起算。"],
    };

    private CaseForm VoidRegistration() => new(
        CaseAction.VoidRegistration,
        [Lines("Reason", words["作废理由"])],
        reader => CaseForm.Send(new VoidRegistration(file.Id, reader.Number(CaseForm.Version), reader.Text("Reason"))))
    {
        Note = words["登记号将作废并留在编号台账中，本案不计入统计。"] + (DoubtedVoiding is { } doubted ? " " + doubted : ""),
    };

    private CaseForm Split() => new(
        CaseAction.Split,
        [.. ItemsField(file.Items).Select(field => field with { Label = words["拆出的申请事项（至少保留一项）"] })],
        reader => CaseForm.Send(new SplitCase(file.Id, reader.Number(CaseForm.Version), reader.Ids("Items"))));

    private CaseForm Answer() => new(
        CaseAction.AnswerStep,
        [
            .. ItemsField(file.Items.Where(item =>
                item.AnsweredBy is null && item.Step == file.CurrentStep && file.CurrentStep != ReplyStep.Completeness)),
            .. file.CurrentStep == ReplyStep.Completeness ? ElementFields() : [],
            Lines("Reasoning", words["理由"], optional: true),
        ],
        reader => CaseForm.Send(ReadAnswer(reader, file.Id, reader.Number(CaseForm.Version))));

    /// <summary>The answer that a form gives to a case's question, or to that of each of several.</summary>
    public static AnswerStep ReadAnswer(FormReader reader, Guid caseId, int version) => new(
        caseId,
        version,
        reader.Choice<StepAnswer>("Answer"),
        reader.Ids("Items"),
        null,
        reader.Raw("Elements") is null
            ? null
            : new ApplicationElements(reader.Yes("Elements.Who"), reader.Yes("Elements.What"), reader.Yes("Elements.How")),
        reader.OptionalText("Reasoning"));

    /// <summary>The three elements of an application (art. 29).</summary>
    public IReadOnlyList<Field> ElementFields() =>
    [
        new("Elements.Who", words["申请人的姓名或者名称、身份证明、联系方式齐备（第二十九条第一项）"], FieldKind.Tick),
        new("Elements.What", words["申请公开的政府信息描述明确，便于查询（第二十九条第二项）"], FieldKind.Tick),
        new("Elements.How", words["形式要求（获取方式、途径）明确（第二十九条第三项）"], FieldKind.Tick),
    ];

    private CaseForm TakeUpStepAgain() => new(
        CaseAction.TakeUpStepAgain,
        [
            Choice("Step", words["退回到"], [.. Enum.GetValues<ReplyStep>()
                .Where(step => file.Items.Any(item => item.AnsweredBy is null && item.Step > step))
                .Where(step => step != ReplyStep.Completeness || !file.Reopenings.Any())
                .Select(step => new Option(StoredNames.Of(step), Name(step)))]),
            Lines("Reason", words["理由"]),
        ],
        reader => CaseForm.Send(new TakeUpStepAgain(
            file.Id, reader.Number(CaseForm.Version), reader.Choice<ReplyStep>("Step"), reader.Text("Reason"))))
    {
        Note = words["从这一步起的结论重新作出；尚未签发的答复文书同时撤销。"],
    };

    private CaseForm ReceiveCorrection() => new(
        CaseAction.ReceiveCorrection,
        [
            Day("On", words["收到之日"]) with { Article = 30 },
            Lines("Content", words["补正内容"]),
            .. file.Items.Select((item, index) => Lines(
                CorrectedWords(index),
                file.Items.Count == 1 ? words["补正后的申请内容"] : words["第 {0} 项补正后的申请内容", index + 1],
                optional: true,
                hint: file.ItemsToCorrect is [var only] && only == item
                    ? words["不填写的，以补正内容为申请内容；申请内容没有变化的，请照录原申请内容。"]
                    : words["不填写的，这一项没有变化。"])),
        ],
        reader => CaseForm.Send(new ReceiveCorrection(
            file.Id,
            reader.Number(CaseForm.Version),
            reader.Date("On"),
            reader.Text("Content"),
            [.. file.Items.Select((item, index) => (item.Id, Words: reader.OptionalText(CorrectedWords(index))))
                .Where(item => item.Words is not null).Select(item => new CorrectedItem(item.Id, item.Words!))])))
    {
        Note = words["答复期限自收到补正之日起重新计算（第三十条）。"],
    };

    private static string CorrectedWords(int index) => FormattableString.Invariant($"Items[{index}].Words");

    private CaseForm ReceiveExplanation() => new(
        CaseAction.ReceiveExplanation,
        [Day("On", words["收到之日"]) with { Article = 35 }, Lines("Content", words["说明的理由"])],
        reader => CaseForm.Send(new ReceiveExplanation(
            file.Id, reader.Number(CaseForm.Version), reader.Date("On"), reader.Text("Content"))));

    private CaseForm ReceivePayment() => new(
        CaseAction.ReceivePayment,
        [
            Day("On", words["缴费之日"]) with { Article = 42 },
            new Field("Waived", words["本机关决定免收，填决定之日"], FieldKind.Tick),
        ],
        reader => CaseForm.Send(new ReceivePayment(
            file.Id, reader.Number(CaseForm.Version), reader.Date("On"), reader.Yes("Waived"))));

    private CaseForm RecordSearch() => new(
        CaseAction.RecordSearch,
        [
            .. ItemsField(file.Items),
            Day("On", words["检索日期"]),
            new Field("Found", words["找到份数"], FieldKind.Number) { Value = "0", Article = 36 },
            Lines("Places", words["检索的档案和系统"]),
            Line("Searcher", words["检索人"]),
            Line("Words", words["检索词"]),
            Lines("Findings", words["检索结果"], optional: true),
        ],
        reader => CaseForm.Send(new RecordSearch(
            file.Id,
            reader.Number(CaseForm.Version),
            reader.Ids("Items"),
            reader.Date("On"),
            reader.Number("Found"),
            reader.Text("Places"),
            reader.Text("Searcher"),
            reader.Text("Words"),
            reader.OptionalText("Findings"))));

    private CaseForm ReviewDisclosure() => new(
        CaseAction.ReviewDisclosure,
        [.. ItemsField(file.Items), Lines("Conclusion", words["审查结论"]) with { Article = 17 }],
        reader => CaseForm.Send(new ReviewDisclosure(
            file.Id, reader.Number(CaseForm.Version), reader.Ids("Items"), reader.Text("Conclusion"))))
    {
        Note = ReviewersAndDrafters.IsDrafterOf(file, [.. file.Items.Select(item => item.Id)], actor.Id)
            ? new Refusal("review.ownDraft").Say(Texts.CurrentLanguage)
            : words["公开前须由拟稿人以外的人审查（第十七条）。"],
    };

    private CaseForm ConsentToExtension() => new(
        CaseAction.ConsentToExtension,
        [Day("On", words["同意之日"]) with { Article = 33 }, Line("Head", words["政府信息公开工作机构负责人"])],
        reader => CaseForm.Send(new ConsentToExtension(file.Id, reader.Number(CaseForm.Version), reader.Date("On"), reader.Text("Head"))))
    {
        Note = words["延长答复期限须经政府信息公开工作机构负责人同意（第三十三条第二款）。"],
    };

    private CaseForm ReceiveOpinion() => new(
        CaseAction.ReceiveOpinion,
        [
            DocumentField(document => file.OpenConsultations.Contains(document)) with { Label = words["征求意见的文书"] },
            Day("On", words["收到之日"]) with { Article = 32 },
            Choice("Opinion", words["意见"], Names<Opinion>()),
            Lines("Content", words["意见内容和理由"], optional: true),
        ],
        reader => CaseForm.Send(new ReceiveOpinion(
            file.Id, reader.Number(CaseForm.Version), reader.Id("DocumentId"), reader.Date("On"),
            reader.Choice<Opinion>("Opinion"), reader.OptionalText("Content"))));

    private CaseForm Withdraw() => new(
        CaseAction.Withdraw,
        [Day("On", words["收到撤回之日"]), Lines("Reason", words["撤回理由"], optional: true)],
        reader => CaseForm.Send(new WithdrawApplication(
            file.Id, reader.Number(CaseForm.Version), reader.Date("On"), reader.OptionalText("Reason"))))
    {
        Note = words["申请人须书面撤回；登记后本案不再答复。申请人死亡或者终止、没有承继人的，也在此结案，并在理由中写明。"]
            + words["撤回之日早于今天，或者本案已经逾期的，须写明理由，由提出人以外的审核人确认后生效。"],
    };
}
