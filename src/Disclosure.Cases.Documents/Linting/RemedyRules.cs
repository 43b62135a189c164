using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Linting;

/// <summary>
/// The remedy that follows from what a document does and rests on (docs/domain.md, "Remedies"; 行政复议法 art. 23; 法释〔2025〕8号),
/// and the row of table 3 that an answer counts in.
/// </summary>
internal static class RemedyRules
{
    private static readonly string[] Rows =
    [
        "(一)", "(二)", "(三)1", "(三)2", "(三)3", "(三)4", "(三)5", "(三)6", "(三)7", "(三)8",
        "(四)1", "(四)2", "(四)3", "(五)1", "(五)2", "(五)3", "(五)4", "(五)5", "(六)1", "(六)2", "(六)3",
    ];

    public static void Judge(ReplyTemplate template, FaultList faults)
    {
        foreach (var variant in BodyScan.Codes(template))
        {
            var effective = template.For(variant.Length == 0 ? null : variant);
            var field = variant.Length == 0 ? "" : $"variants.{variant}.";
            if (Due(effective) is var due && effective.Remedy != due)
            {
                faults.OfField(
                    effective.Variant?.Remedy is null ? "remedy" : field + "remedy",
                    effective.Remedy == Remedy.None ? "lint.remedyMissing" : "lint.remedy",
                    due,
                    effective.Remedy);
            }

            var counts = effective.Effect is ServiceEffect.Answers or ServiceEffect.Closes;
            if (counts != effective.Row is not null || (effective.Row is { } row && !Rows.Contains(row)))
            {
                faults.OfField(
                    effective.Variant?.Row is null ? "row" : field + "row",
                    counts ? "lint.rowNeeded" : "lint.rowTooMany",
                    effective.Row ?? "—");
            }
        }
    }

    private static Remedy Due(EffectiveTemplate effective)
    {
        var articles = effective.Articles.Select(article => article[..(article.IndexOf('条', StringComparison.Ordinal) + 1)]).ToHashSet();
        return effective switch
        {
            { Effect: ServiceEffect.Answers } when articles.Contains("第三十七条") => Remedy.ByPart,
            { Effect: ServiceEffect.Answers } when articles.Overlaps(["第十四条", "第十五条", "第十六条"]) => Remedy.ReconsiderationFirst,
            { Effect: ServiceEffect.Answers or ServiceEffect.Closes } => Remedy.Either,
            { Effect: ServiceEffect.AwaitsPayment } => Remedy.NotOnItsOwn,

            // 06 decides, against the third party to whom it goes (art. 32); the other procedural documents decide nothing.
            { Effect: ServiceEffect.Nothing, Template: { Kind: TemplateKind.Procedural, Addressee: AddresseeKind.Recipient } } =>
                Remedy.Either,
            _ => Remedy.None,
        };
    }
}
