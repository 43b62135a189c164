using System.Globalization;
using System.Text;

namespace Disclosure.Cases.Kernel;

/// <summary>Names of files as every system can hold them, whatever somebody called them.</summary>
public static class FileNames
{
    // 255 bytes is what file systems hold; the number in front and a folder's path want room too.
    private const int MostBytes = 180;
    private const int LongestExtension = 10;
    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>A name that is no path, no device's, and shows as it is.</summary>
    /// <param name="ordinal">Its place; it makes the name the only one, and keeps <c>CON</c> from being a device.</param>
    /// <param name="count">How many files there are.</param>
    /// <param name="stem">What it is called.</param>
    /// <param name="extension">With the dot; anything but a few letters and digits is dropped.</param>
    public static string Of(int ordinal, int count, string stem, string extension)
    {
        ArgumentNullException.ThrowIfNull(stem);
        ArgumentNullException.ThrowIfNull(extension);
        var digits = Math.Max(2, count.ToString(CultureInfo.InvariantCulture).Length);
        var plain = extension.Length is > 1 and <= LongestExtension && extension[1..].All(char.IsAsciiLetterOrDigit) ? extension : "";
        var name = Shortened(Cleaned(stem), MostBytes - plain.Length);
        return $"{ordinal.ToString("D" + digits, CultureInfo.InvariantCulture)} {(name.Length == 0 ? "文件" : name)}{plain}";
    }

    // Marks that turn the direction of writing or show nothing would let a name pass for another.
    private static string Cleaned(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = Rune.GetUnicodeCategory(rune);
            if (rune == Rune.ReplacementChar || kind is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            {
                continue;
            }

            clean.Append(Rune.IsWhiteSpace(rune) ? " " : rune.IsBmp && Forbidden.Contains((char)rune.Value) ? "_" : rune.ToString());
        }

        return string.Join(' ', clean.ToString().Normalize().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
    }

    private static string Shortened(string text, int most)
    {
        var kept = new StringBuilder();
        var bytes = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext() && (bytes += Encoding.UTF8.GetByteCount(elements.GetTextElement())) <= most)
        {
            kept.Append(elements.GetTextElement());
        }

        return kept.ToString().TrimEnd('.', ' ');
    }
}
