using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using FluentValidation;

namespace Disclosure.Cases.Registration;

/// <summary>Notes a call: number, with whom, what.</summary>
/// <param name="On">The day.</param>
/// <param name="Content">Number, with whom, what was said.</param>
public sealed record LogCall(Guid CaseId, int Version, DateOnly On, string Content)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.LogCall);

internal sealed class LogCallRules : AbstractValidator<LogCall>
{
    public LogCallRules(TimeProvider time)
    {
        RuleFor(command => command.On).HasCome(time);
        RuleFor(command => command.Content).IsText(2000);
    }
}

internal sealed class LogCallHandler(CaseCommandExecutor executor) : CaseHandler<LogCall, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(LogCall command, CaseFile file, CancellationToken cancellation) =>
        Recorded(file, new CallLogged(command.On, Texts.Keep(file.Id, command.Content)));
}

/// <summary>Puts a scan or file with the case.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The file's name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">Its bytes, at most 50 MB.</param>
/// <param name="ServiceOf">Of a proof of service: the attempt that it proves.</param>
public sealed record AttachFile(
    Guid CaseId, int Version, AttachmentKind Kind, string Name, string MediaType, byte[] Content, Guid? ServiceOf = null)
    : CaseCommand<Guid>(CaseId, Version, CaseAction.Attach);

internal sealed class AttachFileRules : AbstractValidator<AttachFile>
{
    public AttachFileRules()
    {
        RuleFor(command => command.Name).IsLine(200);
        RuleFor(command => command.Kind).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.Content).IsAttachable();
    }
}

internal sealed class AttachFileHandler(CaseCommandExecutor executor, ICaseContents contents) : CaseHandler<AttachFile, Guid>(executor)
{
    protected override async Task<Result<Guid>> Act(AttachFile command, CaseFile file, CancellationToken cancellation)
    {
        var attempts = file.Documents.SelectMany(document => document.Attempts).Select(attempt => attempt.Id).ToList();
        if (command.ServiceOf is { } proved
            ? command.Kind != AttachmentKind.ProofOfService || !attempts.Contains(proved)
            : command.Kind == AttachmentKind.ProofOfService)
        {
            return await Refused("service.whichService", nameof(command.ServiceOf));
        }

        var (id, sha256) = await contents.Keep(file.Id, command.Name, command.MediaType, command.Content, cancellation);
        file.Record(new FileAttached(id, command.Kind, sha256, command.ServiceOf));
        return id;
    }
}

/// <summary>Gives the case to another officer of the agency.</summary>
/// <param name="OfficerId">The officer.</param>
/// <param name="Reason">Why.</param>
public sealed record ReassignCase(Guid CaseId, int Version, Guid OfficerId, string Reason)
    : CaseCommand<Unit>(CaseId, Version, CaseAction.Reassign);

internal sealed class ReassignCaseRules : AbstractValidator<ReassignCase>
{
    public ReassignCaseRules() => RuleFor(command => command.Reason).IsLine(500);
}

internal sealed class ReassignCaseHandler(CaseCommandExecutor executor, IUsers users) : CaseHandler<ReassignCase, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(ReassignCase command, CaseFile file, CancellationToken cancellation) =>
        (await users.OfAgency(file.AgencyId, cancellation)).FirstOrDefault(user => user.Id == command.OfficerId) is { } officer
        && officer.Roles.HasFlag(Role.Clerk)
            ? await Recorded(file, new CaseReassigned(officer.Id, Texts.Keep(file.Id, command.Reason)))
            : new Refusal("officer.notAClerk") { Field = nameof(command.OfficerId) };
}
