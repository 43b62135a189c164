namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>
/// SQL by which whoever makes a change never comes to its end, inside a transaction that nobody sees: a host that can be killed in
/// mid work.
/// </summary>
internal static class EndlessChange
{
    /// <summary>Such changes come to an end again, once whoever made one was killed.</summary>
    public const string Release = "DROP TRIGGER stall; DROP VIEW without_end;";

    /// <summary>From now on changes of this kind never end.</summary>
    /// <param name="change">The change as a trigger names it, e.g. <c>INSERT ON alerts</c>.</param>
    public static string Of(string change) =>
        $"""
        CREATE VIEW without_end AS
            WITH RECURSIVE turns (turn) AS (SELECT 1 UNION ALL SELECT turn + 1 FROM turns) SELECT turn FROM turns;
        CREATE TRIGGER stall AFTER {change} BEGIN SELECT COUNT(*) FROM without_end; END;
        """;
}
