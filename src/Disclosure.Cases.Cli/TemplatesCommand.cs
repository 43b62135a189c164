using System.CommandLine;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Cli;

/// <summary><c>templates</c>: the catalogue, and letters made from it.</summary>
internal static class TemplatesCommand
{
    public static Command Create(Option<string> language) => new("templates", "The catalogue of format texts.")
    {
        List(),
        Render(language),
    };

    private static Command List()
    {
        var command = new Command("list", "A line each: number, code, title, articles, row of the annual report's table 3.");
        command.SetAction(_ =>
        {
            foreach (var template in new EmbeddedReplyTemplates().All)
            {
                Console.WriteLine(string.Join('\t', template.No?.ToString("00") ?? "–", template.Code, template.Title, Dashed(OfVariants(template, variant => variant.Articles).Prepend(template.Articles).SelectMany(articles => articles), "、"), Dashed(OfVariants(template, variant => variant.Row ?? template.Row), " ")));
            }

            return 0;
        });
        return command;
    }

    // Variants may rest on articles and count in rows of their own.
    private static IEnumerable<T> OfVariants<T>(ReplyTemplate template, Func<TemplateVariant, T?> value) =>
        template.Variants.DefaultIfEmpty(new TemplateVariant("", "")).Select(value).OfType<T>();

    private static string Dashed(IEnumerable<string> values, string separator) =>
        string.Join(separator, values.Distinct()) is { Length: > 0 } text ? text : "–";

    private static Command Render(Option<string> language)
    {
        var code = new Argument<string>("code") { Description = "The template's code, e.g. not-existing." };
        var facts = new Option<string>("--facts") { Description = "The letter as JSON (see templates/samples), or - for standard input.", Required = true };
        var target = new Option<string>("--out") { Description = "The file to write: .docx or .html.", Required = true };
        var command = new Command("render", "Makes a letter.") { code, facts, target };
        command.SetAction((parse, cancellation) => Render(parse.GetValue(code)!, parse.GetValue(facts)!, parse.GetValue(target)!, parse.GetValue(language)!, cancellation));
        return command;
    }

    private static async Task<int> Render(string code, string facts, string target, string language, CancellationToken cancellation)
    {
        if (Path.GetExtension(target) is not (".docx" or ".html"))
        {
            return Failure.Of(Texts.Say(language, "cli.outNeedsExtension"));
        }

        try
        {
            using var reader = Input.Open(facts);
            var reading = LetterJson.Read(code, await reader.ReadToEndAsync(cancellation));
            if (reading.Letter is not { } letter)
            {
                return Failure.Of(reading.Refusals, language);
            }

            var letters = new Letters(new EmbeddedReplyTemplates());
            if (letters.Check(letter, final: true) is { Count: > 0 } refusals)
            {
                return Failure.Of(refusals, language);
            }

            if (target.EndsWith(".docx", StringComparison.Ordinal))
            {
                await File.WriteAllBytesAsync(target, letters.ToDocx(letter), cancellation);
            }
            else
            {
                await File.WriteAllTextAsync(target, letters.ToHtmlPage(letter), cancellation);
            }

            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Failure.Of(problem.Message);
        }
    }
}
