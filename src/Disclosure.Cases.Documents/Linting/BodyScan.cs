using System.Text.RegularExpressions;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Linting;

/// <summary>A name that a body uses.</summary>
/// <param name="Name">The fact, or what is bound for every letter.</param>
/// <param name="Helper">The helper that it is given to: <c>date</c>, <c>#if</c> …; null when it is simply printed.</param>
/// <param name="Line">The line in the file.</param>
/// <param name="Variants">The variants whose letters come to this place; the empty code for a template without variants.</param>
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

    private readonly record struct Block(
        string Name, string? Argument, int Line, IReadOnlySet<string> Variants, IReadOnlySet<string> Known);

    private readonly ReplyTemplate _template;
    private readonly FaultList _faults;
    private readonly Stack<Block> _open = new();
    private readonly List<NameUse> _uses = [];
    private IReadOnlySet<string> _variants;
    private IReadOnlySet<string> _known = new HashSet<string>();

    private BodyScan(ReplyTemplate template, FaultList faults)
    {
        (_template, _faults) = (template, faults);
        _variants = Codes(template);
    }

    /// <summary>The codes of a template's variants; one empty code where it has none.</summary>
    public static HashSet<string> Codes(ReplyTemplate template) =>
        template.Variants.Count == 0 ? [""] : [.. template.Variants.Select(variant => variant.Code)];

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

        foreach (var block in scan._open)
        {
            faults.Add(block.Line, "lint.unclosed", block.Name);
        }

        return scan._uses;
    }

    private void Take(string inside, int line)
    {
        var words = inside.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case []: _faults.Add(line, "lint.brace"); break;
            case [['!', ..], ..]: break;
            case ["else"] or ["^"]: Else(line); break;
            case [['#', ..], ..]: Begin(words[0][1..], words[1..], line); break;
            case [['/', ..]]: End(words[0][1..], line); break;
            case [var name]: Name(name, null, line); break;
            case [var helper, var name] when Helpers.Contains(helper): Name(name, helper, line); break;
            default: _faults.Add(line, "lint.unknownHelper", words[0]); break;
        }
    }

    private void Begin(string name, string[] arguments, int line)
    {
        _open.Push(new Block(name, arguments.FirstOrDefault(), line, _variants, _known));
        switch (name)
        {
            case "if" or "unless" or "each" when arguments.Length == 1:
                Name(arguments[0], "#" + name, line);
                _known = name == "unless" ? _known : new HashSet<string>(_known) { arguments[0] };
                break;
            case "variant" when arguments.Length > 0:
                var chosen = arguments.Select(argument => argument.Trim('"')).ToHashSet();
                foreach (var unknown in chosen.Where(code => _template.Variants.All(variant => variant.Code != code)))
                {
                    _faults.Add(line, "lint.unknownVariant", unknown);
                }

                _variants = _variants.Intersect(chosen).ToHashSet();
                break;
            case "opening" when arguments.Length == 0:
                break;
            default:
                _faults.Add(line, "lint.unknownHelper", "#" + name);
                break;
        }
    }

    private void Else(int line)
    {
        if (!_open.TryPeek(out var block) || block.Name is not ("if" or "unless" or "each" or "variant"))
        {
            _faults.Add(line, "lint.notOpened", "else");
            return;
        }

        var within = _variants;
        _known = block.Name == "unless" && block.Argument is { } name ? new HashSet<string>(block.Known) { name } : block.Known;
        _variants = block.Name == "variant" ? block.Variants.Except(within).ToHashSet() : block.Variants;
    }

    private void End(string name, int line)
    {
        if (!_open.TryPeek(out var block) || block.Name != name)
        {
            _faults.Add(line, "lint.notOpened", "/" + name);
            return;
        }

        _open.Pop();
        (_variants, _known) = (block.Variants, block.Known);
    }

    private void Name(string name, string? helper, int line)
    {
        var within = _open.Where(block => block.Name == "each").Select(block => block.Argument).ToList();
        if (within.Count > 0 && (name == "this" || (within.Contains("feeLines") && FeeLine.Contains(name))))
        {
            return;
        }

        // Within a list, the letter's own names stand a level above.
        if (within.Count > 0 && name.StartsWith(Above, StringComparison.Ordinal))
        {
            name = name[Above.Length..];
        }

        if (!TemplateFile.Bound.Contains(name) && _template.Facts.All(fact => fact.Key != name))
        {
            _faults.Add(line, "lint.unknownName", name);
            return;
        }

        _uses.Add(new NameUse(name, helper, line, _variants, _known));
    }

    [GeneratedRegex(@"\{\{(?<inside>[^{}]*)\}\}")]
    private static partial Regex Placeholder();
}
