using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Demonstration.Stories;

/// <summary>How one application goes, from arrival to the archive. This part has what all stories share.</summary>
internal sealed partial class Story(CaseInHand work, Habits habits, Cast cast)
{
    private Random Random => work.Random;

    private Office Office => work.Office;

    private static Channel[] Channels { get; } = Enum.GetValues<Channel>();

    /// <summary>Something the agency is asked for.</summary>
    private Subject AnySubject()
    {
        var subjects = cast.Data.SubjectsOf(Office.Entry);
        return Wording.Fill(subjects[Random.Next(subjects.Count)], Office, work.Today.Year);
    }

    /// <summary>Something of which a part is withheld for the agency's own reasons; nobody else has to be asked.</summary>
    private Subject Separable()
    {
        var subjects = cast.Data.SubjectsOf(Office.Entry)
            .Where(subject => Grounds.Of(subject) != TemplateCodes.RefusedThirdPartyRights).ToList();
        return subjects.Count > 0
            ? Wording.Fill(subjects[Random.Next(subjects.Count)], Office, work.Today.Year)
            : AnySubject() with { Withheld = "所附由其他组织自行印制的宣传材料" };
    }

    /// <summary>Something that holds a business's secret, where the agency has such a thing.</summary>
    private Subject Commercial()
    {
        var subjects = cast.Data.SubjectsOf(Office.Entry).Where(Grounds.IsCommercial).ToList();
        return subjects.Count > 0 ? Wording.Fill(subjects[Random.Next(subjects.Count)], Office, work.Today.Year) : AnySubject();
    }

    /// <summary>
    /// The application comes in today and, where its channel asks for it, is confirmed today or on the next working day (art. 31).
    /// </summary>
    private async Task Receive(
        Subject? subject = null,
        IReadOnlyList<Applicant>? applicants = null,
        IReadOnlyList<string>? items = null,
        Channel? channel = null,
        bool atOnce = false)
    {
        var way = channel ?? Channels[Random.Next(Channels.Length)];
        var confirmed = atOnce || Random.Next(2) == 0;
        var given = applicants ?? [cast.People.Anybody(Random)];
        await work.Register(
            way,
            given,
            subject ?? AnySubject(),
            items,
            confirmed,
            Random.Next(60) == 0 ? "听力障碍，请以文字方式联系" : null,
            way is Channel.OrdinaryPost or Channel.SignedPost && Random.Next(8) == 0 ? "示范区政务服务中心收发室" : null);
        if (work.File.ReceivedOn is null)
        {
            await work.After(1);
            await work.Call($"致电申请人（{work.Applicant.Contact}），确认已收到申请及申请内容。");
            await work.Confirm();
        }

        if (habits.GivesReceipt)
        {
            await work.FillForm(
                TemplateCodes.RegistrationForm, CompanionFacts.Registration(work, given, items ?? [work.Subject.Request]));
            await work.FillForm(TemplateCodes.RegistrationReceipt, CompanionFacts.Receipt(work));
        }
    }

    private async Task Complete()
    {
        await work.After(1 + Random.Next(2));
        await work.Answer(StepAnswer.Complete);
    }

    private async Task Ours()
    {
        await work.After(1 + Random.Next(2));
        await work.Answer(StepAnswer.Ours, reasoning: "属于本机关制作或者保存的政府信息，此前没有相同申请。");
    }

    private async Task Held()
    {
        await work.After(1 + Random.Next(2));
        await work.Search(1);
        await work.Answer(StepAnswer.Held);
    }

    /// <summary>Received, complete, ours, held: the way to 给不给.</summary>
    private async Task ToDisclosure(Subject? subject = null, IReadOnlyList<Applicant>? applicants = null)
    {
        await Receive(subject, applicants);
        await Complete();
        await Ours();
        await Held();
    }

    /// <summary>Somebody else than the drafter reviews what is to be given (art. 17).</summary>
    private async Task ReviewAndAnswer(StepAnswer answer, string? variant = null)
    {
        await work.After(1);
        await work.Review();
        if (habits.FillsReviewForm)
        {
            await work.FillForm(
                TemplateCodes.DisclosureReview, CompanionFacts.DisclosureReview(work, answer == StepAnswer.PartlyDisclosed));
        }

        await work.Answer(answer, variant);
    }

    /// <summary>
    /// Drafts, has approved, serves and archives the letter that ends the case; the facts are made on the day of drafting.
    /// </summary>
    private async Task Finish(string template, Func<JsonObject> facts, string? variant = null)
    {
        var serveOn = ServiceDay();
        await work.On(work.Calendar.WorkingDay(serveOn, -3));
        var document = await MakeLetter(template, facts, variant, serveOn);
        if (habits.VoidsNumber)
        {
            await work.WithdrawLetter(document, "签发后发现附件页数有误，送达前撤销，文号作废。");
            document = await MakeLetter(template, facts, variant, serveOn);
        }

        await work.On(serveOn);
        await Serve(document);
        if (habits.ProvesService && work.File.Document(document).DeliveredOn is not null)
        {
            await work.FillForm(
                TemplateCodes.ProofOfService, CompanionFacts.ProofOfService(work, work.File.Document(document), cast.TitleOf(template)));
        }

        if (habits.ArchivesAfter is { } days)
        {
            await work.After(days);
            await work.Archive();
        }
    }

    private async Task<Guid> MakeLetter(string template, Func<JsonObject> facts, string? variant, DateOnly serveOn)
    {
        var document = await work.Draft(template, facts(), variant);
        await work.On(work.Today);
        await work.Submit(document);
        if (habits.ReturnsDraft)
        {
            await work.On(work.Today);
            await work.Return(document, "请核对文件名称和页数，补充说明理由后再报。");
            await work.On(work.Today);
            await work.Revise(document, facts());
            await work.Submit(document);
        }

        var approveOn = work.Calendar.WorkingDay(serveOn, -1);
        await work.On(approveOn > work.Today ? approveOn : work.Today);
        await work.Approve(document);
        return document;
    }

    private async Task Serve(Guid document)
    {
        var way = habits.MailComesBack || habits.WrongAddress || habits.CorrectsDeliveryDate ? ServiceWay.Post : work.WayOfService();
        await work.Serve(document, way, toAddressGiven: !habits.WrongAddress);
        if (habits.MailComesBack || habits.WrongAddress)
        {
            await work.After(habits.WrongAddress ? 1 : 6);
            await work.ComeBack(document, habits.WrongAddress ? "邮寄地址填写错误，邮件退回" : "收件人多次投递未取，邮件退回");
            await work.On(work.Today);
            await work.Serve(document, ServiceWay.Post);
        }

        if (work.File.Document(document).DeliveredOn is null)
        {
            await work.After(2 + Random.Next(2));
            await work.Deliver(document, $"{work.Applicant.Name}（本人或者收发室）");
        }

        if (habits.CorrectsDeliveryDate)
        {
            await work.After(2);
            var attempt = work.File.Document(document).Attempts[^1];
            await work.CorrectDate(
                attempt.Sequence, CorrectableDate.DeliveredOn, attempt.DeliveredOn!.Value.AddDays(-1), "经查询邮件投递记录，实际签收日期早一天。");
        }
    }

    // In time with some days to spare, or late as planned. Where nothing is due (the clock stands, or the applicant has withdrawn) soon.
    private DateOnly ServiceDay()
    {
        var soon = work.Calendar.WorkingDay(work.Today, 3);
        if (StatutoryClock.Reckon(work.File.Timeline!, work.Calendar, withLedger: false).ReplyDueOn is not { } due)
        {
            return soon;
        }

        if (habits.LateBy > 0)
        {
            return work.Calendar.WorkingDay(due, habits.LateBy);
        }

        var planned = work.Calendar.WorkingDay(due, -Random.Next(1, 9) - (habits.WrongAddress ? 3 : 0));
        return planned > soon ? planned : soon < due ? soon : due;
    }
}
