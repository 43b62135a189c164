using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Reporting;

namespace Disclosure.Cases.Testing.TransactSql;

/// <summary>The conditions that filters of the queue make: each part of them, alone and together with all others.</summary>
internal static class QueueConditions
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly QueueFilter None = new(null, Stages: Enum.GetValues<CaseStage>());

    private static readonly QueueFilter All = new(
        Guid.Empty, OfficerId: Guid.Empty, Stages: [CaseStage.Answered], Search: "预算 2026", DueUntil: Day, DueFrom: Day,
        IsStanding: true, HasOpenInquiry: true, CaseIds: [Guid.Empty]);

    public static IReadOnlyList<string> Texts { get; } =
    [
        .. new[]
        {
            None, new(null), new(null, Search: "预算"),
            All, All with { CaseIds = null }, None with { Stages = [] }, None with { CaseIds = [] },
            None with { Search = "预算" }, None with { Search = "13800000000" }, None with { Search = "预算", AgencyId = Guid.Empty },
        }.Select(filter => new QueueCondition(filter, Dialect.SqlServer, _ => ("", "")).Sql).Distinct(),
    ];
}
