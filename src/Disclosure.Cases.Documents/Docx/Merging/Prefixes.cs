using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>
/// The prefixes of a merged part. They are more than spelling: what a program may pass over (<c>mc:Ignorable</c>) and what it
/// needs (<c>Requires</c>) is named by prefix.
/// </summary>
internal sealed class Prefixes
{
    private readonly Dictionary<string, string> declared = new()
    {
        ["w"] = Names.W.NamespaceName,
        ["r"] = Names.R.NamespaceName,
        ["mc"] = Names.Mc.NamespaceName,
    };
    private readonly SortedSet<string> ignorable = new(StringComparer.Ordinal);

    /// <summary>Takes a letter's part in.</summary>
    /// <exception cref="CannotMergeException">It calls something else by the same prefix.</exception>
    public void Take(XElement root)
    {
        foreach (var declaration in Declarations(root))
        {
            if (declared.GetValueOrDefault(declaration.Name.LocalName, declaration.Value) != declaration.Value)
            {
                throw new CannotMergeException(CannotMergeException.Foreign);
            }
        }

        foreach (var declaration in Declarations(root))
        {
            declared[declaration.Name.LocalName] = declaration.Value;
        }

        ignorable.UnionWith(((string?)root.Attribute(Names.Mc + "Ignorable") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Declares them on a merged part.</summary>
    public XElement On(XElement root)
    {
        root.Add(declared.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new XAttribute(XNamespace.Xmlns + pair.Key, pair.Value)));
        if (ignorable.Count > 0)
        {
            root.Add(new XAttribute(Names.Mc + "Ignorable", string.Join(' ', ignorable)));
        }

        return root;
    }

    private static IEnumerable<XAttribute> Declarations(XElement root) =>
        root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Name.LocalName != "xmlns");
}
