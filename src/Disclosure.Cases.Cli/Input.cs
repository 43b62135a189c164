using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;

namespace Disclosure.Cases.Cli;

/// <summary>A file that the user named, or standard input.</summary>
internal static class Input
{
    /// <summary>Opens <paramref name="file"/> as UTF-8 text; <c>-</c> is standard input.</summary>
    public static TextReader Open(string file) =>
        file == "-" ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(file, Encoding.UTF8);
}

/// <summary>What begins with <c>--</c> is an option, known or mistyped, and never the name of a file or of anything else.</summary>
internal static class MistypedOptions
{
    /// <summary>Refuses such values everywhere below a command.</summary>
    public static void KeepOptionsOut(Command command)
    {
        foreach (var argument in command.Arguments)
        {
            argument.Validators.Add(Refuse);
        }

        foreach (var option in command.Options)
        {
            option.Validators.Add(Refuse);
        }

        foreach (var each in command.Subcommands)
        {
            KeepOptionsOut(each);
        }
    }

    private static void Refuse(SymbolResult given)
    {
        if (given.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } token)
        {
            given.AddError(Texts.Say(Texts.Chinese, "cli.unknownOption", token.Value) + ' '
                + Texts.Say(Texts.English, "cli.unknownOption", token.Value));
        }
    }
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
