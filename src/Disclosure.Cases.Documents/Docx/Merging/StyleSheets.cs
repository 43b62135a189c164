using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>
/// The styles of a merged document. Letters with the same definitions share them; a letter with others brings its own,
/// under names that nobody else has.
/// </summary>
internal sealed class StyleSheets
{
    private static readonly string[] References = ["pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink"];
    private readonly List<string> known = [];

    /// <summary>The styles part, as far as it has come.</summary>
    public XElement Root { get; } = new(Names.W + "styles");

    /// <summary>Takes a letter's styles in, and makes its text name them as they are called here.</summary>
    /// <param name="source">The letter; its text is changed.</param>
    /// <param name="numberings">Its lists, already among the others'.</param>
    public void Take(MergeSource source, Numberings numberings)
    {
        var sheet = new XElement(source.Styles);
        var used = Used(source, sheet);
        StyleDefaults.Fold(sheet);
        sheet.Elements().Where(element => element.Name != Names.W + "style").Remove();
        numberings.Renumber([sheet]);
        var key = string.Join('\n', sheet.Elements().Select(style => style.ToString(SaveOptions.DisableFormatting)));
        var index = known.IndexOf(key);
        if (index < 0)
        {
            index = known.Count;
            known.Add(key);
            Add(sheet, used, index);
        }

        var own = sheet.Elements().Select(IdOf).ToHashSet();
        foreach (var root in source.Texts.Concat(numberings.Current))
        {
            Rename(root, own, index);
        }

        if (index > 0)
        {
            NameDefaults(source, sheet, index);
        }
    }

    /// <summary>Between a default and a paragraph's style stands the table's: it must not lose to a default that became a style.</summary>
    /// <exception cref="CannotMergeException">It would.</exception>
    public static void Judge(MergeSource source)
    {
        var sheet = source.Styles;
        var used = Used(source, sheet);
        var defaults = StyleDefaults.Of(sheet);
        if (sheet.Elements(Names.W + "style")
            .Any(style => (string?)style.Attribute(Names.W + "type") == "table" && used.Contains(IdOf(style))
                && style.Descendants().Any(element => element.Parent!.Name.LocalName is "rPr" or "pPr" && defaults.Contains(element.Name))))
        {
            throw new CannotMergeException(CannotMergeException.Layout);
        }
    }

    private static string NameOf(string id, int index) => index == 0 ? id : FormattableString.Invariant($"sheet{index + 1}-{id}");

    private static string IdOf(XElement style) => (string?)style.Attribute(Names.W + "styleId") ?? "";

    private static string? DefaultOf(XElement sheet, string type) =>
        sheet.Elements(Names.W + "style").FirstOrDefault(style => (string?)style.Attribute(Names.W + "type") == type
            && (string?)style.Attribute(Names.W + "default") is "1" or "true") is { } found
            ? IdOf(found)
            : null;

    // The styles that show, those that they rest on, and the defaults.
    private static HashSet<string> Used(MergeSource source, XElement sheet)
    {
        var styles = sheet.Elements(Names.W + "style").ToLookup(IdOf);
        var used = new HashSet<string>();
        var open = new Stack<string>(source.Texts.Concat(source.Numbering is null ? [] : [source.Numbering])
            .SelectMany(root => root.Descendants()).Where(element => References.Contains(element.Name.LocalName))
            .Select(element => element.Value()).OfType<string>());
        open.Push(DefaultOf(sheet, "paragraph") ?? throw new CannotMergeException(CannotMergeException.Unreadable));
        if (DefaultOf(sheet, "table") is { } table)
        {
            open.Push(table);
        }

        while (open.TryPop(out var id))
        {
            if (used.Add(id))
            {
                foreach (var next in styles[id].SelectMany(style => style.Elements())
                    .Where(element => References.Contains(element.Name.LocalName)))
                {
                    open.Push(next.Value() ?? "");
                }
            }
        }

        return used;
    }

    private void Add(XElement sheet, HashSet<string> used, int index)
    {
        var ids = sheet.Elements().Select(IdOf).ToHashSet();
        foreach (var style in sheet.Elements().Where(style => index == 0 || used.Contains(IdOf(style)))
            .Select(style => new XElement(style)))
        {
            if (index > 0)
            {
                style.SetAttributeValue(Names.W + "styleId", NameOf(IdOf(style), index));
                style.SetAttributeValue(Names.W + "default", null);
                style.SetAttributeValue(Names.W + "customStyle", "1");
                style.Elements(Names.W + "aliases").Remove();
                style.Element(Names.W + "name")
                    ?.SetAttributeValue(Names.Val, FormattableString.Invariant($"{style.Element(Names.W + "name").Value()} ·{index + 1}"));
                Rename(style, ids, index);
            }

            Root.Add(style);
        }
    }

    // A style that is not there means the default, and must not mean another letter's of that name.
    private static void Rename(XElement root, HashSet<string> ids, int index)
    {
        foreach (var reference in root.Descendants()
            .Where(element => element.Name.Namespace == Names.W && References.Contains(element.Name.LocalName)).ToList())
        {
            if (reference.Value() is { } id && ids.Contains(id))
            {
                reference.SetAttributeValue(Names.Val, NameOf(id, index));
            }
            else
            {
                reference.Remove();
            }
        }
    }

    // What named no style had the default of its own document.
    private static void NameDefaults(MergeSource source, XElement sheet, int index)
    {
        foreach (var root in source.Texts)
        {
            foreach (var paragraph in root.Descendants(Names.W + "p"))
            {
                Name(paragraph, "pPr", "pStyle", DefaultOf(sheet, "paragraph")!);
            }

            if (DefaultOf(sheet, "table") is { } table)
            {
                foreach (var each in root.Descendants(Names.W + "tbl"))
                {
                    Name(each, "tblPr", "tblStyle", table);
                }
            }
        }

        void Name(XElement element, string kind, string reference, string id)
        {
            var properties = element.Element(Names.W + kind);
            if (properties is null)
            {
                element.AddFirst(properties = new XElement(Names.W + kind));
            }

            if (properties.Element(Names.W + reference) is null)
            {
                properties.AddFirst(new XElement(Names.W + reference, new XAttribute(Names.Val, NameOf(id, index))));
            }
        }
    }
}
