using Disclosure.Cases.Documents.Messages;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Notifications;

namespace Disclosure.Cases.Tests.Notifications;

public sealed class MessageTextsTests
{
    private static readonly AlertText InThreeDays = new(
        "示范区人民政府", "示范府依申请〔2025〕1号", "答复申请人", "2025年10月24日", 3, 0, false, "https://cases.example/cases/1");

    [Test]
    public void Alert_InTime_SaysWhatByWhenAndHowLong() =>
        Assert.That(new MessageTexts().Of(NotificationKind.Alert, InThreeDays), Is.EqualTo((
            "【期限提醒】示范府依申请〔2025〕1号：答复申请人",
            "示范区人民政府示范府依申请〔2025〕1号：答复申请人，期限为2025年10月24日，还剩 3 个工作日。\nhttps://cases.example/cases/1")));

    [Test]
    public void Alert_OnTheDay_SaysSo() =>
        Assert.That(
            new MessageTexts().Of(NotificationKind.Alert, InThreeDays with { DaysLeft = 0 }).Body,
            Does.Contain("期限为2025年10月24日，今天到期。"));

    [Test]
    public void Alert_Late_SaysSoInSubjectAndBody()
    {
        var (subject, body) = new MessageTexts()
            .Of(NotificationKind.Alert, InThreeDays with { DaysLeft = 0, DaysLate = 2, IsLate = true, Link = null });
        Assert.Multiple(() =>
        {
            Assert.That(subject, Does.StartWith("【逾期提醒】"));
            Assert.That(body, Does.EndWith("期限为2025年10月24日，已逾期 2 个工作日。"));
        });
    }

    [Test]
    public void LateList_NamesEachCase()
    {
        var (subject, body) = new MessageTexts().Of(NotificationKind.LateList, new LateListText("2025年10月28日", 2,
            [InThreeDays with { DaysLate = 2, IsLate = true }, InThreeDays with { Agency = "示范区民政局", DaysLate = 1, IsLate = true }], null));
        Assert.Multiple(() =>
        {
            Assert.That(subject, Is.EqualTo("【逾期清单】2025年10月28日：2 项逾期"));
            Assert.That(body.Split('\n').Where(line => line.StartsWith('·')), Is.EqualTo(new[]
            {
                "· 示范区人民政府 示范府依申请〔2025〕1号：答复申请人，期限2025年10月24日，逾期 2 个工作日",
                "· 示范区民政局 示范府依申请〔2025〕1号：答复申请人，期限2025年10月24日，逾期 1 个工作日",
            }));
        });
    }

    [TestCase(NotificationKind.PasswordGiven, "【账号安全】您的登录密码已重设")]
    [TestCase(NotificationKind.SecondFactorTakenAway, "【账号安全】您的二次验证已取消")]
    public void ToUser_SaysWhenAndWhereToLook(NotificationKind kind, string subject)
    {
        var (said, body) = new MessageTexts().Of(kind, new AccountText("2025年10月24日", "https://gk.example.gov.cn/account"));
        Assert.That(said, Is.EqualTo(subject));
        Assert.That(body, Does.Contain("2025年10月24日").And.EndsWith("\n\nhttps://gk.example.gov.cn/account"));
        Assert.That(new MessageTexts().Of(kind, new AccountText("2025年10月24日", null)).Body, Does.EndWith("。"));
    }

    [TestCase(NotificationKind.ApplicationReceived, "【示范区人民政府】已收到您的政府信息公开申请")]
    [TestCase(NotificationKind.ReplyServed, "【示范区人民政府】您的政府信息公开申请已答复")]
    public void ToApplicant_SaysAgencyNumberAndTelephone(NotificationKind kind, string subject)
    {
        var text = new MessageTexts().Of(kind, new ApplicantText("示范区人民政府", "010-1", "示范府依申请〔2025〕1号"));
        Assert.Multiple(() =>
        {
            Assert.That(text.Subject, Is.EqualTo(subject));
            Assert.That(text.Body, Does.Contain("登记号：示范府依申请〔2025〕1号").And.Contain("010-1"));
        });
    }

    [Test]
    public void Override_InTheOfficesFolder_ReplacesTheText()
    {
        using var folder = new Folder("alert.txt", "提醒 {{RegisterNumber}}\n\n{{What}}");
        Assert.That(new MessageTexts(folder.Path).Of(NotificationKind.Alert, InThreeDays), Is.EqualTo(("提醒 示范府依申请〔2025〕1号", "答复申请人")));
    }

    [TestCase("提醒\n\n{{Applicant}}", Description = "no such placeholder: who applied is not told")]
    [TestCase("提醒\n\n{{#if Link}}", Description = "no Handlebars")]
    [TestCase("提醒", Description = "no body")]
    public void Override_ThatCannotBeUsed_IsRefusedAtTheStart(string content)
    {
        using var folder = new Folder("alert.txt", content);
        Assert.That(() => new MessageTexts(folder.Path), Throws.TypeOf<TemplateFileException>().With.Message.Contains("alert.txt"));
    }

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("disclosure-messages-");

        public Folder(string file, string content)
        {
            var messages = folder.CreateSubdirectory("messages");
            File.WriteAllText(System.IO.Path.Combine(messages.FullName, file), content);
        }

        public string Path => folder.FullName;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
