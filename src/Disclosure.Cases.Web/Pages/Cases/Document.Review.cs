using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Web.Pages.Review;
using Microsoft.AspNetCore.Mvc;

namespace Disclosure.Cases.Web.Pages.Cases;

// What a reviewer needs to decide: the letter, what was filled in, why, what changed since it was given back – and the decision.
internal sealed partial class DocumentModel
{
    /// <summary>Where it stands among what waits; null for those who do not decide.</summary>
    public WaitingPlace? Place { get; private set; }

    /// <summary>How it was last given back, or null.</summary>
    public LastReturn? Returned { get; private set; }

    /// <summary>How the letter differs from the one that was given back; null where that cannot be made any more.</summary>
    public IReadOnlyList<ChangedParagraph>? SinceReturned { get; private set; }

    public IReadOnlyList<FilledFacts> Facts { get; private set; } = [];

    /// <summary>The general reason typed; null while nothing was sent.</summary>
    public string? Reason { get; private set; }

    /// <summary>The remarks typed, in the order of the letter.</summary>
    public IReadOnlyList<PassageMark> Marks { get; private set; } = [];

    /// <summary>Why the user cannot approve although it waits for approval, or null.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Whether it waits for a decision: then letter and reasons stand side by side on one screen.</summary>
    public bool IsRead => Document.Status == DocumentStatus.Submitted;

    /// <summary>Whether it is put before the user.</summary>
    public bool Decides => IsRead && View.Can(CaseAction.Approve);

    /// <summary>Whether the user may approve it or give it back, being neither its drafter nor an earlier link.</summary>
    public bool MayDecide => Decides && WhyNot is null;

    /// <summary>What was answered in the case, with the reasons.</summary>
    public IEnumerable<(string Sentence, string? Detail)> Reasoning => View.History
        .Where(row => row.Event is StepAnswered or SearchRecorded or DisclosureReviewed or OpinionReceived or ExtensionConsented)
        .Select(row => View.Sentences.Of(row.Event));

    public async Task<IActionResult> OnPostApproveAsync(Guid id, Guid documentId, int version, CancellationToken cancellation)
    {
        if (!await Read(id, documentId, cancellation))
        {
            return NotFound();
        }

        var next = Place?.AfterDecision;
        var result = await commands.Send(new ApproveDocument(id, version, documentId));
        if (!result.Succeeded)
        {
            return await Refused(id, documentId, result.Refusals, cancellation);
        }

        var said = (result.Value switch
        {
            { IsComplete: true, Number: { } number } => words["已签发，文号：{0}", number],
            { IsComplete: true } => words["已签发。"],
            _ => words["审核通过，等待下一环节审签。"],
        }).Value;
        return Onward(said, next, $"/cases/{id}/documents/{documentId}");
    }

    public async Task<IActionResult> OnPostReturnAsync(
        Guid id, Guid documentId, int version, string? reason, CancellationToken cancellation)
    {
        if (!await Read(id, documentId, cancellation))
        {
            return NotFound();
        }

        var next = Place?.AfterDecision;
        (Reason, Marks) = (reason ?? "", TypedMarks());
        var result = await commands.Send(new ReturnDocument(id, version, documentId, Reason) { Marks = Marks });
        return result.Succeeded ? Onward(words["已退回修改。"], next, "/review") : await Refused(id, documentId, result.Refusals, cancellation);
    }

    // What was decided is said on the page of the next one that waits.
    private LocalRedirectResult Onward(string said, Reporting.ApprovalRow? next, string otherwise)
    {
        TempData["Done"] = next is null ? said : $"{View.File.RegisterNumber}：{said}";
        return LocalRedirect(next is null ? otherwise : WaitingPlace.AddressOf(next));
    }

    // A remark without words marked is on its whole paragraph.
    private List<PassageMark> TypedMarks()
    {
        var paragraphs = MarkedLetter.Paragraphs(Html);
        var (places, quotes, remarks) = (Request.Form["Mark.Paragraph"], Request.Form["Mark.Quote"], Request.Form["Mark.Remark"]);
        var marks = new List<PassageMark>();
        for (var row = 0; row < remarks.Count; row++)
        {
            if (!string.IsNullOrWhiteSpace(remarks[row])
                && int.TryParse(places.ElementAtOrDefault(row), out var place)
                && paragraphs.ElementAtOrDefault(place) is { } paragraph)
            {
                var quote = quotes.ElementAtOrDefault(row) is { Length: > 0 } words && paragraph.Contains(words, StringComparison.Ordinal)
                    ? words
                    : paragraph;
                marks.Add(new PassageMark(
                    place,
                    quote.Length > PassageMark.LongestQuote ? quote[..PassageMark.LongestQuote] : quote,
                    remarks[row]!.ReplaceLineEndings("\n").Trim()));
            }
        }

        return marks;
    }

    private async Task ReadForReview(Letter letter, CancellationToken cancellation)
    {
        Facts = [.. FilledFacts.Of(View, Document, words)];
        WhyNot = !Decides ? null
            : Document.Drafters.Contains(View.Moment.Actor.Id) ? new Refusal("document.ownDraft").Say(Texts.CurrentLanguage)
            : Document.Approvers.Contains(View.Moment.Actor.Id) ? new Refusal("document.approvedAlready").Say(Texts.CurrentLanguage)
            : null;
        Place = Decides ? WaitingPlace.Of(await queries.AwaitingApproval(View.File.AgencyId, cancellation), Document.Id) : null;
        Returned = Document.FileId is null ? LastReturn.Of(View, Document) : null;
        if (Returned?.Then(View) is { } then && await Paragraphs(Document, letter, cancellation) is { } now
            && await Paragraphs(
                then.Document(Document.Id),
                await letters.Compose(then, then.Document(Document.Id), View.Moment.Today, cancellation),
                cancellation) is { } before)
        {
            SinceReturned = LetterDifference.Between(before, now);
        }
    }

    // The letter that a document is as a draft, from its upload where it has one; null where it cannot be made.
    private async Task<IReadOnlyList<LetterParagraph>?> Paragraphs(CaseDocument document, Letter letter, CancellationToken cancellation) =>
        await finished.Upload(document, cancellation) is { } upload ? renderer.Read(upload, asDraft: true)
        : renderer.Check(letter).Count == 0 ? renderer.Read(renderer.ToDocx(letter), asDraft: true)
        : null;
}
