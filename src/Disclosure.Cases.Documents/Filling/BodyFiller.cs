using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using HandlebarsDotNet;

namespace Disclosure.Cases.Documents.Filling;

/// <summary>How much of a body a letter takes.</summary>
internal enum BodyScope
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Addressee and what was asked: said once, at the head of a letter with several sections.</summary>
    Opening,

    /// <summary>What follows the opening.</summary>
    Section,

    /// <summary>What a part withheld within 10 takes: what follows the opening, in its passages for a part.</summary>
    Part,
}

/// <summary>Fills a template's body with tokens. Compiled bodies are kept by wording, variant and scope.</summary>
internal static partial class BodyFiller
{
    private readonly record struct BodyKey(string Version, string? Variant, BodyScope Scope);

    private static readonly ConcurrentDictionary<BodyKey, HandlebarsTemplate<object, object>> Compiled = new();

    /// <summary>The body with every placeholder filled by a token.</summary>
    /// <exception cref="TemplateFileException">The wording is not Handlebars, uses something undeclared, or prints an
    /// optional fact without asking whether it is there.</exception>
    public static string Fill(EffectiveTemplate effective, Dictionary<string, object?> values, BodyScope scope = BodyScope.Whole)
    {
        var template = effective.Template;
        string filled;
        try
        {
            var body = new BodyKey(template.Version, effective.Variant?.Code, scope);
            filled = Compiled.GetOrAdd(body, _ => Compile(template, body.Variant, scope))(values);
        }
        catch (Exception exception) when (exception is HandlebarsException or HandlebarsDotNet.Compiler.HandlebarsUndefinedBindingException)
        {
            throw new TemplateFileException(template.Code, exception.Message, exception);
        }

        var hole = filled.IndexOf(Absent.Mark, StringComparison.Ordinal);
        return hole < 0
            ? filled
            : throw new TemplateFileException(
                template.Code,
                $"'{filled[(hole + 1)..filled.IndexOf(Absent.Mark, hole + 1)]}' may be absent and is printed without {{{{#if}}}}.");
    }

    /// <summary>Renders every variant with all facts and with the required ones only.</summary>
    /// <exception cref="TemplateFileException">One of them does not come out.</exception>
    public static void TryOut(IReplyTemplates templates, string file, ReplyTemplate template)
    {
        try
        {
            foreach (var variant in template.Variants.Count == 0 ? [null] : template.Variants.Select(variant => (string?)variant.Code))
            {
                var effective = template.For(variant);
                foreach (var withOptional in new[] { true, false })
                {
                    var values = new LetterValues(templates, new Tokens(), preview: true);
                    Fill(effective, values.Trial(effective, withOptional));
                    if (template.SpeaksOfParts)
                    {
                        var part = PartTexts.Of(template);
                        Fill(part, values.Trial(part, withOptional), BodyScope.Part);
                    }
                }
            }
        }
        catch (TemplateFileException exception)
        {
            throw new TemplateFileException(file, exception.Message, exception);
        }
    }

    private static HandlebarsTemplate<object, object> Compile(ReplyTemplate template, string? variant, BodyScope scope)
    {
        var opening = Opening().Match(template.Body);
        if (scope is BodyScope.Opening or BodyScope.Section && !opening.Success)
        {
            throw new TemplateFileException(template.Code, "without {{#opening}} it cannot stand in one letter with others.");
        }

        var body = scope switch
        {
            BodyScope.Whole => template.Body,
            BodyScope.Opening => opening.Value,
            BodyScope.Section or BodyScope.Part => template.Body.Remove(opening.Index, opening.Length),
        };

        // Strict: a name that is not bound is a mistake in the wording, never an empty space in a decision.
        var configuration = new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true };
        configuration.FormatterProviders.Add(new AbsentFormatter());
        var handlebars = Handlebars.Create(configuration);

        // Dates, choices, paragraphs and sections are tokens already; the helpers name the kind for whoever reads the wording.
        foreach (var name in new[] { "date", "choice", "paragraphs", "sections" })
        {
            handlebars.RegisterHelper(name, (_, arguments) => Only(name, arguments));
        }

        handlebars.RegisterHelper("capitals", (_, arguments) => Only("capitals", arguments) switch
        {
            Token { Raw: long yuan } token => token.Registry.Text(ChineseCapitals.OfYuan(yuan)),
            var other => other,
        });
        handlebars.RegisterHelper("opening", (writer, options, context, _) => options.Template(writer, context));
        foreach (var (name, isTaken) in new[] { ("part", scope == BodyScope.Part), ("whole", scope != BodyScope.Part) })
        {
            handlebars.RegisterHelper(name, (writer, options, context, _) =>
            {
                if (isTaken)
                {
                    options.Template(writer, context);
                }
            });
        }

        handlebars.RegisterHelper("variant", (writer, options, context, arguments) =>
        {
            if (arguments.Any(argument => argument is string code && code == variant))
            {
                options.Template(writer, context);
            }
            else
            {
                options.Inverse(writer, context);
            }
        });
        return handlebars.Compile(body);
    }

    [GeneratedRegex(@"\{\{#opening\}\}.*?\{\{/opening\}\}", RegexOptions.Singleline)]
    private static partial Regex Opening();

    private static object Only(string helper, Arguments arguments) =>
        arguments.Length == 1 && arguments[0] is { } argument and (Token or Absent)
            ? argument
            : throw new HandlebarsRuntimeException($"'{helper}' takes one fact.");
}
