using System.Text.RegularExpressions;

namespace Disclosure.Cases.Letters;

/// <summary>
/// Words that tell somebody of a remedy: may, within so many days, apply for reconsideration or sue. They are the letter's own
/// (<see cref="RemedyParagraphs"/>), so nobody else writes any; what tells of proceedings that there were is none.
/// </summary>
public static partial class RemedyWords
{
    /// <summary>Every place of a text that tells of a remedy.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Remedies().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("(?:可以?|有权|应当|应先|必须|[日月]内|之日起)[^。！？\\n]{0,80}?"
        + "(?:(?:申请|提起|提出)(?:行政)?(?:复议|诉讼)|起诉|(?<!曾)(?<!已)(?<!已经)申请复议)")]
    private static partial Regex Remedies();
}
