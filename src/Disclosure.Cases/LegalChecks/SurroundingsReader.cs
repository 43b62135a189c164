using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks;

/// <summary>Reads what lies around a case from the stores, once for all rules.</summary>
public sealed class SurroundingsReader(
    IAgencies agencies, IUsers users, IApplicants applicants, FormerReplyReader replies, ICaseTexts texts)
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
        return new Surroundings(
            await agencies.AllOn(now.Today, cancellation),
            await applicants.OfCase(file.Id, cancellation),
            await applicants.NamesInOtherCases(file.Id, cancellation),
            earlier,
            FactsOf(file, written))
        {
            Former = signedBy is { } signature ? FormerValues.Since(file, written, signature) : FormerValues.Of(file, written),
            People = Parts(letter, TemplateCodes.DisclosureReview).Any()
                ? await People(file, cancellation)
                : new Dictionary<Guid, string>(),
            Written = written,
            FormerReplies = await FormerReplies(letter, earlier, cancellation),
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

    private async Task<Dictionary<Guid, string>> People(CaseFile file, CancellationToken cancellation)
    {
        var names = new Dictionary<Guid, string>();
        var signers = file.Documents.SelectMany(letter => letter.Approvers);
        foreach (var person in file.Items.SelectMany(item => item.ReviewedBy).Concat(signers).Distinct())
        {
            if (await users.Find(person, cancellation) is { } user)
            {
                names[person] = user.Name;
            }
        }

        return names;
    }

    // 24 (art. 36(6)): a case is only read where the letter refers to its reply.
    private async Task<IReadOnlyList<FormerReply>> FormerReplies(
        Letter letter, IReadOnlyList<EarlierApplication> earlier, CancellationToken cancellation)
    {
        var found = new List<FormerReply>();
        foreach (var part in Parts(letter, TemplateCodes.RepeatRequest))
        {
            if (FactReader.Text(part.Facts, "earlierNumber")?.Trim() is { } number
                && await replies.Find(earlier, number, cancellation) is { } reply)
            {
                found.Add(reply);
            }
        }

        return found;
    }

    private static IEnumerable<Letter> Parts(Letter letter, string template) => letter.Alone.Where(part => part.TemplateCode == template);
}
