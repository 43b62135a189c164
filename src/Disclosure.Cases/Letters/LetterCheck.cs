using System.Text.Json.Nodes;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Letters;

/// <summary>
/// Judges whether a letter says all that its template needs, so that no placeholder is left empty on paper. What the case
/// itself bears out is for the legal check.
/// </summary>
public static class LetterCheck
{
    /// <summary>Everything wrong with <paramref name="letter"/>, in the order in which the form asks.</summary>
    /// <param name="templates">The catalogue.</param>
    /// <param name="template">The letter's template.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="final">Whether number (where the template has a series) and date of issue are needed too.</param>
    private static IReadOnlyList<Refusal> Of(IReplyTemplates templates, ReplyTemplate template, Letter letter, bool final)
    {
        if (!template.HasVariant(letter.Variant))
        {
            return [new Refusal("letter.unknown-variant", letter.Variant, template.Title) { Field = "variant" }];
        }

        var effective = template.For(letter.Variant);
        return
        [
            .. LetterFrameCheck.Agency(effective, letter.Agency),
            .. LetterFrameCheck.Case(letter.Case),
            .. LetterFrameCheck.Issue(effective, letter, final),
            .. Facts(templates, effective, letter),
        ];
    }

    /// <summary>
    /// Everything wrong with a letter of whatever number of sections; a section's field reads <c>sections[0].disclosed</c>.
    /// </summary>
    /// <param name="templates">The catalogue.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="final">Whether number and date of issue are needed too.</param>
    public static IReadOnlyList<Refusal> Of(IReplyTemplates templates, Letter letter, bool final)
    {
        if (letter.Sections.Count == 0)
        {
            return OfSection(templates, letter, final);
        }

        if (!letter.Sections.Any(section => section.TemplateCode == letter.TemplateCode && section.Variant == letter.Variant))
        {
            return [new Refusal("letter.no-principal-section") { Field = "template" }];
        }

        return
        [
            .. letter.Alone
                .SelectMany((alone, index) => OfSection(templates, alone, final).Concat(OfKind(templates, alone))
                    .Select(refusal => IsOfFrame(refusal.Field)
                        ? refusal
                        : refusal with { Field = LetterFields.OfSection(index, refusal.Field) }))
                .DistinctBy(refusal => (refusal.Code, refusal.Field)),
        ];
    }

    /// <summary>
    /// What a letter that was checked as a draft lacks once it is to be issued: number (where the template has a series) and date
    /// of issue. With nothing found here and before, <see cref="Of(IReplyTemplates, Letter, bool)"/> of the final letter finds nothing.
    /// </summary>
    /// <param name="templates">The catalogue.</param>
    /// <param name="letter">The letter with its number and date of issue.</param>
    public static IReadOnlyList<Refusal> OfIssue(IReplyTemplates templates, Letter letter) =>
    [
        .. letter.Alone
            .SelectMany(alone => templates.Find(alone.TemplateCode, alone.TemplateVersion) is { } template
                ? LetterFrameCheck.Issue(template.For(alone.Variant), alone, final: true)
                : [])
            .DistinctBy(refusal => refusal.Code),
    ];

    /// <summary>What is wrong with the value of one fact; empty when it can be printed. A null value is a missing one.</summary>
    public static IReadOnlyList<Refusal> OfFact(IReplyTemplates templates, TemplateFact fact, JsonNode? value) =>
        FactCheck.Of(templates, fact, value);

    private static IReadOnlyList<Refusal> OfSection(IReplyTemplates templates, Letter letter, bool final) =>
        templates.Find(letter.TemplateCode, letter.TemplateVersion) is { } template
            ? Of(templates, template, letter, final)
            : [new Refusal(
                templates.Find(letter.TemplateCode) is null ? "letter.unknown-template" : "letter.unknown-version",
                letter.TemplateCode) { Field = "template" }];

    // Only what answers the applicant can stand beside another answer in one letter.
    private static IEnumerable<Refusal> OfKind(IReplyTemplates templates, Letter alone) =>
        templates.Find(alone.TemplateCode, alone.TemplateVersion) is { } template
        && template.HasVariant(alone.Variant)
        && template.For(alone.Variant).Effect != ServiceEffect.Answers
            ? [new Refusal("letter.section-not-an-answer", template.Title) { Field = "template" }]
            : [];

    private static bool IsOfFrame(string? field) =>
        field is null or "number" or "decidedOn" || field.StartsWith("agency.", StringComparison.Ordinal)
        || (field.StartsWith("case.", StringComparison.Ordinal) && field != "case.requested");

    private static IEnumerable<Refusal> Facts(IReplyTemplates templates, EffectiveTemplate effective, Letter letter)
    {
        // What is withheld, and what the agency says is not for it, it has to give a reason for.
        var withholds = effective.Template.Code == TemplateCodes.NotThisAgency
            || WithholdingGround.Find(effective.Template.Code) is not null;
        foreach (var fact in effective.Facts)
        {
            var refusals = FactCheck.Of(templates, fact, letter.Facts[fact.Key], isReason: withholds);
            foreach (var refusal in refusals.Count > 0 ? refusals : Order(effective, fact, letter))
            {
                yield return refusal;
            }
        }

        foreach (var refusal in Fee(effective, letter))
        {
            yield return refusal;
        }

        foreach (var (key, value) in letter.Facts)
        {
            if (value is null || effective.Facts.Any(fact => fact.Key == key))
            {
                continue;
            }

            yield return effective.Template.Facts.FirstOrDefault(fact => fact.Key == key) is { } other
                ? new Refusal("letter.fact-not-asked", other.Label, effective.Variant?.Label) { Field = key }
                : new Refusal("letter.fact-unknown", key) { Field = key };
        }
    }

    // A date by which somebody must act cannot lie on or before the day the letter is issued.
    private static IEnumerable<Refusal> Order(EffectiveTemplate effective, TemplateFact fact, Letter letter)
    {
        if (fact.Key is not ("respondBy" or "untilOn") || LetterFields.Day(letter.Facts[fact.Key]) is not { } day)
        {
            yield break;
        }

        var from = letter.DecidedOn ?? letter.Case.ReceivedOn;
        if (effective.Effect == ServiceEffect.Closes)
        {
            // A closing notice looks back: its date must have passed.
            if (letter.DecidedOn is { } closedOn && day >= closedOn)
            {
                yield return new Refusal("letter.date-too-late", fact.Label, closedOn) { Field = fact.Key };
            }
        }
        else if (day <= from)
        {
            yield return new Refusal("letter.date-too-early", fact.Label, from) { Field = fact.Key };
        }
    }

    // A fee notice without a fee: the free band was not left (办法 art. 4, 5).
    private static IEnumerable<Refusal> Fee(EffectiveTemplate effective, Letter letter)
    {
        if (effective.Effect == ServiceEffect.AwaitsPayment
            && FeeFacts.Of(letter.Facts) is { Yuan: 0 })
        {
            yield return new Refusal("letter.no-fee-due") { Field = "count" };
        }
    }
}
