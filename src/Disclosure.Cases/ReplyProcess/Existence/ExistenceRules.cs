using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Messaging;

namespace Disclosure.Cases.ReplyProcess.Existence;

/// <summary>Article 36(4): "经检索没有所申请公开信息的" – what does not exist was searched for.</summary>
internal static class ExistenceRules
{
    public static readonly Guard WasSearched = Guards.Holds(
        file => file.Items.Where(item => item.Step == ReplyStep.Existence && item.AnsweredBy is null).All(item => item.IsSearched), "existence.notSearched");
}
