namespace Disclosure.Cases.Tests.Documents;

/// <summary>
/// A text without what composing may change of it: the width of brackets, the kind of quotation marks, stops, and the hyphens of telephone
/// numbers. For tests that ask whether typed words come out as they are.
/// </summary>
internal static class FoldedPunctuation
{
    private const string Dropped = "。；，、．：？！.;,:?!- \u00A0";

    public static string Of(string text) => string.Concat(text.Where(letter => !Dropped.Contains(letter, StringComparison.Ordinal))
        .Select(letter => letter switch
        {
            '(' => '（',
            ')' => '）',
            '"' or '＂' or '\'' or '＇' or '‘' or '’' or '”' => '“',
            '〈' => '《',
            '〉' => '》',
            _ => letter,
        }));
}
