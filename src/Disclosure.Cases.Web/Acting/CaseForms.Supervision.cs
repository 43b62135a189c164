using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Supervision;
using Disclosure.Cases.Web.Localisation;

namespace Disclosure.Cases.Web.Acting;

// What the district's supervision asks, and the agency's answer.
internal sealed partial class CaseForms
{
    /// <summary>Whether an action stands beside the inquiry, above everything else on the page.</summary>
    public static bool IsAboutInquiry(CaseAction action) => action is CaseAction.OpenInquiry or CaseAction.AnswerInquiry;

    private CaseForm OpenInquiry() => new(
        CaseAction.OpenInquiry,
        [
            Lines("Question", words["要求承办机关说明或者整改的事项"]),
            Day("RespondBy", words["答复督办的期限"]) with { Value = calendar.AddWorkingDays(today, Supervision.OpenInquiry.UsualDays).Iso() },
        ],
        reader => CaseForm.Send(new OpenInquiry(
            file.Id, reader.Number(CaseForm.Version), reader.Text("Question"), reader.Date("RespondBy"))));

    // At most one is open, and whoever saw another one saw another version of the case.
    private CaseForm AnswerInquiry() => new(
        CaseAction.AnswerInquiry,
        [Lines("Answer", words["答复：原因、进展和措施"])],
        reader => CaseForm.Send(new AnswerInquiry(
            file.Id, reader.Number(CaseForm.Version), file.OpenInquiries.FirstOrDefault()?.Id ?? Guid.Empty, reader.Text("Answer"))));
}
