using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess.Colleagues;
using Disclosure.Cases.SecondPerson;
using Disclosure.Cases.Web.Localisation;

namespace Disclosure.Cases.Web.Acting;

// What colleagues are asked for, and what a second person confirms.
internal sealed partial class CaseForms
{
    // Whoever would be refused for every item is not offered.
    private CaseForm AskColleague() => new(
        CaseAction.AskColleague,
        [
            Choice("Task", words["请办理的事项"], Names<ColleagueTask>()),
            Choice("ColleagueId", words["请哪位同事"], [.. colleagues
                .Where(user => user.Id != actor.Id && Enum.GetValues<ColleagueTask>().Any(task => file.Items.Any(
                    item => ReplyProcess.Colleagues.AskColleague.WhyNot(task, file, item.Id, user) is null)))
                .Select(user => new Option(user.Id.ToString(), user.Name))]),
            .. ItemsField(file.Items),
            Day("RespondBy", words["完成期限"]) with
            {
                Value = calendar.AddWorkingDays(today, ReplyProcess.Colleagues.AskColleague.UsualDays).Iso(),
            },
            Lines("Remark", words["附言"], optional: true),
        ],
        sent => CaseForm.Send(new AskColleague(
            file.Id,
            sent.Number(CaseForm.Version),
            sent.Choice<ColleagueTask>("Task"),
            sent.Id("ColleagueId"),
            sent.Ids("Items"),
            sent.Date("RespondBy"),
            sent.OptionalText("Remark"))))
    {
        Note = words["被请的同事会在“今日待办”和“提醒”中看到；登记公开审查、不再请其办理或者办结之后自动消失。拟稿人不能作公开审查（第十七条）。"],
    };

    private CaseForm WithdrawAsking() => new(
        CaseAction.WithdrawAsking,
        [
            Choice("AskingId", words["请办理的事项"], [.. file.OpenAskings.Select(asking => new Option(
                asking.Id.ToString(),
                $"{Name(asking.Task)}：{NameOf(asking.ColleagueId)}（{words["{0}前", asking.RespondBy.Short(today)]}）"))]),
            Lines("Reason", words["理由"], optional: true),
        ],
        sent => CaseForm.Send(new WithdrawAsking(
            file.Id, sent.Number(CaseForm.Version), sent.Id("AskingId"), sent.OptionalText("Reason"))));

    private CaseForm DecideGuardedAct() => new(
        CaseAction.DecideGuardedAct,
        [
            Choice("RequestId", words["待确认的事项"], [.. file.GuardedActsAsked.Where(asked => asked.RequesterId != actor.Id)
                .Select(asked => new Option(asked.RequestId.ToString(), $"{Said(asked)}（{texts.GetValueOrDefault(asked.Reason.Id)}）"))]),
            Choice("Agrees", words["确认意见"], [new("true", words["确认"]), new("false", words["不确认"])]),
            Lines("Reason", words["不确认的理由"], optional: true),
        ],
        sent => CaseForm.Send(new DecideGuardedAct(
            file.Id, sent.Number(CaseForm.Version), sent.Id("RequestId"), sent.Yes("Agrees"), sent.OptionalText("Reason"))))
    {
        Note = words["确认后即生效，并计入主管部门的存疑事项；提出人不能自行确认。"],
    };

    /// <summary>What is to be done, with its day or letter.</summary>
    public string Said(SecondPersonAsked asked) => asked switch
    {
        { Act: GuardedAct.WithdrawApplication, On: { } on } => words["登记撤回，撤回之日为{0}", on.Long()],
        { DocumentId: { } id } when file.FindDocument(id) is { } document => words["撤销{0}", Title(document)],
        _ => Name(asked.Act),
    };

    // Why it is put before a second person, said before it is asked for.
    private string? DoubtedVoiding => ReasonsToDoubt.OfVoiding(file, calendars, today) is { Count: > 0 } reasons
        ? words["本件{0}：提交后须由提出人以外的审核人确认才生效，并计入主管部门的存疑事项。", string.Join("、", reasons.Select(reason =>
            reason switch
            {
                ReasonToDoubt.VoidedWhenOverdue => words["已经逾期"].Value,
                ReasonToDoubt.VoidedAfterService => words["已有文书送达"].Value,
                _ => words["已有文书签发"].Value,
            }))].Value
        : null;

    private string NameOf(Guid user) => colleagues.FirstOrDefault(each => each.Id == user)?.Name ?? "—";
}
