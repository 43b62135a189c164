using System.Text.RegularExpressions;

namespace Disclosure.Cases.Documents.Typography;

/// <summary>
/// One form of address throughout a letter: 您, 你单位 or 你们, as the wording has it. What a clerk writes of the addressee (申请人,
/// 您) is put the same way; what is quoted, and other applicants, stay.
/// </summary>
/// <param name="You">How the letter addresses its reader.</param>
/// <param name="IsApplicant">Whether the reader is the applicant; to anybody else 申请人 is a third person.</param>
internal sealed partial record FormOfAddress(string You, bool IsApplicant)
{
    /// <summary>What the applicants are called: before a name 申请人 is a word for whoever bears it.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>A fact's text as the letter says it.</summary>
    public string In(string text) => Quoted().Replace(
        text,
        match => match.Groups["quoted"].Success ? match.Value : OutsideQuotations(match.Value));

    private string OutsideQuotations(string text)
    {
        var direct = Direct().Replace(text, You);
        return !IsApplicant ? direct : Applicant().Replace(
            direct,
            match => Names.Any(name => direct.AsSpan(match.Index + match.Length).StartsWith(name, StringComparison.Ordinal))
                ? match.Value
                : You);
    }

    [GeneratedRegex("(?<quoted>“[^”]*”|《[^》]*》)|[^“《]+|[“《]")]
    private static partial Regex Quoted();

    [GeneratedRegex("您(?!们)|你单位|你们|您们")]
    private static partial Regex Direct();

    // Only where the applicant of the letter is meant: after a stop or such a word, not 其他申请人, 被申请人, 复议申请人; and not the
    // words that 申请 and 人 begin: 申请人民政府, 申请人员名单, 申请人数.
    [GeneratedRegex("(?<=^|[，。；：、！？（）”》 　由向致对与和及为经因按据在将使让给从请于知醒问求系是达电到])申请人"
        + "(?!民|口|员|才|数|次|事|工|力|类|体|物|均|大|防|社|文|造|行道|居环境|身(?!份)|[甲乙丙丁一二三四])")]
    private static partial Regex Applicant();
}
