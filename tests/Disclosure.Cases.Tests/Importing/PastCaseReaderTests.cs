using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Numbering;

namespace Disclosure.Cases.Tests.Importing;

internal sealed class PastCaseReaderTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly User Officer = new(Guid.NewGuid(), "clerk", "王承办", Role.Clerk, Guid.NewGuid(), true);
    private static readonly PastOutcomes Outcomes = new(new EmbeddedReplyTemplates());

    private static readonly LedgerSurroundings Surroundings =
        new(Today, ["示范府"], [Officer], NumberPatterns.Default, Outcomes);

    [Test]
    public void Row_OfAnAnsweredCase_IsReadWhole()
    {
        var (cases, problems) = Read(
            ["登记号", "申请方式", "收到申请之日", "申请人（姓名）", "申请人类型", "申请内容", "办理结果", "文号", "送达日期", "答复期限", "承办人"],
            ["示范府依申请[2025]第012号", "EMS", "2025/9/22", "张某、李某", "个人", "某地块的批准文件", "信息不存在", "示范府依申请复〔2025〕7号",
                "2025年10月9日", "2025.10.29", "王承办"]);
        Assert.That(problems, Is.Empty);
        var one = cases.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.RegisterNumber, Is.EqualTo(new PastNumber("示范府依申请〔2025〕12号", 2025, 12)));
            Assert.That((one.Channel, one.ReceivedOn), Is.EqualTo((Channel.SignedPost, new DateOnly(2025, 9, 22))));
            Assert.That(one.Applicants.Select(person => person.Name), Is.EqualTo(new[] { "张某", "李某" }));
            Assert.That(one.OfficerId, Is.EqualTo(Officer.Id));
            Assert.That((one.Reply!.Letter.Template.Code, one.Reply.Letter.Row), Is.EqualTo(("not-existing", "(四)1")));
            Assert.That(one.Reply.Number, Is.EqualTo(new PastNumber("示范府依申请复〔2025〕7号", 2025, 7)));
            Assert.That(one.Reply.ServedOn, Is.EqualTo(new DateOnly(2025, 10, 9)));
            Assert.That(one.Reply.DueOn, Is.EqualTo(new DateOnly(2025, 10, 29)));
        }
    }

    [TestCase("2027/1/1", "2027-01-01")]
    [TestCase("2027年1月1日", "2027-01-01")]
    [TestCase("２０２７．１．１", "2027-01-01")]
    [TestCase("20270101", "2027-01-01")]
    [TestCase("2027-1-1 9:30", "2027-01-01")]
    [TestCase("46388", "2027-01-01", Description = "the number that a spreadsheet has for it")]
    [TestCase("2027年2月29日", null)]
    [TestCase("27.1.1", null)]
    [TestCase("2027-1-1-2", null)]
    [TestCase("去年", null)]
    public void Day_InAnyWriting_IsRead(string written, string? day) =>
        Assert.That(WrittenDay.Read(written)?.ToString("yyyy-MM-dd"), Is.EqualTo(day));

    [TestCase("予以公开", "disclosed", null)]
    [TestCase("部分公开", "partly-disclosed", null)]
    [TestCase("不予公开（国家秘密）", "refused-state-secret", null)]
    [TestCase("属于三类内部事务信息", "refused-internal-affairs", null)]
    [TestCase("（三）5", "refused-internal-affairs", null)]
    [TestCase("15", "refused-internal-affairs", null)]
    [TestCase("政府信息不存在告知书", "not-existing", null)]
    [TestCase("本机关不掌握相关政府信息", "not-existing", null)]
    [TestCase("非本机关负责公开", "not-this-agency", "agency-known")]
    [TestCase("信访举报投诉类申请", "not-an-application", "petition")]
    [TestCase("逾期不补正", "closing-notice", "not-corrected")]
    [TestCase("（六）2", "closing-notice", "fee-unpaid")]
    public void Outcome_InTheWordsOfALedger_IsAText(string words, string template, string? variant)
    {
        var letter = Outcomes.Find(words)?.Letter;
        Assert.That(letter?.Template.Code, Is.EqualTo(template));
        if (variant is not null)
        {
            Assert.That(letter!.Variant?.Code, Is.EqualTo(variant));
        }
    }

    [TestCase("不予公开")]
    [TestCase("其他")]
    [TestCase("（六）3")]
    public void Outcome_ThatIsSeveral_IsNone(string words) => Assert.That(Outcomes.Find(words), Is.Null);

    [TestCase("登记号", "", "import.empty", true)]
    [TestCase("登记号", "旧申字（2025）3号", "import.otherPattern", false)]
    [TestCase("登记号", "示范府依申请复〔2025〕3号", "import.otherSeries", true)]
    [TestCase("收到日期", "1900-01-01", "import.emptyDay", true)]
    [TestCase("收到日期", "2007-05-01", "date.beforeRegulation", true)]
    [TestCase("收到日期", "2026-03-03", "date.inFuture", true)]
    [TestCase("收到日期", "", "import.empty", true)]
    [TestCase("收到日期", "2025-13-01", "import.noDay", true)]
    [TestCase("申请方式", "飞鸽", "import.wordUnknown", true)]
    [TestCase("申请人类型", "神仙", "import.wordUnknown", true)]
    [TestCase("申请人", "", "import.empty", true)]
    [TestCase("申请内容", "", "text.empty", true)]
    [TestCase("办理结果", "不予公开", "import.outcomeUnknown", true)]
    [TestCase("办理结果", "", "import.outcomeMissing", true)]
    [TestCase("送达日期", "", "import.servedMissing", true)]
    [TestCase("送达日期", "2025-09-21", "import.beforeReceipt", true)]
    [TestCase("答复期限", "2025-09-22", "import.dueBeforeReceipt", true)]
    [TestCase("答复文号", "", "import.noReplyNumber", false)]
    [TestCase("承办人", "赵离职", "import.officerUnknown", false)]
    [TestCase("证件号码", "11010119900307473X", "import.identityDoubt", false)]
    public void Cell_ThatIsWrong_IsNamedByRowAndColumn(string heading, string written, string code, bool blocks)
    {
        var row = Right.ToDictionary();
        row[heading] = written;
        var headings = row.Keys.ToArray();
        var (cases, problems) = Read(headings, [.. row.Values]);
        Assert.That(
            problems.Select(problem => (problem.Row, problem.Refusal.Code, problem.Blocks)), Is.EqualTo(new[] { ((int?)2, code, blocks) }));
        Assert.That(problems.Single().Column, Is.EqualTo(Array.IndexOf(headings, code == "import.outcomeMissing" ? "办理结果" : heading)));
        Assert.That(cases, Has.Count.EqualTo(blocks ? 0 : 1));
    }

    [Test]
    public void Row_ThatIsRight_HasNoProblem() => Assert.That(Read([.. Right.Keys], [.. Right.Values]).Problems, Is.Empty);

    [Test]
    public void Headings_UnderATitleAndInTwoRows_AreFound()
    {
        SheetRow[] rows =
        [
            Row(1, "某局依申请公开台账", "", "", ""), Row(2, "登记号", "收到日期", "申请人", "申请人"), Row(3, "登记号", "收到日期", "姓名", "联系方式"),
        ];
        var layout = ImportLayout.Propose(0, rows, new Dictionary<string, LedgerColumn?>());
        Assert.That(layout.HeadingRow, Is.EqualTo(3));
        Assert.That(layout.Columns.Select(column => (column.Column, column.Means)), Is.EqualTo(new[]
        {
            (0, LedgerColumn.RegisterNumber), (1, LedgerColumn.ReceivedOn), (2, LedgerColumn.Applicant), (3, LedgerColumn.Contact),
        }));
    }

    [Test]
    public void Heading_ThatMeantSomethingElseBefore_MeansThatAgain()
    {
        var layout = ImportLayout.Propose(0, [Row(1, "登记号", "事由", "电话")], new Dictionary<string, LedgerColumn?>
        {
            ["事由"] = LedgerColumn.Request, ["电话"] = null,
        });
        Assert.That(layout.Columns.Select(column => column.Means), Is.EqualTo(new[] { LedgerColumn.RegisterNumber, LedgerColumn.Request }));
    }

    [Test]
    public void Sum_AndRowThatIsHidden_AreToldOf()
    {
        var headings = Right.Keys.ToArray();
        var (cases, problems) = Read(
            [Row(1, headings), Row(2, [.. Right.Values]) with { IsHidden = true }, Row(3, "合计", "1")], headings);
        Assert.That(cases, Has.Count.EqualTo(1));
        Assert.That(
            problems.Select(problem => (problem.Row, problem.Refusal.Code, problem.Blocks)),
            Is.EqualTo(new[] { ((int?)2, "import.rowHidden", false), (3, "import.sumLeftOut", false) }));
    }

    private static Dictionary<string, string> Right => new()
    {
        ["登记号"] = "5", ["申请方式"] = "当面", ["收到日期"] = "2025-09-22", ["申请人"] = "张某", ["申请人类型"] = "自然人", ["证件号码"] = "",
        ["申请内容"] = "某文件", ["办理结果"] = "予以公开", ["送达日期"] = "2025-10-09", ["答复期限"] = "", ["答复文号"] = "3", ["承办人"] = "",
    };

    private static (IReadOnlyList<PastCase> Cases, IReadOnlyList<ImportProblem> Problems) Read(string[] headings, string[] row) =>
        Read([Row(1, headings), Row(2, row)], headings);

    private static (IReadOnlyList<PastCase> Cases, IReadOnlyList<ImportProblem> Problems) Read(SheetRow[] rows, string[] headings)
    {
        var layout = ImportLayout.Propose(0, rows, new Dictionary<string, LedgerColumn?>()) with { OfficerId = Officer.Id };
        Assert.That(layout.Columns, Has.Count.EqualTo(headings.Length), "a heading is not known");
        return PastCaseReader.Read(rows, layout, Surroundings);
    }

    private static SheetRow Row(int number, params string[] cells) =>
        new(number, false, [.. cells.Select(text => new SheetCell(text))]);
}
