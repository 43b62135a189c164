using System.Text;
using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>Fields: what a program puts in by reckoning.</summary>
internal static class Fields
{
    // The number of the page within its section run, and those that reckon with nothing but themselves.
    private static readonly string[] Local = ["PAGE", "EQ", "SYMBOL", "HYPERLINK"];

    /// <summary>Whether every field shows the same among other letters as it does alone.</summary>
    public static bool AreLocal(XElement root) => Instructions(root).All(instruction =>
        instruction.Split([' ', '\t', '\r', '\n', '\\'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            is [var name, ..]
        && Local.Contains(name, StringComparer.OrdinalIgnoreCase));

    // An instruction may be broken over runs, and fields may stand in fields.
    private static IEnumerable<string> Instructions(XElement root)
    {
        var open = new Stack<StringBuilder>();
        foreach (var element in root.Descendants())
        {
            if (element.Name == Names.W + "fldSimple")
            {
                yield return (string?)element.Attribute(Names.W + "instr") ?? "";
            }
            else if (element.Name == Names.W + "instrText" && open.Count > 0)
            {
                open.Peek().Append(element.Value);
            }
            else if (element.Name == Names.W + "fldChar" && (string?)element.Attribute(Names.W + "fldCharType") == "begin")
            {
                open.Push(new StringBuilder());
            }
            else if (element.Name == Names.W + "fldChar"
                && (string?)element.Attribute(Names.W + "fldCharType") == "end"
                && open.TryPop(out var instruction))
            {
                yield return instruction.ToString();
            }
        }
    }
}
