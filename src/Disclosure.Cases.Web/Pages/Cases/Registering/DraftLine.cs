using System.Text.Json;
using Disclosure.Cases.Registration;
using Microsoft.Extensions.Primitives;

namespace Disclosure.Cases.Web.Pages.Cases.Registering;

/// <summary>A kept registration as a list shows it: who, the first words, when.</summary>
internal sealed record DraftLine(Guid Id, string Applicant, string FirstWords, DateTimeOffset KeptAt)
{
    private const int MostWords = 40;

    // What the form carries besides what was typed.
    private static readonly string[] NotTyped = ["__RequestVerificationToken", "DraftId", "more"];

    public static DraftLine Of(RegistrationDraft draft)
    {
        var typed = Typed(draft);
        return new DraftLine(draft.Id, Cut(typed["Applicants[0].Name"]), Cut(typed["Items[0]"]), draft.KeptAt);
    }

    /// <summary>What was typed, as a draft keeps it.</summary>
    public static string Content(IFormCollection typed) => JsonSerializer.Serialize(
        typed.Where(field => !NotTyped.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value.ToArray()));

    /// <summary>What a draft kept, as if it had just been typed.</summary>
    public static IFormCollection Typed(RegistrationDraft draft) => new FormCollection(
        JsonSerializer.Deserialize<Dictionary<string, string?[]>>(draft.Content)!
            .ToDictionary(field => field.Key, field => new StringValues(field.Value)));

    private static string Cut(string? text) => string.Concat((text ?? "").ReplaceLineEndings(" ").Trim().EnumerateRunes().Take(MostWords));
}
