using Disclosure.Cases.Bulletins;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages.Reports;

/// <summary>The bulletins that were issued. They go to all agencies: whoever is signed in may read them.</summary>
internal sealed class BulletinsModel(IBulletins bulletins, CurrentActor actor) : PageModel
{
    public IReadOnlyList<Bulletin> Issued { get; private set; } = [];

    public bool MayPrepare => actor.Value.Is(Role.Manager);

    public async Task OnGetAsync(CancellationToken cancellation) => Issued = await bulletins.Issued(cancellation);
}
