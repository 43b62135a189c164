using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages.Templates;

/// <summary>格式文本: every wording in force, where it comes from, and since when.</summary>
[Authorize(Policies.SystemAdministrator)]
internal sealed class IndexModel(IReplyTemplates templates, TemplateReadingRoom room) : PageModel
{
    public IReadOnlyList<TemplateRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var last = TemplateAdoptions.Last(await room.Adoptions(cancellation));
        var rows = new List<TemplateRow>();
        foreach (var template in templates.All)
        {
            var adoption = last.GetValueOrDefault(template.Code) is { Version: not null } adopted ? adopted : null;
            rows.Add(new TemplateRow(
                template,
                room.SourceOf(template),
                adoption,
                adoption is null ? "" : await room.NameOf(adoption.AdoptedBy, cancellation),
                adoption is not null && adoption.Version != template.Version));
        }

        Rows = rows;
    }
}

/// <summary>One line of the list.</summary>
/// <param name="Template">The wording in force.</param>
/// <param name="Source">Where it comes from, in the reader's language.</param>
/// <param name="Adoption">Its adoption; null where none holds.</param>
/// <param name="By">Who adopted it.</param>
/// <param name="IsUnreadable">Whether what was adopted cannot be read by this version of the software.</param>
internal sealed record TemplateRow(ReplyTemplate Template, string Source, TemplateAdoption? Adoption, string By, bool IsUnreadable);
