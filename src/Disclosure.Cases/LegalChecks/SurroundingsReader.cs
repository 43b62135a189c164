using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks;

/// <summary>Reads what lies around a case from the stores, once for all rules.</summary>
public sealed class SurroundingsReader(IAgencies agencies, IUsers users, IApplicants applicants, ICaseFiles files, ICaseTexts texts)
{
    /// <param name="file">The case.</param>
    /// <param name="letter">The letter under judgement.</param>
    /// <param name="now">When it is judged.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    /// <param name="signedBy">The event that signed the letter: only what became a former value since then is one. Null: a draft.</param>
    internal async Task<Surroundings> Read(
        CaseFile file, Letter letter, Moment now, CancellationToken cancellation, int? signedBy = null)
    {
        var written = await texts.OfCase(file.Id, cancellation);
        var earlier = await applicants.Earlier(file.Id, cancellation);
        var replies = await EarlierReplies(letter, earlier, cancellation);
        return new Surroundings(
            await agencies.AllOn(now.Today, cancellation),
            await applicants.OfCase(file.Id, cancellation),
            await applicants.NamesInOtherCases(file.Id, cancellation),
            earlier,
            FactsOf(file, written))
        {
            Former = signedBy is { } signature ? FormerValues.Since(file, written, signature) : FormerValues.Of(file, written),
            Reviewers = await Reviewers(file, letter, cancellation),
            EarlierReplies = [.. replies.Keys],
            EarlierWords = replies.ToDictionary(reply => reply.Key.Id, reply => reply.Value),
            InMonth = Parts(letter, TemplateCodes.FeeNotice).Concat(Parts(letter, TemplateCodes.ClosingNotice)).Any()
                ? await applicants.ApplicationsInMonth(file.Id, cancellation)
                : null,
        };
    }

    private static Dictionary<Guid, JsonObject> FactsOf(CaseFile file, IReadOnlyDictionary<Guid, string> written)
    {
        var facts = new Dictionary<Guid, JsonObject>();
        foreach (var document in file.Documents.Where(document => document.Status != DocumentStatus.Withdrawn))
        {
            if (written.TryGetValue(document.Facts.Id, out var text) && text.Length > 0)
            {
                facts[document.Id] = JsonNode.Parse(text)!.AsObject();
            }
        }

        return facts;
    }

    private async Task<Dictionary<Guid, string>> Reviewers(CaseFile file, Letter letter, CancellationToken cancellation)
    {
        var names = new Dictionary<Guid, string>();
        var asked = Parts(letter, TemplateCodes.DisclosureReview).Any() ? file.Items.SelectMany(item => item.ReviewedBy).Distinct() : [];
        foreach (var reviewer in asked)
        {
            if (await users.Find(reviewer, cancellation) is { } user)
            {
                names[reviewer] = user.Name;
            }
        }

        return names;
    }

    // 24 (art. 36(6)): a case is only read where the letter refers to its reply.
    private async Task<Dictionary<CaseDocument, IReadOnlyList<string>>> EarlierReplies(
        Letter letter, IReadOnlyList<EarlierApplication> earlier, CancellationToken cancellation)
    {
        var replies = new Dictionary<CaseDocument, IReadOnlyList<string>>();
        foreach (var part in Parts(letter, TemplateCodes.RepeatRequest))
        {
            var number = FactReader.Text(part.Facts, "earlierNumber")?.Trim();
            if (earlier.FirstOrDefault(application => application.ReplyNumbers.Contains(number)) is { } application
                && await files.Find(application.CaseId, cancellation) is { } file
                && file.Documents.LastOrDefault(document => document.Number == number) is { } reply)
            {
                var written = await texts.OfCase(file.Id, cancellation);
                replies[reply] =
                [
                    .. file.Items.Where(item => reply.Items.Contains(item.Id))
                        .Select(item => written.GetValueOrDefault(item.Description.Id) ?? "").Where(words => words.Length > 0),
                ];
            }
        }

        return replies;
    }

    private static IEnumerable<Letter> Parts(Letter letter, string template) => letter.Alone.Where(part => part.TemplateCode == template);
}
