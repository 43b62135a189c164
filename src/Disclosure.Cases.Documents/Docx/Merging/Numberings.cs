using System.Globalization;
using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>The lists of a merged document: each letter's stay its own and begin anew.</summary>
internal sealed class Numberings
{
    private readonly List<XElement> kinds = [];
    private readonly List<XElement> lists = [];
    private Dictionary<string, int> ids = [];

    /// <summary>The lists of the letter taken in last.</summary>
    public IReadOnlyList<XElement> Current { get; private set; } = [];

    /// <summary>The numbering part, or null when no letter has lists.</summary>
    public XElement? Root => lists.Count == 0 ? null : new(Names.W + "numbering", kinds, lists);

    /// <summary>Takes a letter's lists in, and makes its text name them as they are called here.</summary>
    public void Take(MergeSource source)
    {
        var own = source.Numbering;
        var ownKinds = own?.Elements(Names.W + "abstractNum").Select(kind => new XElement(kind)).ToList() ?? [];
        var ownLists = own?.Elements(Names.W + "num").Select(list => new XElement(list)).ToList() ?? [];
        var kindIds = ownKinds.Select((kind, index) => ((string?)kind.Attribute(Names.W + "abstractNumId") ?? "", index))
            .ToDictionary(pair => pair.Item1, pair => kinds.Count + pair.index);
        ids = ownLists.Select((list, index) => ((string?)list.Attribute(Names.W + "numId") ?? "", index))
            .ToDictionary(pair => pair.Item1, pair => lists.Count + 1 + pair.index);
        foreach (var kind in ownKinds)
        {
            kind.SetAttributeValue(Names.W + "abstractNumId", kindIds[(string)kind.Attribute(Names.W + "abstractNumId")!]);
            // Programs take lists with the same mark for the same list.
            kind.Elements(Names.W + "nsid").Remove();
            kind.Elements(Names.W + "tmpl").Remove();
        }

        foreach (var list in ownLists)
        {
            list.SetAttributeValue(Names.W + "numId", ids[(string)list.Attribute(Names.W + "numId")!]);
            var kind = list.Element(Names.W + "abstractNumId");
            kind?.SetAttributeValue(Names.Val, kindIds.TryGetValue(kind.Value() ?? "", out var id)
                ? id
                : throw new CannotMergeException(CannotMergeException.Unreadable));
        }

        kinds.AddRange(ownKinds);
        lists.AddRange(ownLists);
        Current = [.. ownKinds, .. ownLists];
        Renumber(source.Texts);
    }

    /// <summary>Makes a part of the letter taken in last name its lists as they are called here.</summary>
    public void Renumber(IEnumerable<XElement> roots)
    {
        foreach (var reference in roots.SelectMany(root => root.Descendants(Names.W + "numPr").Elements(Names.W + "numId")).ToList())
        {
            reference.SetAttributeValue(Names.Val, ids.GetValueOrDefault(reference.Value() ?? "").ToString(CultureInfo.InvariantCulture));
        }
    }
}
