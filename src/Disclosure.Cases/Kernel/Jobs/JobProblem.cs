using System.Globalization;

namespace Disclosure.Cases.Kernel.Jobs;

/// <summary>
/// What made a job fail, without anybody's data in it: the codes of the refusals with their counts, or the exception's
/// type. It is kept as text, e.g. <c>audit.chain.cut 1, audit.number.gap 2</c>.
/// </summary>
public static class JobProblem
{
    private const string Separator = ", ";

    /// <summary>Refusals by their codes; of what else they say, only whole numbers are kept.</summary>
    public static string Of(IEnumerable<Refusal> refusals) => string.Join(Separator, refusals.Select(refusal =>
        string.Join(
            ' ', refusal.Arguments.OfType<int>().Select(number => number.ToString(CultureInfo.InvariantCulture)).Prepend(refusal.Code))));

    /// <summary>An exception by its type, or by the refusals that it carries.</summary>
    public static string Of(Exception problem) => problem switch
    {
        JobRefusedException refused => Of(refused.Refusals),
        CodedException coded => coded.Problem,
        _ => problem.GetType().Name,
    };

    /// <summary>The problem in words where there are any; what has none is said as it is.</summary>
    public static string Say(string problem, string language) =>
        string.Join(language == Texts.Chinese ? "" : " ", problem.Split(Separator).Select(each => SayOne(each, language)));

    private static string SayOne(string problem, string language)
    {
        var parts = problem.Split(' ');
        var (code, counts) = (parts[0], parts[1..]);

        // What another server answered, by its number: smtp.550.
        if (code.LastIndexOf('.') is > 0 and var dot
            && int.TryParse(code[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            (code, counts) = ($"{code[..dot]}.answer", [code[(dot + 1)..]]);
        }

        return Texts.Codes.Contains(code) && !Texts.Say(language, code).Contains($"{{{counts.Length}}}", StringComparison.Ordinal)
            ? Texts.Say(language, code, counts)
            : problem;
    }
}
