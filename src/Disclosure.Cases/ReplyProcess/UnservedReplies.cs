using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>What was meant to answer the application and was overtaken by events.</summary>
public sealed class UnservedReplies(INumberSeries numbers, ICaseTexts texts)
{
    /// <summary>Withdraws every reply and closing notice that is not served; numbers already taken are voided.</summary>
    public async Task Withdraw(CaseFile file, string reason, CancellationToken cancellation)
    {
        foreach (var document in file.Documents
            .Where(document => document is { IsUnderWay: true, Effect: ServiceEffect.Answers or ServiceEffect.Closes }).ToList())
        {
            if (document.NumberId is { } numberId)
            {
                await numbers.Void(numberId, reason, cancellation);
            }

            file.Record(new DocumentWithdrawn(document.Id, texts.Keep(file.Id, reason)));
        }
    }
}
