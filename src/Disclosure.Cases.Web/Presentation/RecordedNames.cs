using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>Names of a record in words.</summary>
internal static class RecordedNames
{
    /// <summary>The name of that day; the present one says that it is.</summary>
    public static string Say(this IStringLocalizer<Words> words, RecordedName? name) => name switch
    {
        null => "",
        { IsOfThatDay: true } => name.Text,
        _ => words["{0}（现名）", name.Text],
    };
}
