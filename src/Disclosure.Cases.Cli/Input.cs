using System.Text;

namespace Disclosure.Cases.Cli;

/// <summary>A file that the user named, or standard input.</summary>
internal static class Input
{
    /// <summary>Opens <paramref name="file"/> as UTF-8 text; <c>-</c> is standard input.</summary>
    public static TextReader Open(string file) =>
        file == "-" ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(file, Encoding.UTF8);
}

/// <summary>How a command says that it failed.</summary>
internal static class Failure
{
    /// <summary>Says why on standard error.</summary>
    /// <returns>The exit code of a failure.</returns>
    public static int Of(params IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
        {
            Console.Error.WriteLine(reason);
        }

        return 1;
    }

    /// <summary>Says why a command was refused, each reason with the field that it concerns.</summary>
    public static int Of(IEnumerable<Refusal> refusals, string language) =>
        Of(refusals.Select(refusal => refusal.Field is { } field ? $"{field}: {refusal.Say(language)}" : refusal.Say(language)));
}
