using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks;

/// <summary>
/// The legal check before submission and approval: whether the letter has every fact of its template, and whether the case
/// bears out what it says (the rules: <c>docs/domain.md</c>). All findings at once; it cannot be skipped.
/// </summary>
public sealed class LegalCheck(
    CaseLetters letters,
    ILetters renderer,
    SurroundingsReader stores,
    UploadReader uploads,
    IReplyTemplates templates,
    IEnumerable<ILegalRule> rules)
{
    private const string UploadField = "Content";

    /// <summary>Everything that keeps the document from being submitted; empty when nothing does.</summary>
    public async Task<IReadOnlyList<Refusal>> Findings(CaseFile file, CaseDocument document, Moment now, CancellationToken cancellation) =>
        (await Check(file, document, now, cancellation)).Findings;

    /// <summary>Composes a document's letter and checks it, each once.</summary>
    public async Task<CheckedLetter> Check(CaseFile file, CaseDocument document, Moment now, CancellationToken cancellation)
    {
        // Judged as if it were issued today: a date set for an answer must lie ahead of the letter.
        var letter = (await letters.Compose(file, document, now.Today, cancellation)) with { DecidedOn = document.DecidedOn ?? now.Today };
        var ofLetter = renderer.Check(letter);
        var around = await stores.Read(file, letter, now, cancellation);
        var asked = FactsOf(document.Principal);
        List<Refusal> findings = [.. ofLetter, .. Judge(new JudgedDocument(file, document, letter, around, now), asked)];

        // A section is judged as the letter that it would be alone, a part that it withholds as the refusal that it would be alone.
        foreach (var (index, judged) in Parts(file, document, letter, around, now).Index())
        {
            var ofParts = WithheldPart.Of(judged.Facts).SelectMany(part => Judge(judged.Of(part), part.Text(templates)?.Facts ?? [])
                .Select(finding => finding with { Field = part.PathOf(finding.Field) }));
            findings.AddRange(Judge(judged, FactsOf(judged.Section)).Concat(ofParts)
                .Select(finding => document.Sections.Count == 1 || finding.Field is null ? finding
                    : finding with { Field = LetterFields.OfSection(index, finding.Field) }));
        }

        var upload = await uploads.Read(file, document, letter, isSound: ofLetter.Count == 0, cancellation);
        var ofUpload = upload is null ? [] : Judge(upload, asked).Select(finding => finding with { Field = UploadField });
        return new CheckedLetter(letter, [.. findings.Distinct(), .. ofUpload], upload?.Content);
    }

    /// <summary>
    /// What no longer fits of a signed letter when it is served: what it says was put right or has changed since, its dates are not those
    /// of the clock any more, the charge has moved, the disclosure review fell away. Empty when it still fits. A finding of the service
    /// itself (<see cref="Forbids"/>) is none that it could be served nonetheless with.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="document">The letter, signed.</param>
    /// <param name="service">Who serves it, and the day of service.</param>
    public async Task<IReadOnlyList<Refusal>> BeforeService(
        CaseFile file, CaseDocument document, Moment service, CancellationToken cancellation)
    {
        var letter = await letters.Compose(file, document, service.Today, cancellation);
        var around = await stores.Read(file, letter, service, cancellation, document.ApprovedSequence);
        var written = around.Former.Count > 0 ? await uploads.FrozenText(document, cancellation) : "";
        return
        [
            .. from part in Parts(file, document, letter, around, service)
               from rule in rules.OfType<ILegalRule<JudgedPart>>()
               where rule.IsAskedAtService
               from finding in rule.Check(part)
               select finding,
            .. FormerValues.In(written, around.Former).Select(FormerValueRule.Finding),
        ];
    }

    /// <summary>Whether a finding before service forbids it, whatever the letter says.</summary>
    public static bool Forbids(Refusal finding) => finding.Code.StartsWith("service.", StringComparison.Ordinal);

    private static IEnumerable<JudgedPart> Parts(
        CaseFile file, CaseDocument document, Letter letter, Surroundings around, Moment now) =>
        document.Sections.Zip(letter.Alone, (section, alone) =>
            new JudgedPart(file, document, section, alone, around, now) { Sections = letter.Alone });

    private IReadOnlyList<TemplateFact> FactsOf(DocumentSection section) =>
        templates.Find(section.Template)?.For(section.Variant).Facts ?? [];

    // Each finding stands beside the fact that it concerns, so that whoever drafts sees where to begin.
    private IEnumerable<Refusal> Judge<T>(T judged, IReadOnlyList<TemplateFact> asked) =>
        from rule in rules.OfType<ILegalRule<T>>()
        from finding in rule.Check(judged)
        let places = rule.Places.FirstOrDefault(place => finding.Code.StartsWith(place.Code, StringComparison.Ordinal))?.Fields ?? []
        select finding with { Field = finding.Field ?? places.FirstOrDefault(field => asked.Any(fact => fact.Key == field)) };
}
