using MediatR;

namespace Disclosure.Cases.Messaging;

/// <summary>Something that a user or a job wants done: authorised, validated and carried out in one transaction.</summary>
/// <typeparam name="T">What it yields.</typeparam>
public interface ICommand<T> : IRequest<Result<T>>, IAuthorised, ITransactional;

/// <summary>Something that writes: all of it is committed, or nothing.</summary>
public interface ITransactional;

/// <summary>Something that not everybody may do.</summary>
public interface IAuthorised
{
    /// <summary>Who may send it; any one of the roles suffices.</summary>
    Role AllowedTo { get; }
}
