using Disclosure.Cases.CaseFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Disclosure.Cases.Testing.Pages;

/// <summary>The store of files with one that cannot be read, to see what a reader is told when something fails.</summary>
internal sealed class FailingContents(ICaseContents inner) : ICaseContents
{
    public static readonly Guid Broken = new("00000000-0000-0000-0000-00000000dead");

    public const string Detail = "SECRET detail of the failure";

    public static void Install(IServiceCollection services)
    {
        var store = services.Single(service => service.ServiceType == typeof(ICaseContents)).ImplementationType!;
        services.Replace(ServiceDescriptor.Scoped<ICaseContents>(provider => new FailingContents(
            (ICaseContents)ActivatorUtilities.CreateInstance(provider, store))));
    }

    public Task<(Guid Id, string Sha256)> Keep(
        Guid caseId, string name, string mediaType, byte[] content, CancellationToken cancellation) =>
            inner.Keep(caseId, name, mediaType, content, cancellation);

    public Task<CaseContent?> Find(Guid id, CancellationToken cancellation) =>
        id == Broken ? throw new InvalidOperationException(Detail) : inner.Find(id, cancellation);
}
