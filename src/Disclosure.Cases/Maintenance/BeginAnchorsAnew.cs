using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Maintenance;

/// <summary>
/// Begins another anchor file in the place of one that is lost or damaged for good. What it bore witness to is given up, which stands in
/// the administration's journal with the reason. Refused while the file is whole, and where chains differ from it: that is evidence.
/// </summary>
/// <param name="Reason">Why, a line.</param>
public sealed record BeginAnchorsAnew(string Reason) : ICommand<BegunAnew>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System;
}

/// <summary>Another anchor file was begun.</summary>
/// <param name="Kept">Where the damaged one is kept; null where there was none.</param>
public sealed record BegunAnew(string? Kept);

internal sealed class BeginAnchorsAnewRules : AbstractValidator<BeginAnchorsAnew>
{
    private const int Longest = 200;

    public BeginAnchorsAnewRules() => RuleFor(command => command.Reason).IsLine(Longest);
}

internal sealed class BeginAnchorsAnewHandler(IRecordVerification records) : ICommandHandler<BeginAnchorsAnew, BegunAnew>
{
    private const string ChainsDiffer = "anchor.differs";

    public async Task<Result<BegunAnew>> Handle(BeginAnchorsAnew request, CancellationToken cancellationToken) =>
        await records.OfAnchors(cancellationToken) switch
        {
            [] => new Refusal("anchors.whole"),
            var findings when findings.Contains(ChainsDiffer) => Result<BegunAnew>.Refused(VerifyRecordsHandler.Refusals(findings)),
            _ => new BegunAnew(await records.AnchorAnew(request.Reason.Trim(), cancellationToken)),
        };
}
