using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Retention;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Cases.Hosting;

/// <summary>The retention periods by section <c>Retention</c> of the configuration: for all kinds of case, and for one.</summary>
internal static class RetentionSettings
{
    private const string Section = "Retention";
    private const string Looks = "LooksYears";

    /// <exception cref="SettingException">A setting cannot be used; the message names it and its rule.</exception>
    public static RetentionPeriods Of(IConfiguration configuration)
    {
        // A slip in a name would leave the usual period in force, and data be deleted by it.
        var kinds = Enum.GetValues<RetentionKind>().Select(kind => StoredNames.Of(kind)).ToList();
        var scopes = Enum.GetValues<RetentionScope>().Select(KeyOf).ToList();
        RefuseUnknown(configuration.GetSection(Section), [.. scopes, .. kinds, Looks]);
        kinds.ForEach(kind => RefuseUnknown(configuration.GetSection($"{Section}:{kind}"), scopes));
        foreach (var kind in Enum.GetValues<RetentionKind>())
        {
            if (Years(kind, RetentionScope.Identity) is var identity && Years(kind, RetentionScope.File) is var file && identity > file)
            {
                throw new SettingException(
                    $"{Section}: {StoredNames.Of(kind)}: {KeyOf(RetentionScope.Identity)} ({identity}) is longer than "
                        + $"{KeyOf(RetentionScope.File)} ({file}).");
            }
        }

        return new RetentionPeriods(
            Years, Written($"{Section}:{Looks}", RetentionPeriods.ShortestOfLooks) ?? RetentionPeriods.ShortestOfLooks);

        int Years(RetentionKind kind, RetentionScope scope) =>
            Written($"{Section}:{StoredNames.Of(kind)}:{KeyOf(scope)}")
                ?? Written($"{Section}:{KeyOf(scope)}")
                ?? RetentionPeriods.Usual(scope);

        int? Written(string key, int shortest = 1) =>
            Setting.WholeNumber(configuration, key, shortest, RetentionPeriods.Longest, " of years");
    }

    private static string KeyOf(RetentionScope scope) => $"{StoredNames.Of(scope)}Years";

    private static void RefuseUnknown(IConfigurationSection section, IReadOnlyList<string> known)
    {
        foreach (var child in section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new SettingException($"{child.Path} is unknown; {section.Path} has {string.Join(", ", known)}.");
            }
        }
    }
}
