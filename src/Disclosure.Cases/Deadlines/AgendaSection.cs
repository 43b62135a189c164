namespace Disclosure.Cases.Deadlines;

/// <summary>When somebody has to see to something.</summary>
public enum AgendaSection
{
    /// <summary>逾期: what the law asked for is late.</summary>
    Late,

    /// <summary>今天: it is due today; or others let their day pass and the agency acts; or a target of the office has passed.</summary>
    Today,

    /// <summary>本周: due by Sunday of this week.</summary>
    ThisWeek,

    /// <summary>随后.</summary>
    Later,

    /// <summary>等待: others have until then.</summary>
    Waiting,
}
