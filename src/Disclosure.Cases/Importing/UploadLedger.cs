using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Importing;

/// <summary>上传台账: takes a file of past cases in, to be looked at before anything of it is imported.</summary>
/// <param name="AgencyId">Whose cases they are.</param>
/// <param name="FileName">What the file is called.</param>
/// <param name="Content">The file.</param>
public sealed record UploadLedger(Guid AgencyId, string? FileName, [property: NotPrinted] byte[] Content) : ICommand<Guid>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk | Role.Manager;
}

internal sealed class UploadLedgerRules : AbstractValidator<UploadLedger>
{
    public UploadLedgerRules()
    {
        RuleFor(command => command.FileName).IsLine(200);
        RuleFor(command => command.Content).Must(content => content.Length > 0).Refuse("file.empty")
            .Must(content => content.Length <= ISheetReader.LargestFile * 1024 * 1024).Refuse("file.tooLarge", ISheetReader.LargestFile);
    }
}

internal sealed class UploadLedgerHandler(
    IImports imports, ISheetReader reader, IAgencies agencies, CurrentActor actor, TimeProvider time, IIds ids)
    : ICommandHandler<UploadLedger, Guid>
{
    public async Task<Result<Guid>> Handle(UploadLedger request, CancellationToken cancellationToken)
    {
        if (!Import.IsAllowedTo(actor.Value, request.AgencyId)
            || (await agencies.AllOn(time.Today(), cancellationToken)).All(agency => agency.Id != request.AgencyId))
        {
            return new Refusal("import.otherAgency") { Field = nameof(request.AgencyId) };
        }

        var read = reader.Read(request.Content);
        if (!read.Succeeded)
        {
            return Result<Guid>.Refused([.. read.Refusals.Select(refusal => refusal with { Field = nameof(request.Content) })]);
        }

        if (ImportLayout.Choices(read.Value) is not [var first, ..])
        {
            return new Refusal("import.noSheet") { Field = nameof(request.Content) };
        }

        var remembered = await imports.Remembered(request.AgencyId, cancellationToken);
        var import = new Import(
            ids.Next(), request.AgencyId, request.FileName!, actor.Value.Id, time.GetUtcNow(),
            ImportLayout.Propose(0, first.Rows, remembered));
        await imports.Add(import, request.Content, cancellationToken);
        return import.Id;
    }
}
