using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Web.Pages.Review;

/// <summary>Says of letters that wait whether they are plain (<see cref="PlainLetters"/>).</summary>
internal sealed class PlainLettersPageQuery(ICaseFiles files, IApprovalChains chains, IReplyTemplates templates, CurrentActor actor)
{
    /// <summary>How many letters can be approved in one go; what waits behind them comes up as these are decided.</summary>
    public const int Most = 50;

    /// <summary>The case and letter of a row, and why the letter has to be approved by itself; null when it no longer waits.</summary>
    public async Task<(CaseFile File, CaseDocument Document, Refusal? WhyNot)?> Find(ApprovalRow row, CancellationToken cancellation)
    {
        if (await files.Find(row.CaseId, cancellation) is not { } file
            || file.FindDocument(row.DocumentId) is not { } document
            || (templates.Of(document.Principal) ?? templates.Find(document.Template)) is not { } template)
        {
            return null;
        }

        return (file, document, PlainLetters.WhyNot(
            document, template.For(document.Variant), await chains.LinksFor(file.AgencyId, document.Template, cancellation), actor.Value));
    }
}
