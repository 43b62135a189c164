namespace Disclosure.Cases.AnnualReports;

/// <summary>
/// The lines of the annual report's table 3 (收到和处理政府信息公开申请情况), by the codes under which cases count. Their order is the
/// official one; <c>report.line.*</c> of the texts has their words.
/// </summary>
public static class ReportLines
{
    /// <summary>一、本年新收.</summary>
    public const string Received = "一";

    /// <summary>二、上年结转.</summary>
    public const string CarriedOver = "二";

    /// <summary>(六) 3. 其他: also where an answer has no line of its own.</summary>
    public const string Other = "(六)3";

    /// <summary>(七) 总计 of the results.</summary>
    public const string Settled = "(七)";

    /// <summary>四、结转下年度继续办理.</summary>
    public const string CarriedForward = "四";

    /// <summary>The results, in the official order: 三 (一) to (六).</summary>
    public static IReadOnlyList<string> Results { get; } =
    [
        "(一)", "(二)",
        "(三)1", "(三)2", "(三)3", "(三)4", "(三)5", "(三)6", "(三)7", "(三)8",
        "(四)1", "(四)2", "(四)3",
        "(五)1", "(五)2", "(五)3", "(五)4", "(五)5",
        "(六)1", "(六)2", Other,
    ];

    /// <summary>What is counted, beside what is summed: received, carried over, and each result.</summary>
    public static IReadOnlyList<string> Counted { get; } = [Received, CarriedOver, .. Results];

    /// <summary>Every line of the table as it is printed.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Counted, Settled, CarriedForward];

    /// <summary>The group that a result stands in, as "(三)"; null where it stands alone.</summary>
    public static string? GroupOf(string line) => line.Length > 3 ? line[..3] : null;

    /// <summary>What a line is called, with its group.</summary>
    public static string Say(string line, string language) =>
        (GroupOf(line) is { } group ? Texts.Say(language, $"report.line.{group}") : "") + Texts.Say(language, $"report.line.{line}");
}
