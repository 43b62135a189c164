using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Reporting;
using FluentValidation;

namespace Disclosure.Cases.Bulletins;

/// <summary>Keeps the text of a bulletin in preparation.</summary>
/// <param name="Parts">The parts and their text, up to 20,000 characters each; what is not named stays.</param>
public sealed record WriteBulletin(Quarter Quarter, IReadOnlyDictionary<BulletinPart, string> Parts) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Manager;
}

internal sealed class WriteBulletinRules : AbstractValidator<WriteBulletin>
{
    private const int Longest = 20_000;

    public WriteBulletinRules() =>
        RuleForEach(command => command.Parts).ChildRules(each => each.RuleFor(part => part.Value).IsOptionalText(Longest));
}

internal sealed class WriteBulletinHandler(IBulletins bulletins, BulletinReading reading) : ICommandHandler<WriteBulletin, Unit>
{
    public async Task<Result<Unit>> Handle(WriteBulletin request, CancellationToken cancellationToken)
    {
        if (!await reading.Knows(request.Quarter, cancellationToken))
        {
            return new Refusal("bulletin.noQuarter");
        }

        foreach (var (part, text) in request.Parts)
        {
            await bulletins.SetPart(request.Quarter, part, text, cancellationToken);
        }

        return new Unit();
    }
}
