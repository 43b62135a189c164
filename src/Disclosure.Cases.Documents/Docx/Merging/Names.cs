using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>The names of WordprocessingML that merging deals with.</summary>
internal static class Names
{
    public static readonly XNamespace W = DocxParts.W;
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XName Val = W + "val";
    public static readonly XName Id = W + "id";

    /// <summary>The element's value.</summary>
    public static string? Value(this XElement? element) => (string?)element?.Attribute(Val);

    /// <summary>Whether an on-off element is there and on.</summary>
    public static bool IsOn(this XElement? element) => element is not null && element.Value() is null or "1" or "true" or "on";

    /// <summary>Puts a child where the schema's sequence wants it.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="child">The child; one of the same name is replaced.</param>
    /// <param name="followers">The names that come after it.</param>
    public static void Put(this XElement parent, XElement child, IReadOnlyCollection<string> followers)
    {
        parent.Elements(child.Name).Remove();
        if (parent.Elements().FirstOrDefault(other => followers.Contains(other.Name.LocalName)) is { } next)
        {
            next.AddBeforeSelf(child);
        }
        else
        {
            parent.Add(child);
        }
    }
}
