using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Parties;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.Web.Tests;

/// <summary>The place in the month by which a fee notice charged, and why it is another one now (art. 42).</summary>
internal sealed class MovedChargeTests
{
    private const int Applications = 11;

    [Test]
    public async Task Place_ThatMoved_SaysWhetherByThisApplicantOrByOthers()
    {
        using var office = await new WebOffice().Open();
        var clerk = await office.ActorOf("clerk");
        var cases = new List<Guid>();
        for (var number = 1; number <= Applications; number++)
        {
            cases.Add(await office.Case(item: $"第{number}号公报"));
        }

        var charged = cases[^1];
        await office.Next(clerk, charged, version => new AnswerStep(
            charged, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
        var notice = await office.Next(clerk, charged, version => new DraftDocument(
            charged, version, TemplateCodes.FeeNotice, null, new JsonObject
            {
                ["finding"] = "申请人本月已向本机关提出政府信息公开申请11件，申请公开政府信息的数量、频次明显超过合理范围。",
                ["basis"] = FeeFacts.PerApplication,
                ["count"] = Applications,
                ["payment"] = "凭所附缴款书到示范银行任一网点缴纳。",
            }));
        await office.Next(clerk, charged, version => new SubmitDocument(charged, version, notice));
        await office.Approve(charged, notice);
        await office.Serve(charged, notice);
        Assert.That(await Finding(), Is.Null);

        await ChangeNumber(cases[0]);
        Assert.That(await Finding(), Does.Contain("其他申请登记、作废").And.Contain("现为第 10 件"));
        await ChangeNumber(charged);
        Assert.That(await Finding(), Does.Contain("本案登记的申请人").And.Contain("现为第 1 件"));

        async Task ChangeNumber(Guid id)
        {
            var applicant = (await office.Find(id)).Applicants[0].Id;
            await office.Next(clerk, id, version => new ChangeApplicant(
                id, version, applicant,
                new Applicant(ApplicantKind.NaturalPerson, "李某某", null, $"{id:N}@example.org", "示范路3号", true, null), "证件登记有误"));
        }

        async Task<string?> Finding()
        {
            using var browser = await office.SignedIn("clerk");
            await browser.Get($"/cases/{charged}");
            return browser.Page.QuerySelectorAll("p.wrong").Select(line => line.TextContent)
                .FirstOrDefault(line => line.Contains("计收信息处理费", StringComparison.Ordinal));
        }
    }
}
