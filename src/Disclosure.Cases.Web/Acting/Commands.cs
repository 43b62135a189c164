using Disclosure.Cases.Kernel.Pipeline;
using MediatR;

namespace Disclosure.Cases.Web.Acting;

/// <summary>
/// Sends commands for the user of the request, each in a scope of its own: what a refused command had begun is gone
/// before the page is read again. A command that arrived is carried out though the browser has gone on meanwhile: whoever leaves
/// a page that he has just sent finds it done.
/// </summary>
internal sealed class Commands(IServiceScopeFactory scopes, CurrentActor actor)
{
    /// <summary>The code of the refusal that says that somebody else was first.</summary>
    public const string Conflict = "case.conflict";

    /// <summary>The status of a page that says why nothing was done: 409 where somebody else was first, else 422.</summary>
    public static int StatusOf(IEnumerable<Refusal> refusals) =>
        refusals.Any(refusal => refusal.Code == Conflict) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;

    /// <summary>Carries the command out, or says why not; two people at once is a refusal, no exception.</summary>
    public Task<Result<T>> Send<T>(ICommand<T> command) => Send(command, actor.Value);

    /// <summary>The same in the name of somebody else.</summary>
    public async Task<Result<T>> Send<T>(ICommand<T> command, Actor sender)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = sender;
        try
        {
            return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, CancellationToken.None);
        }
        catch (RefusedException problem)
        {
            return problem.Refusal;
        }
    }
}
