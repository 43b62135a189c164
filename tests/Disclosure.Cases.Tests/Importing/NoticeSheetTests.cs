using System.Text;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Documents.Spreadsheets;
using Disclosure.Cases.Importing;

namespace Disclosure.Cases.Tests.Importing;

internal sealed class NoticeSheetTests
{
    [Test]
    public void Notice_AsChineseExcelSavesIt_IsReadLikeOneTyped()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var saved = Encoding.GetEncoding("GB18030").GetBytes("日期,类型,节日\r\n2027/1/1,休,元旦\r\n\r\n2027/10/9,上班,国庆节\r\n");
        var text = NoticeSheet.ToNotice(new SheetReader().Read(saved).Value[0].Rows);
        Assert.That(NoticeFile.Check(text, 2027, out var findings), Is.EqualTo(new[]
        {
            new DayException(new DateOnly(2027, 1, 1), DayExceptionKind.Off, "元旦"),
            new DayException(new DateOnly(2027, 10, 9), DayExceptionKind.Work, "国庆节"),
        }));
        Assert.That(findings, Is.Empty);
    }

    [Test]
    public void Notice_WithALineThatIsWrong_NamesTheLineOfTheFile()
    {
        var rows = new SheetReader().Read("date,kind,holiday\n2027-01-01,off,元旦\n\n元月二日,off,元旦\n"u8.ToArray()).Value[0].Rows;
        NoticeFile.Check(NoticeSheet.ToNotice(rows), 2027, out var findings);
        Assert.That((findings.Single().Code, findings.Single().Arguments[0]), Is.EqualTo(("notice.line", 4)));
    }
}
