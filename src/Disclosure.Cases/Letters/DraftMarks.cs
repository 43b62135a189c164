namespace Disclosure.Cases.Letters;

/// <summary>What stands in a draft where the approval will put number and date of issue.</summary>
public static class DraftMarks
{
    /// <summary>In place of the number.</summary>
    public const string Number = "（编号待签发）";

    /// <summary>In place of the date of issue.</summary>
    public const string Date = "（日期待签发）";
}
