using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.SecondPerson;

namespace Disclosure.Cases.Demonstration.Simulation;

// The one road of all documents.
internal sealed partial class CaseInHand
{
    public Task<Guid> Draft(string template, JsonObject facts, string? variant = null) =>
        Draft([new DraftedSection(template, variant, facts)]);

    /// <summary>A letter with a section for each outcome, the first the principal one.</summary>
    public Task<Guid> Draft(IReadOnlyList<DraftedSection> sections) => Do(clerk, new DraftDocument(File.Id, File.Version, sections));

    public Task Submit(Guid document) => Do(clerk, new SubmitDocument(File.Id, File.Version, document));

    public Task Return(Guid document, string reason) => Do(reviewer, new ReturnDocument(File.Id, File.Version, document, reason));

    public Task Revise(Guid document, JsonObject facts) => Do(clerk, new ReviseDocument(File.Id, File.Version, document, [facts]));

    /// <summary>Passes every link of the approval chain, each by another reviewer.</summary>
    public async Task Approve(Guid document)
    {
        foreach (var approver in office.Reviewers.OrderBy(person => person != reviewer))
        {
            if ((await Do(approver, new ApproveDocument(File.Id, File.Version, document))).IsComplete)
            {
                return;
            }

            await On(Today);
        }

        throw new InvalidOperationException("The office has too few reviewers for its approval chain.");
    }

    /// <summary>The clerk asks that a signed letter be withdrawn, the reviewer confirms it.</summary>
    public async Task WithdrawLetter(Guid document, string reason)
    {
        await Do(clerk, new WithdrawDocument(File.Id, File.Version, document, reason));
        await On(Today);
        await Do(reviewer, new DecideGuardedAct(File.Id, File.Version, File.GuardedActsAsked[^1].RequestId, true));
    }

    /// <summary>Serves a letter; to a wrong address it is one that somebody copied from elsewhere.</summary>
    public Task Serve(Guid document, ServiceWay way, bool toAddressGiven = true) => Do(clerk, new ServeDocument(
        File.Id,
        File.Version,
        document,
        way,
        Today,
        way == ServiceWay.Electronic ? Today : null,
        way switch
        {
            ServiceWay.Post when File.Document(document).Recipients[0] is null =>
                new ServiceParticulars("收件人登记的住所", MailNumber: MailNumber()),
            ServiceWay.Post => new ServiceParticulars(
                toAddressGiven ? Applicant.Address ?? "示范区示范路1号" : "示范区旧城路9号（地址抄录有误）",
                MailNumber: MailNumber(),
                Basis: toAddressGiven && Applicant.Address is not null ? null : "抄录自以前的案卷"),
            ServiceWay.ThroughAgency => new ServiceParticulars(Through: "申请人住所地街道办事处、镇人民政府"),
            ServiceWay.HandedOver => new ServiceParticulars(Signer: Applicant.Name),
            ServiceWay.Electronic => new ServiceParticulars(),
        }));

    private string MailNumber() => $"XA{random.Next(100_000_000):D8}000";

    public Task Deliver(Guid document, string signer) => Do(clerk, new RecordDelivery(File.Id, File.Version, document, Today, signer));

    public Task ComeBack(Guid document, string reason) => Do(clerk, new RecordReturnedMail(File.Id, File.Version, document, Today, reason));

    /// <summary>Drafts, submits, approves and serves a letter, all within two working days; post is delivered some days later.</summary>
    public Task<Guid> Send(
        string template, JsonObject facts, string? variant = null, ServiceWay? way = null, bool untilDelivered = false) =>
            Send([new DraftedSection(template, variant, facts)], way, untilDelivered);

    /// <summary>The same with a letter that has a section for each outcome.</summary>
    public async Task<Guid> Send(IReadOnlyList<DraftedSection> sections, ServiceWay? way = null, bool untilDelivered = false)
    {
        var document = await Draft(sections);
        await On(Today);
        await Submit(document);
        await On(Today);
        await Approve(document);
        await On(Today);
        await Serve(document, way ?? WayOfService());
        if (untilDelivered && File.Document(document).DeliveredOn is null)
        {
            await After(2);
            await Deliver(document, "收件人本人或者单位收发室");
        }

        return document;
    }

    /// <summary>A form that nobody approves: filled in, and put on record as handed over.</summary>
    public async Task FillForm(string template, JsonObject facts)
    {
        var document = await Draft(template, facts);
        await Submit(document);
        await Serve(document, ServiceWay.HandedOver);
    }

    /// <summary>The way that suits how the application came in.</summary>
    public ServiceWay WayOfService() => File.Channel switch
    {
        Channel.Internet or Channel.Email =>
            random.Next(3) > 0 && Applicant.ElectronicAddress is not null ? ServiceWay.Electronic : ServiceWay.Post,
        Channel.InPerson or Channel.Oral => random.Next(3) > 0 ? ServiceWay.Post : ServiceWay.HandedOver,
        _ => random.Next(12) > 0 ? ServiceWay.Post : ServiceWay.ThroughAgency,
    };

    /// <summary>The case's document made from a template that went out last.</summary>
    public CaseDocument Sent(string template) =>
        File.Documents.Last(document => document.Template == template && document.Number is not null);
}
