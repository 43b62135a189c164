using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Acting;

/// <summary>What is asked of a service (送达), of one letter or of several at once, and the command that it makes.</summary>
internal sealed class ServiceForm(IStringLocalizer<Words> words)
{
    /// <summary>The field of a mail's number.</summary>
    public const string MailNumber = "Particulars.MailNumber";

    /// <summary>The field of the file that proves it.</summary>
    public const string ProofOf = "Proof";

    private static readonly (ServiceWay Way, string Asks)[] Questions =
    [
        (ServiceWay.HandedOver, "SignedFor"), (ServiceWay.ThroughAgency, "ThroughAgency SignedFor"),
        (ServiceWay.Post, "PostalAddress AddressBasis"), (ServiceWay.Electronic, "ElectronicAddress AddressBasis"),
    ];

    /// <summary>The fields from the way to the proof.</summary>
    /// <param name="today">The day that stands there at first.</param>
    /// <param name="postal">The address that the recipient gave, where there is one recipient.</param>
    /// <param name="postalHint">A line under the address, or null.</param>
    /// <param name="electronic">The electronic address, likewise.</param>
    /// <param name="electronicHint">A line under it, or null.</param>
    public IEnumerable<Field> Fields(DateOnly today, string? postal, string? postalHint, string? electronic, string? electronicHint) =>
    [
        new("Way", words["送达方式"], FieldKind.Choice)
        {
            Options = [.. Questions.Select(each => new Option(StoredNames.Of(each.Way), Texts.Name(each.Way, Texts.CurrentLanguage))
            {
                Asks = each.Asks,
            })],
        },
        new("ServedOn", words["送达之日"], FieldKind.Date)
        {
            Value = today.Iso(), Hint = words["直接送达填签收之日，邮寄填付邮之日，电子送达填发出之日。"],
        },
        Line("Particulars.Address", words["邮寄地址"], "PostalAddress") with { Value = postal, Hint = postalHint },
        Line(MailNumber, words["邮件号码"], "PostalAddress"),
        Line("Particulars.MailNumberNote", words["号码重复的说明"], "PostalAddress") with { OnRefusal = true },
        Line("Particulars.ElectronicAddress", words["电子送达地址"], "ElectronicAddress") with { Value = electronic, Hint = electronicHint },
        Line("Particulars.Through", words["代为送达的行政机关"], "ThroughAgency"),
        Line("Particulars.Basis", words["地址来源或者同意电子送达的经过"], "AddressBasis") with { Hint = words["地址由申请人提供的不填。"] },
        Line("Particulars.Signer", words["签收人"], "SignedFor"),
        new("DeliveredOn", words["签收之日（已知时）"], FieldKind.Date) { Optional = true },
        Line("Details", words["备注"], null),
        new(ProofOf, words["送达凭证（扫描件，可以以后上传）"], FieldKind.Upload) { Optional = true },
    ];

    /// <summary>The command that the fields make.</summary>
    public ServeDocument Read(FormReader reader, Guid caseId, int version, Guid documentId, Guid? applicantId) => new(
        caseId,
        version,
        documentId,
        reader.Choice<ServiceWay>("Way"),
        reader.Date("ServedOn"),
        reader.OptionalDate("DeliveredOn"),
        new ServiceParticulars(
            reader.OptionalText("Particulars.Address"),
            reader.OptionalText("Particulars.ElectronicAddress"),
            reader.OptionalText(MailNumber),
            reader.OptionalText("Particulars.Through"),
            reader.OptionalText("Particulars.Signer"),
            reader.OptionalText("Particulars.Basis"),
            reader.OptionalText("Particulars.MailNumberNote")),
        applicantId,
        reader.OptionalText("Details"),
        Proof(reader, ProofOf));

    /// <summary>The file of a field, or null.</summary>
    public ProofFile? Proof(FormReader reader, string field)
    {
        if (reader.File(field) is not { Length: > 0 } upload)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        upload.CopyTo(bytes);
        return new ProofFile(FormReader.NameOf(upload) ?? words["送达凭证"], "application/octet-stream", bytes.ToArray());
    }

    private static Field Line(string name, string label, string? when) => new(name, label, FieldKind.Line) { Optional = true, When = when };
}
