namespace Disclosure.Cases.Clock;

/// <summary>
/// The periods of one version of the regulation. Effective-dated data: the day of receipt decides which set governs a
/// case for good. All periods are working days.
/// </summary>
public sealed record RuleSet
{
    /// <summary>Order 492, as in force from 2008-05-01.</summary>
    public static RuleSet Order492 { get; } = new()
    {
        Id = "order-492",
        InForceFrom = Kernel.Rules.FirstRegulation,
        ReplyDays = 15,
        MaxExtensionDays = 15,
        CorrectionNoticeDays = null,
        AllowsDelay = false,
        OnlyThirdPartiesExclude = true,
        Articles = new RuleArticles("第二十四条", "第二十一条第四项", "第二十四条第三款", "第三十三条"),
    };

    /// <summary>Order 711, the revision in force from 2019-05-15.</summary>
    public static RuleSet Order711 { get; } = new()
    {
        Id = "order-711",
        InForceFrom = new DateOnly(2019, 5, 15),
        ReplyDays = 20,
        MaxExtensionDays = 20,
        CorrectionNoticeDays = 7,
        AllowsDelay = true,
        OnlyThirdPartiesExclude = false,
        Articles = new RuleArticles("第三十三条第二款", "第三十条", "第三十三条第三款", "第四十七条、第五十一条"),
    };

    /// <summary>Every rule set, the oldest first.</summary>
    public static IReadOnlyList<RuleSet> All { get; } = [Order492, Order711];

    /// <summary>The day before which the rules know no application: 2008-05-01.</summary>
    public static DateOnly EarliestReceipt => All[0].InForceFrom;

    /// <summary>The first day on which a fee notice may be served (国办函〔2020〕109号).</summary>
    public static DateOnly FeesFrom { get; } = new(2021, 1, 1);

    /// <summary>The period of an opinion: 15 working days after delivery (art. 32, 34).</summary>
    public const int OpinionDays = 15;

    /// <summary>The period for payment: 20 working days after delivery (国办函〔2020〕109号).</summary>
    public const int FeePaymentDays = 20;

    /// <summary>The period of a reopened case where nothing else is ordered: 20 working days.</summary>
    public const int ReopenedDays = 20;

    /// <summary>The name in data and answers, e.g. <c>order-711</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The first day of receipt that this set governs.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>The reply period (art. 33).</summary>
    public required int ReplyDays { get; init; }

    /// <summary>The longest extension (art. 33 ¶2); the shortest is 1.</summary>
    public required int MaxExtensionDays { get; init; }

    /// <summary>The period for the one correction notice (art. 30), or null where there is none.</summary>
    public required int? CorrectionNoticeDays { get; init; }

    /// <summary>Whether the agency may set a later date after an explanation (art. 35).</summary>
    public required bool AllowsDelay { get; init; }

    /// <summary>Whether only the consultation of third parties is left out of the period.</summary>
    public required bool OnlyThirdPartiesExclude { get; init; }

    /// <summary>Where the rules stand.</summary>
    public required RuleArticles Articles { get; init; }

    /// <summary>The rule set for an application received on <paramref name="receivedOn"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before <see cref="EarliestReceipt"/>.</exception>
    public static RuleSet InForceOn(DateOnly receivedOn)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(receivedOn, EarliestReceipt);
        return All.Last(set => set.InForceFrom <= receivedOn);
    }

    /// <summary>Whether the days of such a consultation are left out of the period (art. 33 ¶3).</summary>
    public bool Excludes(ConsultationKind kind) => kind == ConsultationKind.ThirdParty || !OnlyThirdPartiesExclude;

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>The articles on which the rows of a ledger rest, as one writes them in Chinese.</summary>
/// <param name="Reply">The reply period, and what counts towards it.</param>
/// <param name="Correction">Standing still from the correction notice to the correction.</param>
/// <param name="Exclusion">Leaving the days of consultations out.</param>
/// <param name="Reopening">Reopening an answered case.</param>
public sealed record RuleArticles(string Reply, string Correction, string Exclusion, string Reopening)
{
    /// <summary>The processing fee and its notice.</summary>
    public const string Fee = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）";

    /// <summary>Saturday and Sunday are the days of rest.</summary>
    public const string Weekend = "《国务院关于职工工作时间的规定》第七条";

    /// <summary>The statutory holidays and the yearly notice.</summary>
    public const string Holiday = "《全国年节及纪念日放假办法》";
}
