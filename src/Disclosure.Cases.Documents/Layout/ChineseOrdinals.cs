namespace Disclosure.Cases.Documents.Layout;

/// <summary>Small ordinals for headings: 一、二、… 十、十一、… 二十.</summary>
internal static class ChineseOrdinals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The ordinal of <paramref name="number"/>, 1–999.</summary>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 999);
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        var head = hundreds > 0 ? $"{Digits[hundreds]}百" : "";
        var middle = tens switch
        {
            0 => hundreds > 0 && ones > 0 ? "零" : "",
            1 when hundreds == 0 => "十",
            _ => $"{Digits[tens]}十",
        };
        return head + middle + (ones > 0 ? Digits[ones] : "");
    }
}
