using System.CommandLine;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Linting;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Cli;

/// <summary><c>templates</c>: the catalogue, and letters made from it.</summary>
internal static class TemplatesCommand
{
    public static Command Create(Option<string> language) => new("templates", "The catalogue of format texts.")
    {
        List(),
        Render(language),
        Lint(language),
    };

    private static readonly Option<string?> OwnFolder = new("--folder")
    {
        Description = "A folder with the office's own wordings, which replace those with the same code.",
    };

    private static Command List()
    {
        var command = new Command(
            "list", "A line each: number, code, title, articles, row of the annual report's table 3, version.") { OwnFolder };
        command.SetAction(parse => OnFolder(parse, templates =>
        {
            foreach (var template in templates.All)
            {
                Console.WriteLine(string.Join(
                    '\t',
                    template.No?.ToString("00") ?? "–",
                    template.Code,
                    template.Title,
                    Dashed(
                        OfVariants(template, variant => variant.Articles).Prepend(template.Articles).SelectMany(articles => articles), "、"),
                    Dashed(OfVariants(template, variant => variant.Row ?? template.Row), " "),
                    template.Version[..12]));
            }

            return Task.FromResult(0);
        }));
        return command;
    }

    private static async Task<int> OnFolder(ParseResult parse, Func<EmbeddedReplyTemplates, Task<int>> work)
    {
        EmbeddedReplyTemplates templates;
        try
        {
            templates = new EmbeddedReplyTemplates(parse.GetValue(OwnFolder));
        }
        catch (Exception problem) when (problem is TemplateFileException or IOException or UnauthorizedAccessException)
        {
            return Failure.Of(problem.Message);
        }

        return await work(templates);
    }

    // Variants may rest on articles and count in rows of their own.
    private static IEnumerable<T> OfVariants<T>(ReplyTemplate template, Func<TemplateVariant, T?> value) =>
        template.Variants.DefaultIfEmpty(new TemplateVariant("", "")).Select(value).OfType<T>();

    private static string Dashed(IEnumerable<string> values, string separator) =>
        string.Join(separator, values.Distinct()) is { Length: > 0 } text ? text : "–";

    private static Command Lint(Option<string> language)
    {
        var folder = new Argument<string?>("folder")
        {
            Description = "The folder to check; without one the catalogue that comes with the software.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var overrides = new Option<bool>("--overrides")
        {
            Description = "Its files replace single texts; else it must hold the whole catalogue, 7 + 19 and the companions.",
        };
        var command = new Command(
            "lint", "Checks template files: front matter, placeholders, facts, remedies, articles and quotations. All findings at once.")
        {
            folder, overrides,
        };
        command.SetAction(parse =>
        {
            try
            {
                var findings = parse.GetValue(folder) is { } path
                    ? TemplateLint.Folder(path, !parse.GetValue(overrides))
                    : TemplateLint.Shipped();
                return Say(findings, parse.GetValue(language)!);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return Failure.Of(problem.Message);
            }
        });
        return command;
    }

    // As compilers write them, so that an editor finds the place: file:line: sentence.
    private static int Say(IReadOnlyList<TemplateFinding> findings, string language)
    {
        foreach (var finding in findings)
        {
            var place = string.Join(':', new[] { finding.File, finding.Line?.ToString() }.Where(part => !string.IsNullOrEmpty(part)));
            var advice = finding.IsError ? "" : $"{Texts.Say(language, "lint.advice")}: ";
            (finding.IsError ? Console.Error : Console.Out)
                .WriteLine($"{(place.Length == 0 ? "" : place + ": ")}{advice}{finding.What.Say(language)}");
        }

        if (findings.Count == 0)
        {
            Console.WriteLine(Texts.Say(language, "lint.clean"));
        }

        return findings.Any(finding => finding.IsError) ? 1 : 0;
    }

    private static Command Render(Option<string> language)
    {
        var code = new Argument<string>("code") { Description = "The template's code, e.g. not-existing." };
        var facts = new Option<string>("--facts")
        {
            Description = "The letter as JSON (see templates/samples), or - for standard input.",
            Required = true,
        };
        var target = new Option<string>("--out") { Description = "The file to write: .docx or .html.", Required = true };
        var command = new Command("render", "Makes a letter.") { code, facts, target, OwnFolder };
        command.SetAction((parse, cancellation) => OnFolder(parse, templates => Render(
            templates, parse.GetValue(code)!, parse.GetValue(facts)!, parse.GetValue(target)!, parse.GetValue(language)!, cancellation)));
        return command;
    }

    private static async Task<int> Render(
        EmbeddedReplyTemplates templates, string code, string facts, string target, string language, CancellationToken cancellation)
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

            var letters = new LetterRenderer(templates);
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
