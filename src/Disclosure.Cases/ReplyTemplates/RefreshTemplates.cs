using Disclosure.Cases.Kernel.Pipeline;
using MediatR;

namespace Disclosure.Cases.ReplyTemplates;

/// <summary>Keeps the wordings that the software brings along, and takes over what another server adopted.</summary>
public sealed record RefreshTemplates : ICommand<Kernel.Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System;
}

internal sealed class RefreshTemplatesHandler(IOwnTemplates templates, ITemplateVersions versions)
    : ICommandHandler<RefreshTemplates, Kernel.Unit>
{
    public async Task<Result<Kernel.Unit>> Handle(RefreshTemplates request, CancellationToken cancellationToken)
    {
        await templates.Refresh(versions, cancellationToken);
        return new Kernel.Unit();
    }
}

/// <summary>A command that brings another wording into force.</summary>
public interface IChangesTemplates;

/// <summary>Once an adoption is committed, this process goes by it; the others learn of it by <see cref="RefreshTemplates"/>.</summary>
public sealed class AdoptionBehaviour<TCommand, T>(IOwnTemplates templates, ITemplateVersions versions) : IPipelineBehavior<TCommand, T>
    where TCommand : IChangesTemplates
    where T : IResult<T>
{
    /// <inheritdoc/>
    public async Task<T> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<T> next)
    {
        var result = await next();
        if (result.Succeeded)
        {
            await templates.Refresh(versions, cancellationToken);
        }

        return result;
    }
}
