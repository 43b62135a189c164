using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;

namespace Disclosure.Cases.LegalChecks;

/// <summary>A reply that the same applicant got before (art. 36(6)), with what had been asked for.</summary>
/// <param name="Document">The reply.</param>
/// <param name="Sections">What it answered, section by section.</param>
public sealed record FormerReply(CaseDocument Document, IReadOnlyList<FormerSection> Sections)
{
    /// <summary>The words of all items that it answered.</summary>
    public IReadOnlyList<string> Words => [.. Sections.SelectMany(section => section.Words)];

    /// <summary>
    /// The sections that answered what <paramref name="requested"/> quotes: one item, several, or all, however they are joined. None
    /// where something else is quoted.
    /// </summary>
    public IReadOnlyList<FormerSection> Quoted(string requested)
    {
        var words = WrittenText.Words(requested);
        return FormerSection.AreJoined(Words, words)
            ? Sections
            : [.. Sections.Where(section => section.IsQuotedBy(words))];
    }
}

/// <summary>A section of an earlier reply.</summary>
/// <param name="Template">The code of its text.</param>
/// <param name="Words">The words of the items that it answered.</param>
public sealed record FormerSection(string Template, IReadOnlyList<string> Words)
{
    internal bool IsQuotedBy(string words) =>
        Words.Any(each => WrittenText.Words(each) == words) || AreJoined(Words, words);

    internal static bool AreJoined(IReadOnlyList<string> items, string words) =>
        string.Concat(items.Select(WrittenText.Words)) == words;
}

/// <summary>Reads the replies that an applicant got before.</summary>
public sealed class FormerReplyReader(ICaseFiles files, ICaseTexts texts)
{
    // Of somebody who has applied more often, the oldest are not compared.
    private const int MostCompared = 20;

    /// <summary>The reply of that number; null where none of these applications got it.</summary>
    public async Task<FormerReply?> Find(IReadOnlyList<EarlierApplication> earlier, string number, CancellationToken cancellation) =>
        earlier.FirstOrDefault(application => application.ReplyNumbers.Contains(number)) is { } application
            ? await Read(application, number, cancellation)
            : null;

    /// <summary>The reply to what is most like the words of this application; null where there was no reply yet.</summary>
    public async Task<FormerReply?> MostAlike(
        IReadOnlyList<EarlierApplication> earlier, string requested, CancellationToken cancellation)
    {
        var asked = new SimilarWords(requested);
        (FormerReply? Reply, double Likeness) best = (null, -1);
        foreach (var application in earlier.Where(application => application.ReplyNumbers.Count > 0).Take(MostCompared))
        {
            if (await Read(application, application.ReplyNumbers[^1], cancellation) is { } reply
                && new SimilarWords(string.Concat(reply.Words)).To(asked) is var likeness && likeness > best.Likeness)
            {
                best = (reply, likeness);
            }
        }

        return best.Reply;
    }

    private async Task<FormerReply?> Read(EarlierApplication application, string number, CancellationToken cancellation)
    {
        if (await files.Find(application.CaseId, cancellation) is not { } file
            || file.Documents.LastOrDefault(document => document.Number == number) is not { } reply)
        {
            return null;
        }

        var written = await texts.OfCase(file.Id, cancellation);
        return new FormerReply(reply, [.. reply.Sections.Select(section => new FormerSection(section.Template,
        [
            .. file.Items.Where(item => section.Items.Contains(item.Id))
                .Select(item => written.GetValueOrDefault(item.Description.Id) ?? "").Where(words => words.Length > 0),
        ]))]);
    }
}
