using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Presentation;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

/// <summary>送达回证: which document one belongs to, and which document has yet to have one.</summary>
internal static class ServiceProof
{
    /// <summary>The form's code.</summary>
    public const string Code = TemplateCodes.ProofOfService;

    /// <summary>The documents whose service can be proved: what was issued and goes to somebody, the last one first.</summary>
    public static IEnumerable<CaseDocument> Provable(CaseView view) => view.File.Documents
        .Where(document => document.Status is DocumentStatus.Approved or DocumentStatus.Served
            && view.Templates.Find(document.Template) is { } template
            && (template.NeedsApproval || !template.IsForm))
        .Reverse();

    /// <summary>The document that a proof is most likely about: the last one that has none, else the last one.</summary>
    public static CaseDocument? Next(CaseView view) =>
        Provable(view).FirstOrDefault(document => ProofOf(view, document) is null) ?? Provable(view).FirstOrDefault();

    /// <summary>The proof of a document's service, or null.</summary>
    public static CaseDocument? ProofOf(CaseView view, CaseDocument document) => view.File.Documents.LastOrDefault(proof =>
        proof is { Template: Code, Status: not DocumentStatus.Withdrawn }
        && document.Number is not null
        && Fact(view, proof, "documentNumber") == document.Number);

    /// <summary>What a proof says it is about, e.g. 《…告知书》（示范府依申请复〔2025〕8号); null for other documents.</summary>
    public static string? About(CaseView view, CaseDocument proof) =>
        proof.Template != Code || Fact(view, proof, "documentTitle") is not { } title ? null
        : Fact(view, proof, "documentNumber") is { } number ? $"《{title}》（{number}）" : $"《{title}》";

    /// <summary>What a document of the case is called; of a proof, with what it proves.</summary>
    public static string TitleOf(CaseView view, CaseDocument document) =>
        view.Templates.TitleOf(document) + (About(view, document) is { } about ? $"：{about}" : "");

    /// <summary>A document by its title and number.</summary>
    public static string Name(CaseView view, CaseDocument document) =>
        view.Templates.TitleOf(document) + (document.Number is { } number ? $"（{number}）" : "");

    /// <summary>What was filled into a document, or null.</summary>
    public static string? Fact(CaseView view, CaseDocument document, string key) =>
        view.Text(document.Facts) is { } facts
        && JsonNode.Parse(facts)![key] is JsonValue value
        && value.TryGetValue<string>(out var text)
        && text.Length > 0
            ? text
            : null;
}
