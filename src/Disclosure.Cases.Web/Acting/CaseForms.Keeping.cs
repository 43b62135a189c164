using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DateCorrections;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Web.Localisation;

namespace Disclosure.Cases.Web.Acting;

// Service of documents, keeping the file, closing it and taking it up anew.
internal sealed partial class CaseForms
{
    private CaseForm WithdrawDocument() => new(
        CaseAction.WithdrawDocument,
        [DocumentField(document => document.IsRevocable), Lines("Reason", words["撤销理由"])],
        reader => CaseForm.Send(new WithdrawDocument(
            file.Id, reader.Number(CaseForm.Version), reader.Id("DocumentId"), reader.Text("Reason"))))
    {
        Note = words["已取得的文号随之作废，不再使用。已经签发的，须由提出人以外的审核人确认后生效，并计入主管部门的存疑事项。"]
            + (file.Documents.Any(document => document is { IsHalfServed: true, IsRevocable: true })
                ? words["只送达部分申请人的，没有产生效力，撤销后不再向其余申请人送达。"].Value
                : null),
    };

    private CaseForm Reopen() => new(
        CaseAction.Reopen,
        [
            Choice("Ground", words["依据"], Names<ReopeningGround>()),
            Day("On", words["新期限起算之日"]),
            Day("DueOn", words["责令的答复日期"], optional: true),
            new Field("WorkingDays", words["责令的工作日数"], FieldKind.Number) { Optional = true, Hint = words["二者都没有的，为 20 个工作日。"] },
            Lines("Reason", words["决定、判决或者责令的内容"]),
        ],
        reader => CaseForm.Send(new ReopenCase(
            file.Id,
            reader.Number(CaseForm.Version),
            reader.Choice<ReopeningGround>("Ground"),
            reader.Date("On"),
            reader.OptionalDate("DueOn"),
            reader.OptionalNumber("WorkingDays"),
            reader.Text("Reason"))));

    private CaseForm Reassign() => new(
        CaseAction.Reassign,
        [
            Choice("OfficerId", words["新的承办人"], [.. colleagues
                .Where(user => user.Roles.HasFlag(Role.Clerk) && user.Id != file.OfficerId)
                .Select(user => new Option(user.Id.ToString(), user.Name))]),
            Line("Reason", words["理由"]),
        ],
        reader => CaseForm.Send(new ReassignCase(file.Id, reader.Number(CaseForm.Version), reader.Id("OfficerId"), reader.Text("Reason"))));

    private CaseForm ProposeDateCorrection() => new(
        CaseAction.ProposeDateCorrection,
        [
            Choice("Field", words["需要更正的日期"], [.. file.CorrectableDates.OrderBy(date => date.Key.Sequence)
                .Select(date => new Option(
                    $"{date.Key.Sequence}|{StoredNames.Of(date.Key.Field)}",
                    $"{dates.Of(date.Key.Sequence, date.Key.Field)}：{date.Value.Long()}（{words["第 {0} 项记录", date.Key.Sequence]}）"))]),
            Day("To", words["正确的日期"]),
            Lines("Reason", words["如何得知"]),
        ],
        reader =>
        {
            var chosen = (reader.Raw("Field") ?? "").Split('|');
            if (chosen.Length != 2
                || !int.TryParse(chosen[0], out var sequence)
                || !StoredNames.TryRead<CorrectableDate>(chosen[1], out var field))
            {
                reader.Refuse("Field", words["请从所列选项中选择。"]);
                (sequence, field) = (0, default);
            }

            return CaseForm.Send(new ProposeDateCorrection(
                file.Id, reader.Number(CaseForm.Version), sequence, field, reader.Date("To"), reader.Text("Reason")));
        })
    {
        Note = words["由提出人以外的审核人审核后生效，期限重新计算；原记录保留。"],
    };

    private CaseForm DecideDateCorrection() => new(
        CaseAction.DecideDateCorrection,
        [
            Choice("CorrectionId", words["更正申请"], [.. file.ProposedDateCorrections.Where(proposal => proposal.ProposerId != actor.Id)
                .Select(proposal => new Option(
                    proposal.CorrectionId.ToString(),
                    $"{dates.Of(proposal.Sequence, proposal.Field)}：{proposal.From.Long()} "
                        + $"→ {proposal.To.Long()}（{texts.GetValueOrDefault(proposal.Reason.Id)}）"))]),
            Choice("Approves", words["审核意见"], [new("true", words["同意"]), new("false", words["不同意"])]),
            Lines("Reason", words["不同意的理由"], optional: true),
        ],
        reader => CaseForm.Send(new DecideDateCorrection(
            file.Id, reader.Number(CaseForm.Version), reader.Id("CorrectionId"), reader.Yes("Approves"), reader.OptionalText("Reason"))));

    private CaseForm LogCall() => new(
        CaseAction.LogCall,
        [Day("On", words["日期"]), Lines("Content", words["号码、通话对象和内容"])],
        reader => CaseForm.Send(new LogCall(file.Id, reader.Number(CaseForm.Version), reader.Date("On"), reader.Text("Content"))));

    private CaseForm Attach() => new(
        CaseAction.Attach,
        [
            Choice("Kind", words["材料种类"], Names<AttachmentKind>()),
            ServiceField(file.Documents.SelectMany(document => document.Attempts)) with { Optional = true },
            new Field("Content", words["文件（不超过 50 MB）"], FieldKind.Upload),
        ],
        reader => CaseForm.Send(new AttachFile(
            file.Id,
            reader.Number(CaseForm.Version),
            reader.Choice<AttachmentKind>("Kind"),
            FormReader.NameOf(reader.File("Content")) ?? words["附件"],
            "application/octet-stream",
            Bytes(reader.File("Content")),
            reader.OptionalId("ServiceOf"))));

    private static byte[] Bytes(IFormFile? upload)
    {
        if (upload is null)
        {
            return [];
        }

        using var bytes = new MemoryStream();
        upload.CopyTo(bytes);
        return bytes.ToArray();
    }
}
