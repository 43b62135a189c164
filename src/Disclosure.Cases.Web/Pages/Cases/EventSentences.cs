using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>What happened in a case, each event as a sentence, with what people wrote about it.</summary>
internal sealed class EventSentences(
    CaseFile file, IReadOnlyDictionary<Guid, string> texts, IReadOnlyDictionary<Guid, string> people, IReplyTemplates templates,
    DateNames dates, CalendarSnapshot calendars, IStringLocalizer<Words> words)
{
    /// <summary>The sentence and, where there is any, what was written.</summary>
    /// <exception cref="InvalidOperationException">The event is of a kind that has no sentence yet.</exception>
    public (string Sentence, string? Detail) Of(CaseEvent caseEvent) => caseEvent switch
    {
        ApplicationRegistered registered => (
            words["登记：{0}，{1}到达", Name(registered.Channel), registered.ArrivedOn.Long()],
            registered.ReceivedOn is { } on ? words["收到申请之日：{0}", on.Long()] : words["收到申请之日待确认（第三十一条）"]),
        CaseImported imported => (
            words["由以往台账导入（第 {0} 行）", imported.Row],
            imported.Reply?.DueOn is { } dueOn ? words["台账所载答复期限：{0}", dueOn.Long()].Value : null),
        ReceiptConfirmed confirmed => (words["与申请人确认收到：{0}", confirmed.ConfirmedOn.Long()], null),
        RegistrationVoided voided => (words["登记作废"], Text(voided.Reason)),
        CaseSplit split => (words["拆出 {0} 项申请事项，另立案卷", split.Items.Count], null),
        CallLogged call => (words["通话记录：{0}", call.On.Long()], Text(call.Content)),
        ApplicantChanged changed => (words["更正、变更申请人信息"], Joined(
            Differences(changed.Applicant.Data),
            changed.Misdirected is { Count: > 0 } misdirected
                ? words["原地址为登记错误，此前按该地址邮寄 {0} 次，退回的不算送达", misdirected.Count].Value
                : null,
            Text(changed.Reason))),
        ApplicantSucceeded { Left: true } left => (
            words["一名申请人退出申请（{0}），由其他申请人继续", left.On.Long()], Joined(NameOf(left.ApplicantId), Text(left.Reason))),
        ApplicantSucceeded { Successor: { } successor } succeeded => (
            words["申请人死亡或者终止（{0}），由{1}承继", succeeded.On.Long(), NameOf(successor.Id) ?? "—"],
            Joined(NameOf(succeeded.ApplicantId), Text(succeeded.Reason))),
        ApplicantSucceeded succeeded => (
            words["申请人死亡或者终止（{0}），由其他申请人继续", succeeded.On.Long()],
            Joined(NameOf(succeeded.ApplicantId), Text(succeeded.Reason))),
        ItemCorrected corrected => (
            Which([corrected.Item.Id]) + words["更正申请事项"],
            Joined(
                $"{Text(Before(file.FormerWords, corrected.Item.Description))} → {Text(corrected.Item.Description)}",
                Text(corrected.Reason))),
        RecipientsNamed named => (
            named.ServedOnEach ? words["文书改为向每名申请人分别送达"] : words["申请人指定由第一名申请人代收文书"], Text(named.Reason)),
        FileAttached attached => (words["添加附件：{0}", Name(attached.Kind)], null),
        CaseReassigned reassigned => (words["改由{0}承办", Person(reassigned.OfficerId)], Text(reassigned.Reason)),
        StepAnswered answered => ($"{Which(answered.Items)}{Name(answered.Step)}：{Name(answered.Answer)}", Text(answered.Reasoning)),
        StepTakenUpAgain again => (words["退回“{0}”重新办理", Name(again.Step)], Text(again.Reason)),
        CaseFiles.Events.CorrectionReceived received => (words["收到补正：{0}", received.On.Long()], Text(received.Content)),
        CaseFiles.Events.ExplanationReceived received => (words["收到申请人说明理由：{0}", received.On.Long()], Text(received.Content)),
        CaseFiles.Events.FeePaid { Waived: true } waived => (words["免收信息处理费：{0}", waived.On.Long()], null),
        CaseFiles.Events.FeePaid paid => (words["申请人缴费：{0}", paid.On.Long()], null),
        ApplicationWithdrawn withdrawn => (words["申请人撤回申请：{0}", withdrawn.On.Long()], Text(withdrawn.Reason)),
        SearchRecorded search => (Which(search.Items) + words["检索：{0}，找到 {1} 份", Text(search.Places) ?? "", search.Found], Joined(
            words["检索词：{0}", Text(search.Words) ?? ""], words["检索人：{0}", Text(search.Searcher) ?? ""], Text(search.Findings))),
        DisclosureReviewed reviewed => (
            Which(reviewed.Items) + words["公开审查，审查人：{0}", Person(reviewed.ReviewerId)],
            Text(reviewed.Conclusion)),
        ColleagueAsked asked => (
            Which(asked.Items) + words["请{0}办理：{1}，{2}前完成", Person(asked.ColleagueId), Name(asked.Task), asked.RespondBy.Long()],
            Text(asked.Remark)),
        AskingWithdrawn withdrawn => (words["不再请同事办理"], Text(withdrawn.Reason)),
        SecondPersonAsked asked => (words["提请第二人确认：{0}", Said(asked)], Text(asked.Reason)),
        SecondPersonAgreed => (words["第二人确认"], null),
        SecondPersonRefused refused => (words["第二人不予确认"], Text(refused.Reason)),
        ExtensionConsented consented => (words["负责人{0}同意延长答复期限：{1}", Text(consented.Head) ?? "", consented.On.Long()], null),
        OpinionReceived opinion =>
            (words["收到意见：{0}（{1}）", Name(opinion.Opinion), opinion.On.Long()], Joined(Title(opinion.DocumentId), Text(opinion.Content))),
        CaseArchived archived => (
            words["归档"], Text(archived.NoProofReason) is { } why ? words["没有送达凭证的原因：{0}", why].Value : null),
        CaseReopened reopened => (words["重新办理：{0}，自{1}起", Name(reopened.Ground), reopened.On.Long()], Text(reopened.Reason)),
        DeadlinesMoved moved => (words["日历变更，期限随之变动"], Joined([
            calendars.Changes.FirstOrDefault(change => change.Ordinal == moved.Edition)?.Note,
            .. moved.Moves.Select(move => $"{Name(move.Kind)}：{move.From.Long()} → {move.To.Long()}"),
            moved.NewFindings > 0 ? words["{0} 项已记录的事项按新日历待核", moved.NewFindings].Value : null])),
        InquiryOpened opened => (words["督办，要求在{0}前答复", opened.RespondBy.Long()], Text(opened.Question)),
        InquiryAnswered answered => (words["答复督办"], Text(answered.Answer)),
        DisputeRecorded recorded => (
            words["登记{0}：{1}提出，{2}收到副本", Name(recorded.Kind), recorded.FiledOn.Long(), recorded.ReceivedOn.Long()],
            Joined(Text(recorded.Forum), recorded.IsSummary ? words["行政复议适用简易程序"].Value : null, Text(recorded.Subject))),
        DisputeAnswered answered => (
            words["复议答复、应诉答辩：{0}，期限为{1}", answered.On.Long(), answered.DueOn.Long()], null),
        DisputeDecided decided => (words["复议、诉讼{0}：{1}", Name(decided.Outcome), decided.On.Long()], Text(decided.Content)),
        DisputeVoided voided => (words["撤销误登的复议、诉讼"], Text(voided.Reason)),
        DateCorrectionProposed proposed => (
            words["申请更正{0}：{1} → {2}", dates.Of(proposed.Sequence, proposed.Field), proposed.From.Long(), proposed.To.Long()],
            Text(proposed.Reason)),
        DateCorrected corrected => (words["同意更正{0}为{1}", dates.Of(corrected.Sequence, corrected.Field), corrected.To.Long()], null),
        DateCorrectionRejected rejected => (words["不同意更正日期"], Text(rejected.Reason)),
        RecordsErased emptied => (
            words["保管期满，清除{0}", Name(emptied.Scope)],
            words["自{0}起保管 {1} 年；{2}提出，{3}确认",
                emptied.ClosedOn.Long(), emptied.Years, Person(emptied.RequesterId), Person(emptied.ConfirmerId)]),
        _ => OfDocument(caseEvent),
    };

    private (string Sentence, string? Detail) OfDocument(CaseEvent caseEvent) => caseEvent switch
    {
        DocumentDrafted drafted => (words["拟写{0}", Title(drafted.DocumentId)], null),
        DocumentRevised revised => (words["修改{0}", Title(revised.DocumentId)], null),
        DocumentFinishedInWord finished => (words["上传在 Word 中定稿的{0}", Title(finished.DocumentId)], null),
        FinishedInWordDiscarded discarded => (words["放弃 Word 定稿：{0}", Title(discarded.DocumentId)], null),
        SignedCopyAttached copy => (words["上传盖章扫描件：{0}", Title(copy.DocumentId)], null),
        DocumentRebased rebased => (words["{0}改用现行文本", Title(rebased.DocumentId)], null),
        DocumentSubmitted submitted => (words["提交审签：{0}", Title(submitted.DocumentId)], null),
        DocumentReturned returned => (
            words["退回修改：{0}", Title(returned.DocumentId)],
            Joined([Text(returned.Reason), .. PassageMark.Read(Text(returned.Marks)).Select(mark => $"“{mark.Quote}”：{mark.Remark}")])),
        DocumentEndorsed endorsed => (words["审核通过（第 {0} 环节）：{1}", endorsed.Link, Title(endorsed.DocumentId)], null),
        DocumentApproved { Number: { } number } approved => (words["签发{0} {1}", Title(approved.DocumentId), number], null),
        DocumentApproved approved => (words["制发{0}", Title(approved.DocumentId)], null),
        DocumentWithdrawn withdrawn => (words["撤销{0}", Title(withdrawn.DocumentId)], Text(withdrawn.Reason)),
        DocumentServed served => (words["送达{0}：{1}，{2}", Title(served.DocumentId), Name(served.Way), served.ServedOn.Long()], Joined(
            served.DeliveredOn is { } on ? words["{0}签收", on.Long()].Value : null,
            Particulars(served),
            Text(served.Details))),
        ServiceDoubted doubted => (
            words["送达存疑：{0}", string.Join("、", doubted.Reasons.Select(reason => Name(reason)))], Title(doubted.DocumentId)),
        DeliveryRecorded delivered =>
            (words["签收：{0}，{1}", Title(delivered.DocumentId), delivered.DeliveredOn.Long()], Text(delivered.Signer)),
        ServiceReturned returned => (words["退件：{0}，{1}", Title(returned.DocumentId), returned.On.Long()], Text(returned.Reason)),
        _ => throw new InvalidOperationException($"The event {caseEvent.GetType().Name} has no sentence."),
    };

    // Of several items, which: 第1、3项. Nothing where all of them are meant.
    private string Which(IReadOnlyList<Guid> items)
    {
        var places = Enumerable.Range(0, file.Items.Count).Where(index => items.Contains(file.Items[index].Id)).ToList();
        return places.Count == 0 || places.Count == file.Items.Count
            ? ""
            : words["第{0}项", string.Join("、", places.Select(place => place + 1))] + " ";
    }

    private string Said(SecondPersonAsked asked) => asked switch
    {
        { On: { } on } => $"{Name(asked.Act)}，{on.Long()}",
        { DocumentId: { } letter } => $"{Name(asked.Act)}{Title(letter)}",
        _ => Name(asked.Act),
    };

    private string Person(Guid user) => people.GetValueOrDefault(user) ?? "—";

    private string Title(Guid documentId) =>
        file.FindDocument(documentId) is { } document ? $"《{templates.TitleOf(document)}》" : "";

    private string? Particulars(DocumentServed served)
    {
        var how = ServiceParticulars.Read(Text(served.Particulars));
        return Joined(
            file.EveryApplicant.Count > 1 && served.ApplicantId is { } applicant ? NameOf(applicant) : null,
            how.Address,
            Masked(how.ElectronicAddress),
            how.MailNumber is { } number ? words["邮件号码 {0}", number].Value : null,
            how.MailNumberNote,
            how.Through is { } agency ? words["由{0}代为送达", agency].Value : null,
            how.Signer is { } signer ? words["签收人：{0}", signer].Value : null,
            how.Basis);
    }

    private string? Differences(TextRef now) => (Person(Before(file.FormerApplicants, now)), Person(now)) is ({ } before, { } after)
        ? Joined(
            Change(words["姓名或者名称"], before.Name, after.Name),
            Change(words["证件"], Masked(before.IdentityNumber), Masked(after.IdentityNumber), before.IdentityNumber != after.IdentityNumber),
            Change(words["联系"], Masked(before.Contact), Masked(after.Contact), before.Contact != after.Contact),
            Change(words["地址"], before.Address, after.Address),
            Change(
                words["电子送达"], Masked(before.ElectronicAddress), Masked(after.ElectronicAddress),
                before.ElectronicAddress != after.ElectronicAddress),
            Change(words["代理人"], before.Representative?.Name, after.Representative?.Name),
            Change(words["代理权限"], before.Representative?.Authority, after.Representative?.Authority))
        : null;

    private static string? Change(string name, string? before, string? after, bool? isChanged = null) =>
        isChanged ?? before != after ? $"{name}：{before ?? "—"} → {after ?? "—"}" : null;

    private static string? Masked(string? number) => number is null ? null : Identity.Masked(number);

    private static TextRef? Before(IReadOnlyList<FormerText> pairs, TextRef after) =>
        pairs.FirstOrDefault(pair => pair.After == after)?.Before;

    // Also of those who ended since.
    private string? NameOf(Guid applicant) => Person(file.EveryApplicant.FirstOrDefault(each => each.Id == applicant)?.Data)?.Name;

    private Applicant? Person(TextRef? data) => Applicant.Read(Text(data));

    private static string Name(Enum value) => Texts.Name(value, Texts.CurrentLanguage);

    private string? Text(TextRef? text) => text is not null && texts.TryGetValue(text.Id, out var found) && found.Length > 0 ? found : null;

    private static string? Joined(params string?[] parts) =>
        parts.Where(part => !string.IsNullOrEmpty(part)).ToList() is { Count: > 0 } some ? string.Join(" · ", some) : null;
}
