using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Administration;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>Who approves in a reviewer's place, and the form that names somebody.</summary>
/// <param name="Lines">The deputies whose time is not over, each with the name.</param>
/// <param name="Fields">The inputs.</param>
/// <param name="Today">The day.</param>
internal sealed record DeputyPanel(IReadOnlyList<(Deputy Deputy, string Name)> Lines, FieldSet Fields, DateOnly Today)
{
    /// <summary>The panel of a reviewer; null for who is none.</summary>
    public static async Task<DeputyPanel?> Of(
        User reviewer, IUsers users, DateOnly today, IFormCollection? typed,
        IReadOnlyList<Finding> findings, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        if (!reviewer.Roles.HasFlag(Role.Reviewer))
        {
            return null;
        }

        var lines = new List<(Deputy, string)>();
        foreach (var deputy in (await users.Deputies(today, cancellation)).Where(deputy => deputy.UserId == reviewer.Id))
        {
            lines.Add((deputy, (await users.Find(deputy.DeputyId, cancellation))?.Name ?? "—"));
        }

        var colleagues = (await users.OfAgency(reviewer.AgencyId, cancellation)).Where(colleague => colleague.Id != reviewer.Id);
        return new DeputyPanel(lines, new FieldSet("deputy",
        [
            new Field(nameof(NameDeputy.DeputyId), words["代理人"], FieldKind.Choice)
            {
                Options = [.. colleagues.Select(colleague => new Option(
                    colleague.Id.ToString(), $"{colleague.Name}（{AdministrationPageQuery.Roles(colleague.Roles)}）"))],
            },
            new Field(nameof(NameDeputy.From), words["开始日期"], FieldKind.Date) { Value = today.Iso() },
            new Field(nameof(NameDeputy.Until), words["结束日期"], FieldKind.Date),
        ], typed, findings), today);
    }
}
