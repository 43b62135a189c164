using System.Text.RegularExpressions;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.ReplyProcess;

public sealed partial class StepTransitionsTests
{
    [Test]
    public void EveryAnswer_InTheTable_HasARow()
    {
        foreach (var answer in Enum.GetValues<StepAnswer>())
        {
            Assert.That(StepTransitions.All.Any(row => row.Answer == answer), answer.ToString());
        }
    }

    [Test]
    public void EveryAction_InTheTable_HasARow()
    {
        foreach (var action in Enum.GetValues<CaseAction>())
        {
            Assert.That(StepTransitions.All.Any(row => row.Action == action), action.ToString());
        }
    }

    [Test]
    public void EveryText_OfTheCatalogue_IsOpenedByAnAnswerOrAStage()
    {
        var opened = StepTransitions.All.SelectMany(row => row.Opens).Distinct().Order();
        var catalogue = new Cases.Documents.Templates.EmbeddedReplyTemplates().All.Select(template => template.Code).Order();
        Assert.That(opened, Is.EqualTo(catalogue));
    }

    [Test]
    public void EveryStage_ButTheVoided_HasAWayOnOrBack()
    {
        foreach (var stage in Enum.GetValues<CaseStage>().Where(stage => stage != CaseStage.Voided))
        {
            Assert.That(StepTransitions.All.Any(row => row.From == stage && row.To.Any(to => to != stage)), stage.ToString());
        }
    }

    [Test]
    public void Find_ActionOfAnotherStage_IsRefusedInWords()
    {
        var file = CaseBuilder.Received("2025-09-22").Build();
        var moment = new Moment(
            new Actor(Guid.NewGuid(), "周某", Role.Clerk, Guid.Empty), new DateOnly(2025, 9, 22), Cases.Clock.WorkingDayCalendar.Official);
        var (row, refusal) = StepTransitions.Find(file, CaseAction.Archive, null, moment);
        Assert.Multiple(() =>
        {
            Assert.That(row, Is.Null);
            Assert.That(refusal!.Say(), Is.EqualTo("本案现处于“补不补”，不能归档。"));
        });
    }

    [Test]
    public void Find_ClerkApproving_IsRefused()
    {
        var file = CaseBuilder.Received("2025-09-22").Build();
        var moment = new Moment(
            new Actor(Guid.NewGuid(), "周某", Role.Clerk, Guid.Empty), new DateOnly(2025, 9, 22), Cases.Clock.WorkingDayCalendar.Official);
        Assert.That(StepTransitions.Find(file, CaseAction.Approve, null, moment).Refusal!.Say(), Is.EqualTo("“签发”须由审核人进行。"));
    }

    [Test]
    public void EveryRefusal_InTheSources_HasASentence()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories);
        var codes = sources.SelectMany(source => Codes().Matches(File.ReadAllText(source)).Select(match => match.Groups["code"].Value))
            .Distinct().ToList();
        Assert.That(codes, Has.Count.GreaterThan(50));
        Assert.That(codes.Except(Texts.Codes), Is.Empty);
    }

    [Test]
    public void Diagram_InTheDomainPage_IsTheTables()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "domain.md")).ReplaceLineEndings("\n");
        Assert.That(page, Does.Contain("```mermaid\n" + StepTransitions.Diagram(Texts.English) + "```"));
    }

    [GeneratedRegex(@"(?:new Refusal\(|Refused\(|\.Refuse\(|Holds\([^""]*)""(?<code>[a-z][A-Za-z-]*\.[A-Za-z-]+)""")]
    private static partial Regex Codes();
}
