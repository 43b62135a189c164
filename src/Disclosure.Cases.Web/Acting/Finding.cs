using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Disclosure.Cases.Web.Acting;

/// <summary>What a page says about something that was not done.</summary>
/// <param name="Field">The input it stands beside, or null for the whole form.</param>
/// <param name="Text">The sentence, in the reader's language.</param>
internal sealed record Finding(string? Field, string Text)
{
    /// <summary>The refusals of a command as sentences in the reader's language.</summary>
    public static IReadOnlyList<Finding> Of(IEnumerable<Refusal> refusals) =>
        [.. refusals.Select(refusal => new Finding(refusal.Field, refusal.Say(Texts.CurrentLanguage))).Distinct()];

    /// <summary>The refusals of a command as one text, for a line of a list.</summary>
    public static string Said(IEnumerable<Refusal> refusals) => string.Join(' ', Of(refusals).Select(finding => finding.Text));

    /// <summary>What could not be read of what was typed, in the order of the form.</summary>
    public static IReadOnlyList<Finding> Of(ModelStateDictionary state, IFormCollection form)
    {
        var order = form.Keys.ToList();
        return
        [
            .. from entry in state
               from error in entry.Value!.Errors
               orderby order.FindIndex(name => name.Equals(entry.Key, StringComparison.OrdinalIgnoreCase))
               select new Finding(entry.Key, error.ErrorMessage),
        ];
    }
}
