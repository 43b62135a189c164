using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>Whom an address of the manager's pages names: an agency, an officer, or the whole district.</summary>
internal sealed class ManagerScope(IAgencies agencies, IUsers users, TimeProvider time, IStringLocalizer<Words> words)
{
    /// <summary>The agency as it is today; none where none is named; the sentence that says why where there is no such one.</summary>
    public async Task<(Agency? Agency, string? Problem)> Agency(string? asked, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(asked))
        {
            return (null, null);
        }

        var found = Guid.TryParse(asked, out var id)
            ? (await agencies.AllOn(time.Today(), cancellation)).FirstOrDefault(agency => agency.Id == id)
            : null;
        return (found, found is null ? words["网址中的单位不存在。"].Value : null);
    }

    /// <summary>The officer; none where none is named; the sentence that says why where there is no such one.</summary>
    public async Task<(User? Officer, string? Problem)> Officer(string? asked, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(asked))
        {
            return (null, null);
        }

        var found = Guid.TryParse(asked, out var id) ? await users.Find(id, cancellation) : null;
        return (found, found is null ? words["网址中的承办人不存在。"].Value : null);
    }
}
