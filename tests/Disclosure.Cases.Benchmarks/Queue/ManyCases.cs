using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Benchmarks.Queue;

/// <summary>
/// A district of 49 agencies with 100,000 cases, written straight into the columns that the pages read: one agency is busy,
/// with several hundred open cases, the others have some; nearly all cases ended long ago.
/// </summary>
internal static class ManyCases
{
    public const int Cases = 100_000;
    public const int OpenOfBusiest = 400;
    public const int OpenOfOthers = 30;
    private const int OfBusiest = 4_000;
    private const int Agencies = 49;
    private const int Officers = 8;

    private static readonly string[] Places = ["东平镇", "南溪街道", "西湖村", "北山社区", "人民路", "新区", "老城", "高铁站片区", "工业园", "江北岸"];
    private static readonly string[] Subjects =
    [
        "征收补偿安置方案", "部门预算执行情况", "会议纪要", "专家抽取记录", "环境影响报告书", "考核结果", "步行街改造批复", "垃圾中转站选址意见", "学位分配办法", "危房鉴定结论", "采购合同", "执法检查记录",
    ];
    private static readonly string[] Forms = ["全文", "及其附件", "的依据", "清单", "和审批材料", "的统计数据", "公示情况", "复印件"];
    private static readonly string[] Stages = ["Completeness", "Competence", "Existence", "Disclosure", "Propriety", "AwaitingCorrection"];

    /// <summary>
    /// Fills a database whose host has made the schema, the first agency and the first user, and is stopped; clerk and manager have that
    /// user's password.
    /// </summary>
    public static void Write(string database, DateOnly today)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var rows = new Rows(connection, transaction);
        var agencies = FoundAgencies(rows);
        var officers = HireOfficers(rows, agencies);
        for (var number = 0; number < Cases; number++)
        {
            var agency = number < OfBusiest ? 0 : 1 + (number % (Agencies - 1));
            var isOpen = agency == 0 ? number < OpenOfBusiest : number < OfBusiest + (OpenOfOthers * (Agencies - 1));
            Register(rows, number, agencies[agency], officers[agency][number % officers[agency].Count], isOpen, today);
        }

        // As an earlier version left it: the next start encrypts what was written in plain.
        rows.Execute("DELETE FROM data_keys");
        transaction.Commit();
    }

    private static List<string> FoundAgencies(Rows rows)
    {
        var agencies = new List<string> { rows.Text("SELECT agency_id FROM agencies") };
        for (var number = 1; number < Agencies; number++)
        {
            agencies.Add(Guid.NewGuid().ToString());
            rows.Execute(
                """
                INSERT INTO agencies SELECT $1, valid_from, $2, $3, 'Department', office, address, postcode, phone, reconsideration_organ, reconsideration_address, court, masthead FROM agencies LIMIT 1
                """,
                agencies[^1], $"示范{number}", $"示范区第{number}局");
        }

        return agencies;
    }

    private static List<List<string>> HireOfficers(Rows rows, List<string> agencies) =>
        [.. agencies.Select((agency, at) => Enumerable.Range(0, at == 0 ? Officers : 1).Select(number =>
        {
            var id = Guid.NewGuid().ToString();
            var name = (at, number) switch { (0, 0) => "clerk", (0, 1) => "manager", _ => $"officer-{at}-{number}" };
            rows.Execute(
                """
                INSERT INTO users (id, sign_in_name, sign_in_key, name, roles, agency_id, is_active, password_hash)
                SELECT $1, $2, upper($2), $2, $3, $4, 1, password_hash FROM users WHERE sign_in_name = 'admin'
                """,
                id, name, name == "manager" ? 4 : 1, agency);
            return id;
        }).ToList())];

    private static void Register(Rows rows, int number, string agency, string officer, bool isOpen, DateOnly today)
    {
        var (id, text) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var received = isOpen ? today.AddDays(-number % 30) : today.AddDays(-60 - (number % 1_800));
        var due = received.AddDays(28);
        var stage = isOpen ? Stages[number % Stages.Length] : number % 10 == 0 ? "Answered" : "Archived";
        var stands = stage == "AwaitingCorrection";
        var (register, reply) = ($"示范依申请〔{received.Year}〕{number}号", $"示范依申请复〔{received.Year}〕{number}号");
        var (name, asked) = (
            $"{"赵钱孙李周吴郑王"[number % 8]}某{number % 977}",
            $"{Places[number % 10]}{2010 + (number % 16)}年{Subjects[number / 7 % 12]}{Forms[number / 3 % 8]}");
        rows.Execute(
            """
            INSERT INTO case_files (case_id, agency_id, version, register_number, stage, officer_id, channel, applicant_kind, arrived_on, received_on,
                reply_due_on, clock_stands, is_consulting, awaits_approval, awaits_service, awaits_decision)
            VALUES ($1, $2, 1, $3, $4, $5, 'InPerson', 'NaturalPerson', $6, $6, $7, $8, 0, 0, 0, 0)
            """,
            id, agency, register, stage, officer, Iso(received), stands ? null : Iso(due), stands ? 1 : 0);
        rows.Execute("INSERT INTO case_texts (id, case_id, salt, body) VALUES ($1, $2, '', $3)", text, id, asked);
        rows.Execute("INSERT INTO case_items VALUES ($1, 1, $2, $3)", id, Guid.NewGuid().ToString(), text);
        rows.Execute(
            "INSERT INTO applicants (id, case_id, ordinal, kind, name, proof_seen, name_key) "
                + "VALUES ($1, $2, 1, 'NaturalPerson', $3, 1, $3)",
            Guid.NewGuid().ToString(),
            id,
            name);
        rows.Execute("INSERT INTO deadlines VALUES ($1, 1, 'Reply', '', $2, $3)", id, Iso(due), isOpen ? null : Iso(due.AddDays(-3)));
        rows.Execute("INSERT INTO case_search VALUES ($1, $2, $3)", agency, id, isOpen
            ? $"{register}\n{name}\n{asked}"
            : $"{register}\n{reply}\n{name}\n{asked}");
        if (isOpen)
        {
            rows.Execute(
                "INSERT INTO alerts VALUES ($1, $2, 'Reply', '', $3, 3, $4, 7, '2026-01-01T00:00:00.0000000Z')",
                Guid.NewGuid().ToString(),
                id,
                Iso(due),
                number % 12 == 0 ? "Raised" : "Superseded");
            return;
        }

        rows.Execute("INSERT INTO replies VALUES ($1, 1, $2, $3, 1, NULL)", id, Iso(due.AddDays(-3)), Iso(due));
        rows.Execute(
            "INSERT INTO documents (document_id, case_id, ordinal, template, status, drafter_id, number, in_force) "
                + "VALUES ($1, $2, 1, 'disclosed', 'Served', $3, $4, 1)",
            Guid.NewGuid().ToString(), id, officer, reply);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Each statement is prepared once.
    private sealed class Rows(SqliteConnection connection, SqliteTransaction transaction)
    {
        private readonly Dictionary<string, SqliteCommand> prepared = [];

        public string Text(string sql) => (string)Command(sql).ExecuteScalar()!;

        public void Execute(string sql, params object?[] values)
        {
            var command = Command(sql);
            command.Parameters.Clear();
            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters.AddWithValue($"${index + 1}", values[index] ?? DBNull.Value);
            }

            command.ExecuteNonQuery();
        }

        private SqliteCommand Command(string sql)
        {
            if (!prepared.TryGetValue(sql, out var command))
            {
#pragma warning disable CA2100 // The statements are those above.
                prepared[sql] = command = new SqliteCommand(sql, connection, transaction);
#pragma warning restore CA2100
            }

            return command;
        }
    }
}
