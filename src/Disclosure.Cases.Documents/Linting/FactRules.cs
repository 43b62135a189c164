using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Linting;

/// <summary>
/// Facts and the wording: what is asked for is said, what may be absent is asked about first, each by the helper of its kind.
/// </summary>
internal static class FactRules
{
    // Read by the layout or by the case engine, whether the wording prints them or not.
    private static readonly string[] ReadElsewhere = ["recipient", "recipientKind", "attachments"];
    private static readonly string[] ReadForTheFee = ["basis", "count"];

    public static void Judge(ReplyTemplate template, IReadOnlyList<NameUse> uses, FaultList faults)
    {
        foreach (var use in uses.Where(use => use.IsPrinted))
        {
            OfUse(template, use, faults);
        }

        foreach (var fact in template.Facts)
        {
            OfFact(template, fact, uses, faults);
        }
    }

    private static void OfUse(ReplyTemplate template, NameUse use, FaultList faults)
    {
        var fact = template.Facts.FirstOrDefault(fact => fact.Key == use.Name);
        if (!Fits(use, fact))
        {
            faults.Add(use.Line, "lint.wrongHelper", use.Helper, use.Name);
        }

        if (!use.Known.Contains(use.Name) && use.Variants.Any(variant => MayBeAbsent(template, fact, use.Name, variant)))
        {
            faults.Add(use.Line, "lint.mayBeAbsent", use.Name);
        }
    }

    private static bool Fits(NameUse use, TemplateFact? fact) => use.Helper switch
    {
        "date" => fact is null ? use.Name is "receivedOn" or "correctedOn" : fact.Kind == FactKind.Date,
        "choice" => fact?.Kind == FactKind.Choice,
        "paragraphs" => fact?.Kind == FactKind.Paragraphs,
        "sections" => fact?.Kind == FactKind.Sections,
        "capitals" => use.Name == "feeYuan",
        _ => fact?.Kind is not (FactKind.List or FactKind.Sections or FactKind.Paragraphs) && use.Name != "feeLines",
    };

    private static bool MayBeAbsent(ReplyTemplate template, TemplateFact? fact, string name, string variant) => fact is null
        ? name is "correctedOn" or "firstRequested" or "feeMonth"
            || (name is "feeYuan" or "feeUnit" && BodyScan.In(template, variant).Effect != ServiceEffect.AwaitsPayment)
        : fact.Optional || !IsAskedFor(template, fact, variant);

    private static bool IsAskedFor(ReplyTemplate template, TemplateFact fact, string reading) =>
        BodyScan.In(template, reading).Facts.Any(asked => asked.Key == fact.Key);

    private static void OfFact(ReplyTemplate template, TemplateFact fact, IReadOnlyList<NameUse> uses, FaultList faults)
    {
        if (fact.LabelEn is null)
        {
            faults.Advise($"facts.{fact.Key}", "lint.noEnglish", fact.Key);
        }

        if (ReadElsewhere.Contains(fact.Key) || (ReadForTheFee.Contains(fact.Key) && template.Effect == ServiceEffect.AwaitsPayment))
        {
            return;
        }

        var said = uses.Where(use => use.Name == fact.Key).SelectMany(use => use.Variants).ToHashSet();
        var asked = BodyScan.Readings(template).Where(reading => IsAskedFor(template, fact, reading)).ToList();
        if (said.Count == 0)
        {
            faults.OfField($"facts.{fact.Key}", "lint.unusedFact", fact.Key);
        }
        else if (asked.Except(said).ToList() is { Count: > 0 } silent)
        {
            faults.OfField($"facts.{fact.Key}", "lint.unusedFactIn", fact.Key, string.Join("、", silent));
        }
    }
}
