using System.Collections;
using System.Globalization;
using QRCoder;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>A QR code as one path of SVG, which needs neither a style nor a picture from elsewhere.</summary>
/// <param name="Size">How many modules it is wide and high, with the margin.</param>
/// <param name="Path">The dark modules.</param>
internal sealed record QrPicture(int Size, string Path)
{
    /// <summary>The picture of a text.</summary>
    public static QrPicture Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        return new QrPicture(rows.Count, string.Concat(rows.SelectMany(Row)));
    }

    // Each run of dark modules is a rectangle: side by side, single ones would leave hairlines.
    private static IEnumerable<string> Row(BitArray row, int y)
    {
        for (var x = 0; x < row.Count; x++)
        {
            var from = x;
            while (x < row.Count && row[x])
            {
                x++;
            }

            if (x > from)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        }
    }
}
