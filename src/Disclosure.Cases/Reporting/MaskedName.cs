using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Reporting;

/// <summary>
/// The name of an applicant in lists for whoever need not know who it is: 张某某. An organisation's name is no personal data.
/// </summary>
public static class MaskedName
{
    private const char Masked = '某';

    /// <summary>A name as lists show it.</summary>
    /// <param name="kind">Whose name it is.</param>
    /// <param name="name">The name; the first character stays, also one beyond the BMP. What stands for an erased one stays.</param>
    public static string Of(ApplicantKind kind, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var runes = name.EnumerateRunes().ToList();
        return kind != ApplicantKind.NaturalPerson || runes.Count == 0 || name == CaseFile.ErasedWords
            ? name
            : runes[0] + new string(Masked, Math.Clamp(runes.Count - 1, 1, 2));
    }
}
