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
        List<Refusal> findings = [.. ofLetter, .. Judge(new JudgedDocument(file, document, letter, around, now), document.Principal)];

        // A section is judged as the letter that it would be alone.
        foreach (var (index, (section, alone)) in document.Sections.Zip(letter.Alone).Index())
        {
            findings.AddRange(Judge(new JudgedPart(file, document, section, alone, around, now), section)
                .Select(finding => document.Sections.Count == 1 || finding.Field is null ? finding
                    : finding with { Field = LetterFields.OfSection(index, finding.Field) }));
        }

        var upload = await uploads.Read(file, document, letter, isSound: ofLetter.Count == 0, cancellation);
        var ofUpload = upload is null ? [] : Judge(upload, document.Principal).Select(finding => finding with { Field = UploadField });
        return new CheckedLetter(letter, [.. findings.Distinct(), .. ofUpload], upload?.Content);
    }

    // Each finding stands beside the fact that it concerns, so that whoever drafts sees where to begin.
    private IEnumerable<Refusal> Judge<T>(T judged, DocumentSection section)
    {
        var asked = templates.Find(section.Template)?.For(section.Variant).Facts ?? [];
        return
            from rule in rules.OfType<ILegalRule<T>>()
            from finding in rule.Check(judged)
            let places = rule.Places.FirstOrDefault(place => finding.Code.StartsWith(place.Code, StringComparison.Ordinal))?.Fields ?? []
            select finding with { Field = finding.Field ?? places.FirstOrDefault(field => asked.Any(fact => fact.Key == field)) };
    }
}
