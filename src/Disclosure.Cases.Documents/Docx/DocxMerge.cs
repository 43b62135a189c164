using Disclosure.Cases.Documents.Docx.Merging;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>Letters put into one document, to print in one go.</summary>
/// <param name="Docx">The document; null when none of the letters could be put in.</param>
/// <param name="LeftOut">For each letter, in order, why it has to be printed alone; null where it was put in.</param>
public sealed record MergedLetters(byte[]? Docx, IReadOnlyList<Refusal?> LeftOut);

/// <summary>
/// Puts finished letters into one document. Each begins on a right-hand page, so that printing on both sides never puts two
/// letters on one sheet, and looks there as it does alone; one that would not is left out and named.
/// </summary>
public static class DocxMerge
{
    /// <summary>Merges letters in their order. The same letters give the same bytes.</summary>
    /// <param name="letters">The frozen letters, by this program or finished in another.</param>
    public static MergedLetters Merge(IReadOnlyList<byte[]> letters)
    {
        var reasons = new Refusal?[letters.Count];
        var read = new List<(int Index, MergeSource Source, string Layout)>();
        for (var index = 0; index < letters.Count; index++)
        {
            Try(index, reasons, () =>
            {
                var source = MergeSource.Read(letters[index]);
                StyleSheets.Judge(source);
                read.Add((index, source, LayoutSettings.KeyOf(source)));
            });
        }

        // The settings of most letters hold; of two as frequent, those of the earlier letter.
        if (read.GroupBy(letter => letter.Layout).OrderByDescending(group => group.Count()).FirstOrDefault() is not { } most)
        {
            return new MergedLetters(null, reasons);
        }

        foreach (var (index, _, _) in read.Where(letter => letter.Layout != most.Key))
        {
            reasons[index] = new Refusal(CannotMergeException.Layout);
        }

        var merged = new MergedDocument();
        foreach (var (index, source, _) in most)
        {
            Try(index, reasons, () => merged.Take(source));
        }

        var settings = read.Find(letter => letter.Layout == most.Key && reasons[letter.Index] is null).Source?.Settings;
        return new MergedLetters(settings is null ? null : merged.ToBytes(settings), reasons);
    }

    private static void Try(int index, Refusal?[] reasons, Action take)
    {
        try
        {
            take();
        }
        catch (CannotMergeException exception)
        {
            reasons[index] = new Refusal(exception.Code);
        }
        catch (ArgumentException)
        {
            // Ids that are missing or given twice.
            reasons[index] = new Refusal(CannotMergeException.Unreadable);
        }
    }
}
