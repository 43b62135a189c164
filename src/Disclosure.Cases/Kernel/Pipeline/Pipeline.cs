using FluentValidation;
using MediatR;

namespace Disclosure.Cases.Kernel.Pipeline;

/// <summary>Refuses commands of users without the role.</summary>
public sealed class AuthorisationBehaviour<TCommand, T>(CurrentActor actor, AdministratorSeparation separation)
    : IPipelineBehavior<TCommand, T>
    where TCommand : IAuthorised
    where T : IResult<T>
{
    /// <inheritdoc/>
    public async Task<T> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<T> next)
    {
        var allowed = request.AllowedTo;
        return actor.Value.Is(allowed)
            ? await next()
            : T.Refused([new Refusal("actor.roleMissing", string.Join(
                '、',
                Enum.GetValues<Role>().Where(role => (role & separation.Named(allowed) & AdministratorSeparation.OfPeople) != Role.None)
                    .Select(role => Texts.Name(role, Texts.CurrentLanguage))))]);
    }
}

/// <summary>
/// Refuses commands whose fields are wrong, all findings at once, each with its field; and whatever its own rules say, a
/// command that carries what no letter can (<see cref="PrintedText"/>).
/// </summary>
public sealed class ValidationBehaviour<TCommand, T>(IEnumerable<IValidator<TCommand>> validators) : IPipelineBehavior<TCommand, T>
    where TCommand : notnull
    where T : IResult<T>
{
    // A command may carry a hundred thousand texts; nobody puts as many right one by one.
    private const int MostFindings = 1_000;

    /// <inheritdoc/>
    public async Task<T> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<T> next)
    {
        var refusals = new List<Refusal>();
        foreach (var validator in validators)
        {
            var findings = await validator.ValidateAsync(request, cancellationToken);
            refusals.AddRange(findings.Errors.Select(finding => finding.CustomState as Refusal is { } refusal
                ? refusal with { Field = refusal.Field ?? finding.PropertyName }
                : throw new InvalidOperationException($"The rule on {finding.PropertyName} gives no refusal: {finding.ErrorMessage}")));
        }

        refusals.AddRange(CommandTexts.Unprintable(request).Except(refusals).Take(MostFindings));
        return refusals.Count == 0 ? await next() : T.Refused([.. refusals.Take(MostFindings)]);
    }
}

/// <summary>Commits what a command did, or nothing of it; who comes second at a case is told so.</summary>
public sealed class TransactionBehaviour<TCommand, T>(IUnitOfWork unitOfWork) : IPipelineBehavior<TCommand, T>
    where TCommand : notnull
    where T : IResult<T>
{
    /// <inheritdoc/>
    public async Task<T> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<T> next)
    {
        try
        {
            return request is IInSteps ? await next() : await unitOfWork.Run(() => next(), result => result.Succeeded, cancellationToken);
        }
        catch (RefusedException problem)
        {
            return T.Refused([problem.Refusal]);
        }
    }
}
