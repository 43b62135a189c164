using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Disputes;
using Disclosure.Cases.Web.Localisation;

namespace Disclosure.Cases.Web.Acting;

// Reconsiderations and actions.
internal sealed partial class CaseForms
{
    /// <summary>Whether an action stands in the card about disputes, once there is one.</summary>
    public static bool IsAboutDispute(CaseAction action) =>
        action is CaseAction.RecordDispute or CaseAction.AnswerDispute or CaseAction.DecideDispute or CaseAction.VoidDispute;

    private CaseForm RecordDispute() => new(
        CaseAction.RecordDispute,
        [
            Choice("Kind", words["种类"], Names<DisputeKind>()),
            new Field("IsSummary", words["行政复议适用简易程序"], FieldKind.Tick) { Optional = true },
            Day("FiledOn", words["申请复议、起诉的日期"]),
            Day("ReceivedOn", words["收到申请书、起诉状副本的日期"]),
            Line("Forum", words["复议机关或者法院、案号"]),
            Lines("Subject", words["对什么不服"], hint: words["如：答复文号；未按期答复的，写明未答复。"]),
        ],
        reader => CaseForm.Send(new RecordDispute(
            file.Id,
            reader.Number(CaseForm.Version),
            reader.Choice<DisputeKind>("Kind"),
            reader.Yes("IsSummary"),
            reader.Date("FiledOn"),
            reader.Date("ReceivedOn"),
            reader.Text("Forum"),
            reader.Text("Subject"))))
    {
        Note = words["答复、答辩的期限自收到副本之日起计算，与其他期限一样提醒。"],
    };

    private CaseForm AnswerDispute() => new(
        CaseAction.AnswerDispute,
        [DisputeField(dispute => dispute.AwaitsAnswer), Day("On", words["提出答复、答辩的日期"])],
        reader => CaseForm.Send(new AnswerDispute(file.Id, reader.Number(CaseForm.Version), reader.Id("DisputeId"), reader.Date("On"))));

    private CaseForm DecideDispute() => new(
        CaseAction.DecideDispute,
        [
            DisputeField(_ => true),
            Day("On", words["决定、判决的日期"]),
            Choice("Outcome", words["结果"], Names<DisputeOutcome>()),
            Lines("Content", words["文号和内容"]),
            new Field("Order", words["责令重新答复"], FieldKind.Tick)
            {
                Optional = true, Hint = words["只用于结果纠正的；本案随之重新办理。确认违法等不责令重新答复的，不选。"],
            },
            Day("Order.From", words["新期限起算之日"], optional: true),
            Day("Order.DueOn", words["责令的答复日期"], optional: true),
            new Field("Order.WorkingDays", words["责令的工作日数"], FieldKind.Number)
            {
                Optional = true, Hint = words["二者都没有的，为 20 个工作日。"],
            },
        ],
        reader => CaseForm.Send(new DecideDispute(
            file.Id,
            reader.Number(CaseForm.Version),
            reader.Id("DisputeId"),
            reader.Date("On"),
            reader.Choice<DisputeOutcome>("Outcome"),
            reader.Text("Content"),
            reader.Yes("Order")
                ? new NewReplyOrder(
                    reader.Date("Order.From"), reader.OptionalDate("Order.DueOn"), reader.OptionalNumber("Order.WorkingDays"))
                : null)))
    {
        Note = words["二审、再审改变结果的，或者登记有误的，再登记一次，以最后一次为准。"],
    };

    private CaseForm VoidDispute() => new(
        CaseAction.VoidDispute,
        [DisputeField(_ => true), Lines("Reason", words["理由"])],
        reader => CaseForm.Send(new VoidDispute(
            file.Id, reader.Number(CaseForm.Version), reader.Id("DisputeId"), reader.Text("Reason"))));

    private Field DisputeField(Func<Dispute, bool> fits) => Choice("DisputeId", words["复议、诉讼"],
        [.. file.Disputes.Where(fits).Select(dispute => new Option(
            dispute.Id.ToString(), $"{Name(dispute.Kind)}，{texts.GetValueOrDefault(dispute.Forum.Id)}，{dispute.FiledOn.Long()}"))]);
}
