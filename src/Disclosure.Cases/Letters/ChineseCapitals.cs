using System.Text;

namespace Disclosure.Cases.Letters;

/// <summary>人民币大写: amounts of money in the characters that cannot be altered by a stroke (支付结算办法, annex 1).</summary>
public static class ChineseCapitals
{
    /// <summary>The greatest amount that can be written, in yuan: just below a thousand milliard (万亿).</summary>
    public const long MaxYuan = 999_999_999_999;

    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] Places = ["", "拾", "佰", "仟"];
    private static readonly string[] Groups = ["", "万", "亿"];

    /// <summary>An amount of whole yuan, e.g. 叁佰捌拾元整 for 380.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above <see cref="MaxYuan"/>.</exception>
    public static string OfYuan(long yuan)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(yuan);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(yuan, MaxYuan);
        if (yuan == 0)
        {
            return "零元整";
        }

        var written = new StringBuilder();
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            var four = (int)(yuan / (long)Math.Pow(10_000, group) % 10_000);
            if (four == 0)
            {
                continue;
            }

            // However many zeros stand between two digits, one 零 is written; none at the end of the number.
            if (written.Length > 0 && (four < 1_000 || PrecededByEmptyGroup(yuan, group)))
            {
                written.Append('零');
            }

            AppendFour(written, four);
            written.Append(Groups[group]);
        }

        return written.Append("元整").ToString();
    }

    private static bool PrecededByEmptyGroup(long yuan, int group) =>
        yuan / (long)Math.Pow(10_000, group + 1) % 10_000 == 0;

    private static void AppendFour(StringBuilder written, int four)
    {
        var started = false;
        var zero = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = four / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                zero = started;
                continue;
            }

            if (zero)
            {
                written.Append('零');
                zero = false;
            }

            written.Append(Digits[digit]).Append(Places[place]);
            started = true;
        }
    }
}
