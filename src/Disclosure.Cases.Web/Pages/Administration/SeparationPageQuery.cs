using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>三员分立 in words: whether the three administrators are there.</summary>
internal sealed class SeparationPageQuery(RolesInForce roles, AdministratorSeparation separation, IStringLocalizer<Words> words)
{
    /// <summary>A line where the administration is divided, else none.</summary>
    public async Task<IReadOnlyList<HealthLine>> Lines(CancellationToken cancellation)
    {
        var missing = await roles.Missing(cancellation);
        return !separation.IsOn ? []
            : missing.Count == 0 ? [new HealthLine(words["三员分立"], Condition.Sound, words["三名管理员都已指定"])]
            : [new HealthLine(
                words["三员分立"],
                Condition.Failing,
                words["尚未指定{0}；指定之前，原系统管理员只能管理人员",
                    string.Join("、", missing.Select(role => Texts.Name(role, Texts.CurrentLanguage)))])];
    }
}
