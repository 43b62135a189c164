namespace Disclosure.Cases.LegalChecks;

/// <summary>
/// One rule of the legal check: what has to hold, and the articles that ask for it. The rules are listed in
/// <c>docs/domain.md</c>, in the order of <see cref="LegalRules.InOrder"/>.
/// </summary>
public interface ILegalRule
{
    /// <summary>What the rule is called, in a few words.</summary>
    string Name { get; }

    /// <summary>
    /// The articles of Order 711 as they are cited, with paragraph or item (<c>第三十三条第二款</c>); of another law or
    /// document with its title before them (<c>《…》第…条</c>).
    /// </summary>
    IReadOnlyList<string> Articles { get; }

    /// <summary>What has to hold, in one sentence.</summary>
    string Judges { get; }

    /// <summary>
    /// Whether it is asked again when a signed letter is served: what it judges may have changed since, and the letter cannot.
    /// </summary>
    bool IsAskedAtService => false;

    /// <summary>Beside which fact a finding is shown that names none itself.</summary>
    IReadOnlyList<FindingPlace> Places => [];
}

/// <summary>A legal rule with its check.</summary>
/// <typeparam name="T">
/// What is judged: a <see cref="JudgedDocument"/>, a <see cref="JudgedPart"/> for each section of a document, or a
/// <see cref="JudgedUpload"/>.
/// </typeparam>
internal interface ILegalRule<in T> : ILegalRule
{
    /// <summary>What keeps the document from being submitted; empty when nothing does.</summary>
    IEnumerable<Refusal> Check(T judged);
}

/// <summary>Where a finding stands on the page.</summary>
/// <param name="Code">The finding's code, or what it begins with.</param>
/// <param name="Fields">Keys of facts; the first that the text asks for is taken.</param>
public sealed record FindingPlace(string Code, params IReadOnlyList<string> Fields);
