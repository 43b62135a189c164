using System.Globalization;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.Documents.EvidencePacks;

// Periods with the days that make them, disputes, what was found, events with their seals, files with their hashes.
internal sealed partial class PackIndex
{
    private void OfPeriods()
    {
        page.Heading("七、期限和逐日账");
        if (pack.Clock is not { } clock)
        {
            page.Paragraph("收到申请之日待确认，或者登记已作废，尚未起算。");
            return;
        }

        page.Facts(
            ("期限规则", clock.RuleSet.Id),
            ("状态", Texts.Name(clock.State)),
            ("起算之日（不计入）", Day(clock.ClockStartsOn)),
            ("答复期限届满", clock.ReplyDueOn is { } due ? Day(due) : ""),
            ("是否按期", clock.OnTime switch { true => "按期答复", false => "逾期答复", null => "" }),
            ("已计工作日", clock.WorkingDaysCounted is { } counted ? $"{counted}" : ""));
        page.Table(
            ["期限", "届满之日", "完成之日"],
            clock.Deadlines.Select(each => new Cell[]
            {
                Texts.Name(each.Kind), each.DueOn is { } on ? Day(on) : "—", each.MetOn is { } met ? Day(met) : "—",
            }));
        page.Paragraph("逐日账（按最后一个事件之日计算）：");
        page.Table(
            ["日期", "性质", "第几个工作日", "节假日、事由", "依据"],
            clock.Ledger.Select(day => new Cell[]
            {
                Day(day.Date), Texts.Name(day.Kind), day.Number is { } number ? $"{number}" : "",
                Joined(
                    day.Name, day.Reason is { } reason ? Texts.Name(reason) : null,
                    Guid.TryParse(day.Consultation, out var letter) ? LetterOf(letter) : day.Consultation),
                day.Article,
            }));
    }

    private void OfCalendar()
    {
        page.Heading("八、所用工作日历");
        page.Facts(
            ("版本", pack.Calendar.Version),
            ("已有放假通知的年份", string.Join("、", pack.Calendar.NoticeYears)),
            ("来源", "国务院办公厅各年节假日安排的通知，随系统提供；其后导入的通知和停办公告见下表。每一个例外日见 clock.json。"));
        page.Table(
            ["序号", "种类", "年份", "来源、原因", "记录时间"],
            pack.CalendarChanges.Select(each => new Cell[]
            {
                $"{each.Ordinal}", Texts.Name(each.Kind), each.Year?.ToString(CultureInfo.InvariantCulture), each.Note,
                Time(each.RecordedAt),
            }));
    }

    private void OfDisputes()
    {
        page.Heading("九、复议、诉讼");
        page.Table(
            ["种类", "机关、法院和案号", "争议事项", "提出之日", "收到副本", "答复、答辩", "结果"],
            pack.File.Disputes.Select(each => new Cell[]
            {
                Texts.Name(each.Kind), pack.Records.TextOf(each.Forum), pack.Records.TextOf(each.Subject), Day(each.FiledOn),
                Day(each.ReceivedOn),
                each.Answer is { } answer ? $"{Day(answer.On)}（期限 {Day(answer.DueOn)}）"
                    : each.AnswerDueOn(pack.Calendar) is { } due ? $"尚未提交，期限 {Day(due)}" : "",
                each.Decision is { } decided
                    ? Joined(Day(decided.On), Texts.Name(decided.Outcome), pack.Records.TextOf(decided.Content))
                    : "尚未审结",
            }));
    }

    private void OfFindings()
    {
        page.Heading("十、检查结果");
        page.Paragraph("合法性检查：提交审签和签发时各做一次，有问题的不能提交、不能签发。");
        page.List(pack.Events.Where(each => each.Event is DocumentSubmitted or DocumentApproved)
            .Select(each => (Cell)$"{Time(each.At)} {each.Sentence}：没有问题"));
        page.Paragraph("期限规则、送达和本证据包的检查：");
        List<Cell> found =
        [
            .. (pack.Clock?.Findings ?? []).Select(each => (Cell)each.Say()),
            .. pack.Events.Where(each => each.Event is ServiceDoubted)
                .Select(each => (Cell)Joined($"{Time(each.At)} {each.Sentence}", each.Detail)),
            .. faults.Select(each => (Cell)each),
        ];
        page.List(found.Count > 0 ? found : ["没有发现问题。"]);
    }

    private void OfEvents()
    {
        page.Heading("十一、全部事件");
        page.Table(
            ["序号", "时间", "记录人", "事项", "封印（HMAC-SHA256）"],
            pack.Events.Select(each => new Cell[]
            {
                $"{each.Sealed.Sequence}", Time(each.At), each.Person, Joined(each.Sentence, each.Detail), Cell.Hash(each.Sealed.Hash),
            }));
    }

    private void OfFiles()
    {
        page.Heading("十二、文件清单");
        page.Paragraph("本页（index.html）的 SHA-256 在 manifest.json 中。");
        page.Table(
            ["文件", "字节", "SHA-256"],
            entries.Select(each => new Cell[]
            {
                Cell.Link(each.Name), each.Size.ToString(CultureInfo.InvariantCulture), Cell.Hash(each.Sha256),
            }));
        var absent = pack.Files.Where(each => !IsThere(each)).ToList();
        if (absent.Count > 0)
        {
            page.Paragraph("事件所指、不在包中的文件：");
            page.List(absent.Select(each => (Cell)$"{each.Name}：{Absence(each)}"));
        }
    }
}
