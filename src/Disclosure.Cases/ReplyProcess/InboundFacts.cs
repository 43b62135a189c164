using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using FluentValidation;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>The applicant's correction came in; the reply period starts anew from that day (art. 30).</summary>
/// <param name="On">The day it was received.</param>
/// <param name="Content">What the applicant wrote.</param>
/// <param name="Items">
/// The items in their corrected words; one that is left out stays as it is. None at all: what the applicant wrote is what is asked for
/// now, provided that a correction was asked for one item only.
/// </param>
public sealed record ReceiveCorrection(
    Guid CaseId, int Version, DateOnly On, string Content, params IReadOnlyList<CorrectedItem> Items)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.ReceiveCorrection);

/// <summary>An item as it is asked for since a correction.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Words">The applicant's words.</param>
public sealed record CorrectedItem(Guid ItemId, string Words);

/// <summary>The applicant's explanation came in (art. 35).</summary>
/// <param name="On">The day it was received.</param>
/// <param name="Content">What was explained.</param>
public sealed record ReceiveExplanation(Guid CaseId, int Version, DateOnly On, string Content)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.ReceiveExplanation);

/// <summary>The processing fee was paid; the reply period starts anew from that day (art. 42).</summary>
/// <param name="On">The day of payment.</param>
/// <param name="Waived">Whether the agency waived it: the clock starts anew as with a payment.</param>
public sealed record ReceivePayment(Guid CaseId, int Version, DateOnly On, bool Waived = false)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.ReceivePayment);

/// <summary>An opinion came in on a consultation letter (art. 32, 34, 11).</summary>
/// <param name="DocumentId">The letter.</param>
/// <param name="On">The day it was received.</param>
/// <param name="Opinion">What it says.</param>
/// <param name="Content">In what words, and with what reasons.</param>
public sealed record ReceiveOpinion(Guid CaseId, int Version, Guid DocumentId, DateOnly On, Opinion Opinion, string? Content)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.ReceiveOpinion);

/// <summary>The head of the disclosure office consented to an extension (art. 33 ¶2).</summary>
/// <param name="On">The day of consent.</param>
/// <param name="Head">Who consented.</param>
public sealed record ConsentToExtension(Guid CaseId, int Version, DateOnly On, string Head)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.ConsentToExtension);

internal sealed class ReceiveCorrectionRules : AbstractValidator<ReceiveCorrection>
{
    public ReceiveCorrectionRules(TimeProvider time)
    {
        RuleFor(command => command.On).HasCome(time);
        RuleFor(command => command.Content).IsText();
        RuleForEach(command => command.Items).ChildRules(item => item.RuleFor(each => each.Words).IsText());
    }
}

internal sealed class ReceiveExplanationRules : AbstractValidator<ReceiveExplanation>
{
    public ReceiveExplanationRules(TimeProvider time)
    {
        RuleFor(command => command.On).HasCome(time);
        RuleFor(command => command.Content).IsText();
    }
}

internal sealed class ReceivePaymentRules : AbstractValidator<ReceivePayment>
{
    public ReceivePaymentRules(TimeProvider time) => RuleFor(command => command.On).HasCome(time);
}

internal sealed class ReceiveOpinionRules : AbstractValidator<ReceiveOpinion>
{
    public ReceiveOpinionRules(TimeProvider time)
    {
        RuleFor(command => command.On).HasCome(time);
        RuleFor(command => command.Opinion).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.Content).IsOptionalText();
    }
}

internal sealed class ConsentToExtensionRules : AbstractValidator<ConsentToExtension>
{
    public ConsentToExtensionRules(TimeProvider time)
    {
        RuleFor(command => command.On).HasCome(time);
        RuleFor(command => command.Head).IsLine(200);
    }
}

internal sealed class ReceiveCorrectionHandler(CaseCommandExecutor executor, UnservedReplies unserved, ICaseTexts texts)
    : CaseHandler<ReceiveCorrection, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(ReceiveCorrection command, CaseFile file, CancellationToken cancellation)
    {
        var content = Texts.Keep(file.Id, command.Content);
        if (command.Items.Count == 0)
        {
            return file.ItemsToCorrect is [var only]
                ? await Record(new CorrectionReceived(command.On, content, [new ItemRef(only.Id, content)]))
                : await Refused("correction.itemsNeeded", nameof(command.Items));
        }

        if (command.Items.Any(corrected => file.Items.All(item => item.Id != corrected.ItemId)))
        {
            return await Refused("items.unknown", nameof(command.Items));
        }

        var items = new List<ItemRef>();
        foreach (var (id, words) in command.Items)
        {
            if (await texts.Read(file.Items.Single(item => item.Id == id).Description, cancellation) != words)
            {
                items.Add(new ItemRef(id, words == command.Content ? content : Texts.Keep(file.Id, words)));
            }
        }

        return await Record(new CorrectionReceived(command.On, content, items));

        async Task<Result<Unit>> Record(CorrectionReceived received)
        {
            await unserved.Withdraw(file, Kernel.Texts.Say(Kernel.Texts.Chinese, "unserved.ReceiveCorrection"), cancellation);
            return await Recorded(file, received);
        }
    }
}

internal sealed class ReceiveExplanationHandler(CaseCommandExecutor executor) : CaseHandler<ReceiveExplanation, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(ReceiveExplanation command, CaseFile file, CancellationToken cancellation) =>
        Recorded(file, new ExplanationReceived(command.On, Texts.Keep(file.Id, command.Content)));
}

internal sealed class ReceivePaymentHandler(CaseCommandExecutor executor, UnservedReplies unserved)
    : CaseHandler<ReceivePayment, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(ReceivePayment command, CaseFile file, CancellationToken cancellation)
    {
        await unserved.Withdraw(file, Kernel.Texts.Say(Kernel.Texts.Chinese, "unserved.ReceivePayment"), cancellation);
        return await Recorded(file, new FeePaid(command.On, command.Waived));
    }
}

internal sealed class ReceiveOpinionHandler(CaseCommandExecutor executor) : CaseHandler<ReceiveOpinion, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(ReceiveOpinion command, CaseFile file, CancellationToken cancellation) =>
        file.OpenConsultations.Any(letter => letter.Id == command.DocumentId)
            ? Recorded(
                file, new OpinionReceived(command.DocumentId, command.On, command.Opinion, Texts.KeepOptional(file.Id, command.Content)))
            : Refused("process.noConsultationOpen", nameof(command.DocumentId));
}

internal sealed class ConsentToExtensionHandler(CaseCommandExecutor executor) : CaseHandler<ConsentToExtension, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(ConsentToExtension command, CaseFile file, CancellationToken cancellation) =>
        command.On < file.ReceivedOn
            ? Refused("date.beforeCase", nameof(command.On), file.ReceivedOn)
            : Recorded(file, new ExtensionConsented(command.On, Texts.Keep(file.Id, command.Head)));
}
