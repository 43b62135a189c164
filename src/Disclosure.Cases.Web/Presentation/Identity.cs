using System.Text;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>Identity numbers and contacts as pages show them.</summary>
internal static class Identity
{
    private const int Shown = 4;

    /// <summary>The first and last four characters; of a short number only the last two.</summary>
    public static string Masked(string number)
    {
        var runes = number.EnumerateRunes().ToList();
        var (head, tail) = runes.Count > 3 * Shown ? (Shown, Shown) : (0, Math.Min(2, runes.Count / 2));
        var text = new StringBuilder();
        for (var index = 0; index < runes.Count; index++)
        {
            text.Append(index < head || index >= runes.Count - tail ? runes[index].ToString() : "·");
        }

        return text.ToString();
    }
}
