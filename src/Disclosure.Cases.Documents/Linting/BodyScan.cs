using System.Text.RegularExpressions;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Linting;

/// <summary>A name that a body uses.</summary>
/// <param name="Name">The fact, or what is bound for every letter.</param>
/// <param name="Helper">The helper that it is given to: <c>date</c>, <c>#if</c> …; null when it is simply printed.</param>
/// <param name="Line">The line in the file.</param>
/// <param name="Variants">The readings (<see cref="BodyScan.Readings"/>) that come to this place; the empty code for a template without
/// variants.</param>
/// <param name="Known">The names that are known to be there.</param>
internal sealed record NameUse(string Name, string? Helper, int Line, IReadOnlySet<string> Variants, IReadOnlySet<string> Known)
{
    /// <summary>Whether it is printed, not only asked for.</summary>
    public bool IsPrinted => Helper is null || Helper[0] != '#';
}

/// <summary>Reads the placeholders of a body one by one, so that each fault has its line and none hides the next.</summary>
internal sealed partial class BodyScan
{
    private static readonly string[] Helpers = ["date", "choice", "paragraphs", "sections", "capitals"];
    private static readonly string[] FeeLine = ["from", "to", "units", "rate", "yuan"];
    private const string Above = "../";

    /// <summary>Stands among the variants for a part withheld within 10; no variant has such a code.</summary>
    public const string Part = "#part";

    private readonly record struct Block(
        string Name, string? Argument, int Line, IReadOnlySet<string> Variants, IReadOnlySet<string> Known);

    private readonly ReplyTemplate template;
    private readonly FaultList faults;
    private readonly Stack<Block> open = new();
    private readonly List<NameUse> uses = [];
    private IReadOnlySet<string> variants;
    private IReadOnlySet<string> known = new HashSet<string>();

    private BodyScan(ReplyTemplate template, FaultList faults)
    {
        (this.template, this.faults) = (template, faults);
        variants = Readings(template);
    }

    /// <summary>The codes of a template's variants; one empty code where it has none.</summary>
    public static HashSet<string> Codes(ReplyTemplate template) =>
        template.Variants.Count == 0 ? [""] : [.. template.Variants.Select(variant => variant.Code)];

    /// <summary>The ways in which a wording is read: its variants, and as a part where it speaks of parts.</summary>
    public static HashSet<string> Readings(ReplyTemplate template) =>
        template.SpeaksOfParts ? [.. Codes(template), Part] : Codes(template);

    /// <summary>A template in one of its <see cref="Readings"/>.</summary>
    public static EffectiveTemplate In(ReplyTemplate template, string reading) =>
        reading == Part ? PartTexts.Of(template) : template.For(reading.Length == 0 ? null : reading);

    /// <summary>Every name used, in the order of the text; what cannot be understood goes to <paramref name="faults"/>.</summary>
    public static IReadOnlyList<NameUse> Read(ReplyTemplate template, TemplateText text, FaultList faults)
    {
        var scan = new BodyScan(template, faults);
        var lines = text.Body.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            foreach (Match match in Placeholder().Matches(lines[index]))
            {
                scan.Take(match.Groups["inside"].Value.Trim(), text.BodyLine + index);
            }

            if (Placeholder().Replace(lines[index], "").AsSpan().IndexOfAny('{', '}') >= 0)
            {
                faults.Add(text.BodyLine + index, "lint.brace");
            }
        }

        foreach (var block in scan.open)
        {
            faults.Add(block.Line, "lint.unclosed", block.Name);
        }

        return scan.uses;
    }

    private void Take(string inside, int line)
    {
        var words = inside.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case []: faults.Add(line, "lint.brace"); break;
            case [['!', ..], ..]: break;
            case ["else"] or ["^"]: Else(line); break;
            case [['#', ..], ..]: Begin(words[0][1..], words[1..], line); break;
            case [['/', ..]]: End(words[0][1..], line); break;
            case [var name]: Name(name, null, line); break;
            case [var helper, var name] when Helpers.Contains(helper): Name(name, helper, line); break;
            default: faults.Add(line, "lint.unknownHelper", words[0]); break;
        }
    }

    private void Begin(string name, string[] arguments, int line)
    {
        open.Push(new Block(name, arguments.FirstOrDefault(), line, variants, known));
        switch (name)
        {
            case "if" or "unless" or "each" when arguments.Length == 1:
                Name(arguments[0], "#" + name, line);
                known = name == "unless" ? known : new HashSet<string>(known) { arguments[0] };
                break;
            case "variant" when arguments.Length > 0:
                var chosen = arguments.Select(argument => argument.Trim('"')).ToHashSet();
                foreach (var unknown in chosen.Where(code => template.Variants.All(variant => variant.Code != code)))
                {
                    faults.Add(line, "lint.unknownVariant", unknown);
                }

                variants = variants.Intersect(chosen).ToHashSet();
                break;
            case "opening" or "whole" when arguments.Length == 0:
                variants = variants.Except([Part]).ToHashSet();
                break;
            case "part" when arguments.Length == 0 && WithholdingGround.Find(template.Code) is not null:
                variants = variants.Intersect([Part]).ToHashSet();
                break;
            default:
                faults.Add(line, "lint.unknownHelper", "#" + name);
                break;
        }
    }

    private void Else(int line)
    {
        if (!open.TryPeek(out var block) || block.Name is not ("if" or "unless" or "each" or "variant"))
        {
            faults.Add(line, "lint.notOpened", "else");
            return;
        }

        var within = variants;
        known = block.Name == "unless" && block.Argument is { } name ? new HashSet<string>(block.Known) { name } : block.Known;
        variants = block.Name == "variant" ? block.Variants.Except(within).ToHashSet() : block.Variants;
    }

    private void End(string name, int line)
    {
        if (!open.TryPeek(out var block) || block.Name != name)
        {
            faults.Add(line, "lint.notOpened", "/" + name);
            return;
        }

        open.Pop();
        (variants, known) = (block.Variants, block.Known);
    }

    private void Name(string name, string? helper, int line)
    {
        var within = open.Where(block => block.Name == "each").Select(block => block.Argument).ToList();
        if (within.Count > 0 && (name == "this" || (within.Contains("feeLines") && FeeLine.Contains(name))))
        {
            return;
        }

        // Within a list, the letter's own names stand a level above.
        if (within.Count > 0 && name.StartsWith(Above, StringComparison.Ordinal))
        {
            name = name[Above.Length..];
        }

        if (!TemplateFile.Bound.Contains(name) && template.Facts.All(fact => fact.Key != name))
        {
            faults.Add(line, "lint.unknownName", name);
            return;
        }

        uses.Add(new NameUse(name, helper, line, variants, known));
    }

    [GeneratedRegex(@"\{\{(?<inside>[^{}]*)\}\}")]
    private static partial Regex Placeholder();
}
