using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.ReplyProcess.Existence;

/// <summary>Article 36(4): "经检索没有所申请公开信息的" – what does not exist was searched for.</summary>
internal static class ExistenceRules
{
    /// <summary>Of the items at this question at least one was searched for in vain; of which, the answer says.</summary>
    public static readonly Guard WasSearched = new("searchedInVain", (file, _) =>
        file.Items.Where(item => item.Step == ReplyStep.Existence && item.AnsweredBy is null).Select(Check).ToList() is var findings
        && findings.Contains(null)
            ? null
            : findings[0]);

    /// <summary>Why an item cannot be said not to exist, or null.</summary>
    public static Refusal? Check(CaseItem item) => item.Found switch
    {
        null => new Refusal("existence.notSearched"),
        0 => null,
        _ => new Refusal("existence.foundSomething"),
    };
}
