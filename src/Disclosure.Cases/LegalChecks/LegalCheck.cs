using Disclosure.Cases.CaseFiles;
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
        foreach (var (index, (section, alone)) in document.Sections.Zip(letter.Alone).Index())
        {
            var judged = new JudgedPart(file, document, section, alone, around, now);
            var ofParts = WithheldPart.Of(alone.Facts).SelectMany(part => Judge(judged.Of(part), part.Text(templates)?.Facts ?? [])
                .Select(finding => finding with { Field = part.PathOf(finding.Field) }));
            findings.AddRange(Judge(judged, FactsOf(section)).Concat(ofParts)
                .Select(finding => document.Sections.Count == 1 || finding.Field is null ? finding
                    : finding with { Field = LetterFields.OfSection(index, finding.Field) }));
        }

        var upload = await uploads.Read(file, document, letter, isSound: ofLetter.Count == 0, cancellation);
        var ofUpload = upload is null ? [] : Judge(upload, asked).Select(finding => finding with { Field = UploadField });
        return new CheckedLetter(letter, [.. findings.Distinct(), .. ofUpload], upload?.Content);
    }

    private IReadOnlyList<TemplateFact> FactsOf(DocumentSection section) =>
        templates.Find(section.Template)?.For(section.Variant).Facts ?? [];

    // Each finding stands beside the fact that it concerns, so that whoever drafts sees where to begin.
    private IEnumerable<Refusal> Judge<T>(T judged, IReadOnlyList<TemplateFact> asked) =>
        from rule in rules.OfType<ILegalRule<T>>()
        from finding in rule.Check(judged)
        let places = rule.Places.FirstOrDefault(place => finding.Code.StartsWith(place.Code, StringComparison.Ordinal))?.Fields ?? []
        select finding with { Field = finding.Field ?? places.FirstOrDefault(field => asked.Any(fact => fact.Key == field)) };
}
