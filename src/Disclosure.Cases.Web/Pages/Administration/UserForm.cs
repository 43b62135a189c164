using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>The inputs that several forms about users share.</summary>
internal static class UserForm
{
    /// <summary>Where the user works.</summary>
    public static Field AgencyField(IEnumerable<Agency> agencies, Guid? chosen, IStringLocalizer<Words> words) =>
        new(nameof(ChangeUser.AgencyId), words["机关"], FieldKind.Choice)
        {
            Value = chosen?.ToString(),
            Options = [.. agencies.Select(agency => new Option(agency.Id.ToString(), agency.Name))],
        };

    /// <summary>What the user may do: what can be given, and what the user has from before.</summary>
    public static Field RolesField(Role? chosen, AdministratorSeparation separation, IStringLocalizer<Words> words) =>
        new(nameof(ChangeUser.Roles), words["角色"], FieldKind.Ticks)
        {
            Value = chosen is { } roles ? string.Join(',', AdministrationPageQuery.Each(roles).Select(StoredNames.Of)) : null,
            Options = [.. AdministrationPageQuery.Each(separation.Assignable | (chosen ?? Role.None)).Select(role => new Option(
                StoredNames.Of(role), Texts.Name(role, Texts.CurrentLanguage)))],
        };

    /// <summary>The roles that were ticked; what is none of them counts for nothing.</summary>
    public static Role RolesOf(IReadOnlyCollection<string> ticked) => AdministrationPageQuery.Each(AdministratorSeparation.OfPeople)
        .Where(role => ticked.Contains(StoredNames.Of(role))).Aggregate(Role.None, (all, role) => all | role);
}
