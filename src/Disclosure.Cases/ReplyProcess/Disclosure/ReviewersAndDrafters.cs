using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.ReplyProcess.Disclosure;

/// <summary>
/// Article 17: what is disclosed is reviewed by somebody who did not draft the letter (08, 10). Said when the review is recorded, when
/// the letter is drafted or changed, and once more by the legal check when it is submitted.
/// </summary>
public static class ReviewersAndDrafters
{
    /// <summary>
    /// Whether an item is to be reviewed: it is given, or may yet be, and no reply on it is signed. What is answered otherwise (20, say)
    /// discloses nothing.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="item">The item.</param>
    public static bool IsToBeReviewed(CaseFile file, CaseItem item)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(item);
        return item.AnsweredBy is null
            && (item.Outcome is { } outcome ? TemplateCodes.NeedReview(outcome.Template) : item.Step == ReplyStep.Disclosure)
            && !file.Documents.Any(document => document is { Status: DocumentStatus.Approved, Effect: ServiceEffect.Answers }
                && document.Items.Contains(item.Id));
    }

    /// <summary>Whether somebody drafted or changed a letter under way that discloses one of these items.</summary>
    /// <param name="file">The case.</param>
    /// <param name="items">The items to be reviewed.</param>
    /// <param name="person">Who would review them.</param>
    public static bool IsDrafterOf(CaseFile file, IReadOnlyList<Guid> items, Guid person)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Documents.Any(document => document.IsUnderWay
            && document.Drafters.Contains(person)
            && document.Sections.Any(section => TemplateCodes.NeedReview(section.Template) && section.Items.Intersect(items).Any()));
    }

    /// <summary>
    /// Why somebody cannot draft or change a letter: he or she reviewed an item that it discloses, and nobody else did who has no hand
    /// in the letter. Null where nothing speaks against it.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="sections">The letter's sections: template and items.</param>
    /// <param name="drafters">Who has a hand in the letter already.</param>
    /// <param name="person">Who would draft or change it.</param>
    public static Refusal? WhyNotDraft(
        CaseFile file, IEnumerable<(string Template, IReadOnlyList<Guid> Items)> sections, IEnumerable<Guid> drafters, Guid person)
    {
        ArgumentNullException.ThrowIfNull(file);
        var disclosed = sections.Where(section => TemplateCodes.NeedReview(section.Template))
            .SelectMany(section => section.Items).ToHashSet();
        var hands = drafters.Append(person).ToHashSet();
        return file.Items.Any(item => disclosed.Contains(item.Id)
            && item.ReviewedBy.Contains(person)
            && !item.ReviewedBy.Except(hands).Any())
            ? new Refusal("review.reviewerDrafts")
            : null;
    }

    /// <summary>Why somebody cannot change a letter that is drafted; null where nothing speaks against it.</summary>
    /// <param name="file">The case.</param>
    /// <param name="document">The letter.</param>
    /// <param name="person">Who would change it.</param>
    public static Refusal? WhyNotDraft(CaseFile file, CaseDocument document, Guid person)
    {
        ArgumentNullException.ThrowIfNull(document);
        return WhyNotDraft(file, document.Sections.Select(section => (section.Template, section.Items)), document.Drafters, person);
    }
}
