using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Looks;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Reporting;

/// <summary>What is held of a person.</summary>
public enum HeldField
{
    /// <summary>姓名或者名称.</summary>
    Name,

    /// <summary>证件号码.</summary>
    IdentityNumber,

    /// <summary>联系方式.</summary>
    Contact,

    /// <summary>地址.</summary>
    Address,

    /// <summary>电子送达地址.</summary>
    ElectronicAddress,

    /// <summary>代理人.</summary>
    Representative,

    /// <summary>申请内容.</summary>
    Requested,

    /// <summary>需要的帮助 (art. 43).</summary>
    AccessibilityNeed,

    /// <summary>通话记录.</summary>
    Call,

    /// <summary>文书.</summary>
    Letter,

    /// <summary>送达.</summary>
    Service,

    /// <summary>附件.</summary>
    Attachment,

    /// <summary>查阅: somebody saw it in full or took it along.</summary>
    Look,
}

/// <summary>One thing that is held of a person in a case.</summary>
/// <param name="Value">What it is; empty where it is no longer there.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="By">Who recorded it, or looked at it.</param>
public sealed record HeldDatum(HeldField Field, string Value, DateTimeOffset At, string By);

/// <summary>A case in which somebody applied, and what is held of them there.</summary>
public sealed record HeldCase(
    Guid CaseId, Guid AgencyId, string RegisterNumber, string AgencyName, CaseStage Stage, IReadOnlyList<HeldDatum> Data);

/// <summary>
/// What is held of a person in all cases: everybody may ask what is processed about them, and have a copy of it
/// (《个人信息保护法》 art. 45). Found as applicants; representatives and third parties have no number by which they could be.
/// </summary>
public sealed class HeldData(
    IApplicants applicants, ICaseFiles files, ICaseTexts texts, ICaseContentHeads contents, ICaseQueries queries, ILooks looks,
    IAgencies agencies, IReplyTemplates templates, TimeProvider time)
{
    // Beyond it nobody reads on; the record of looks has them all.
    private const int MostLooks = 500;

    /// <summary>The cases of whoever has that identity number or that contact, the earliest first.</summary>
    public async Task<IReadOnlyList<HeldCase>> Of(string numberOrContact, CancellationToken cancellation)
    {
        var names = (await agencies.AllOn(time.Today(), cancellation)).ToDictionary(agency => agency.Id, agency => agency.Name);
        var held = new List<HeldCase>();
        foreach (var (caseId, applicantIds) in await applicants.Having(numberOrContact, cancellation))
        {
            if (await files.Find(caseId, cancellation) is { } file)
            {
                held.Add(new HeldCase(
                    caseId, file.AgencyId, file.RegisterNumber, names.GetValueOrDefault(file.AgencyId, ""), file.Stage,
                    [.. (await Data(file, applicantIds, cancellation)).Distinct()]));
            }
        }

        return [.. held.OrderBy(each => each.Data.Count > 0 ? each.Data[0].At : default).ThenBy(each => each.RegisterNumber)];
    }

    private async Task<List<HeldDatum>> Data(CaseFile file, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var written = await texts.OfCase(file.Id, cancellation);
        var names = await contents.OfCase(file.Id, cancellation);
        var data = new List<HeldDatum>();
        foreach (var row in await queries.History(file.Id, cancellation))
        {
            data.AddRange(In(row.Event).Select(each => new HeldDatum(each.Field, each.Value, row.OccurredAt, row.ActorName)));
        }

        var ofCase = new LookFilter(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, RegisterNumber: file.RegisterNumber);
        var seen = await looks.Find(ofCase, 0, MostLooks, cancellation);
        data.AddRange(seen.Reverse().Select(look => new HeldDatum(
            HeldField.Look, string.Join(' ', new[] { Texts.Name(look.Kind), look.Subject }.Where(part => part.Length > 0)), look.At,
            look.UserName)));
        return data;

        IEnumerable<(HeldField Field, string Value)> In(CaseEvent caseEvent) => (caseEvent switch
        {
            ApplicationRegistered registered => registered.Applicants.Where(each => ids.Contains(each.Id)).SelectMany(Person)
                .Concat(registered.Items.Select(item => (HeldField.Requested, Text(item.Description))))
                .Append((HeldField.AccessibilityNeed, Text(registered.AccessibilityNeed))),
            ApplicantChanged changed when ids.Contains(changed.Applicant.Id) => Person(changed.Applicant),
            ApplicantSucceeded { Successor: { } successor } when ids.Contains(successor.Id) => Person(successor),
            ItemCorrected corrected => [(HeldField.Requested, Text(corrected.Item.Description))],
            CorrectionReceived received => (received.Items ?? []).Select(item => (HeldField.Requested, Text(item.Description))),
            CallLogged call => [(HeldField.Call, Text(call.Content))],
            DocumentApproved approved => [(HeldField.Letter, Title(approved))],
            DocumentServed served when served.ApplicantId is null || ids.Contains(served.ApplicantId.Value) =>
                [(HeldField.Service, How(served))],
            FileAttached attached =>
                [(HeldField.Attachment, $"{Texts.Name(attached.Kind)} {names.GetValueOrDefault(attached.FileId)?.Name}")],
            _ => Enumerable.Empty<(HeldField, string)>(),
        }).Where(each => each.Item2.Length > 0);

        string Text(TextRef? text) => text is null ? "" : written.GetValueOrDefault(text.Id, "");

        string Title(DocumentApproved approved)
        {
            var document = file.Document(approved.DocumentId);
            return $"{templates.TitleOf(document.Template, document.Sections.Count)} {approved.Number}".TrimEnd();
        }

        string How(DocumentServed served)
        {
            var how = ServiceParticulars.Read(Text(served.Particulars));
            return string.Join(' ', new[]
            {
                Texts.Name(served.Way), served.ServedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), how.Address,
                how.ElectronicAddress, how.MailNumber, how.Signer,
            }.Where(part => !string.IsNullOrEmpty(part)));
        }

        IEnumerable<(HeldField Field, string Value)> Person(ApplicantRef reference) =>
            Applicant.Read(Text(reference.Data)) is not { } person ? [] :
            [
                (HeldField.Name, person.Name), (HeldField.IdentityNumber, person.IdentityNumber ?? ""),
                (HeldField.Contact, person.Contact ?? ""), (HeldField.Address, person.Address ?? ""),
                (HeldField.ElectronicAddress, person.ElectronicAddress ?? ""),
                (HeldField.Representative, person.Representative is { } agent ? $"{agent.Name}（{agent.Authority}）" : ""),
            ];
    }
}

/// <summary>Makes what is held of a person a spreadsheet.</summary>
public interface IHeldDataSheets
{
    /// <summary>A workbook (XLSX) with one sheet: a line for each thing that is held.</summary>
    Task<byte[]> ToXlsx(string title, IReadOnlyList<HeldCase> cases, CancellationToken cancellation);
}
