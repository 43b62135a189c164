using System.Text;
using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.ReplyProcess;

public static partial class StepTransitions
{
    /// <summary>
    /// The table as a Mermaid state diagram: every way from one stage to another, with what leads there. What leaves a
    /// case where it is, is left out.
    /// </summary>
    /// <param name="language">The language of the names.</param>
    public static string Diagram(string language = Texts.Chinese)
    {
        var diagram = new StringBuilder("stateDiagram-v2\n");
        foreach (var stage in Enum.GetValues<CaseStage>())
        {
            diagram.Append("    state \"").Append(Texts.Name(stage, language)).Append("\" as ").Append(StoredNames.Of(stage)).Append('\n');
        }

        diagram.Append("    [*] --> AwaitingConfirmation\n    [*] --> Completeness\n");
        var ways = from row in All
                   from to in row.To
                   where to != row.From
                   group row.Answer is { } answer ? Texts.Name(answer, language) : Texts.Name(row.Action, language) by (row.From, To: to);
        foreach (var way in ways.OrderBy(way => way.Key))
        {
            diagram.Append("    ").Append(StoredNames.Of(way.Key.From)).Append(" --> ").Append(StoredNames.Of(way.Key.To)).Append(": ")
                .AppendJoin("<br/>", way.Distinct().Select(Plain)).Append('\n');
        }

        return diagram.ToString();

        // A colon ends a label.
        static string Plain(string name) => name.Replace(":", "", StringComparison.Ordinal).Replace("：", " ", StringComparison.Ordinal);
    }
}
