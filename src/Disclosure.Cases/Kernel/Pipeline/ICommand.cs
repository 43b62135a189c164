using MediatR;

namespace Disclosure.Cases.Kernel.Pipeline;

/// <summary>Something that a user or a job wants done: authorised, validated and carried out in one transaction.</summary>
/// <typeparam name="T">What it yields.</typeparam>
public interface ICommand<T> : IRequest<Result<T>>, IAuthorised;

/// <summary>
/// A command that is no one transaction but takes its own, a step at a time: what it did stays done when a later step
/// fails, and nobody waits for the whole of it.
/// </summary>
public interface IInSteps;

/// <summary>Something that not everybody may do.</summary>
public interface IAuthorised
{
    /// <summary>Who may send it; any one of the roles suffices.</summary>
    Role AllowedTo { get; }
}

/// <summary>Carries out one command.</summary>
/// <typeparam name="TCommand">The command.</typeparam>
/// <typeparam name="T">What it yields.</typeparam>
public interface ICommandHandler<TCommand, T> : IRequestHandler<TCommand, Result<T>>
    where TCommand : ICommand<T>;
