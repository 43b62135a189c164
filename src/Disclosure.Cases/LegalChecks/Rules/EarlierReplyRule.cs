using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// 24 (art. 36(6)): the earlier reply went to the same applicant and is in force; the day named is that of its issue, service or
/// delivery.
/// </summary>
internal sealed class EarlierReplyRule : ILegalRule<JudgedPart>
{
    public string Name => "Earlier reply";

    public IReadOnlyList<string> Articles => ["第三十六条第六项"];

    public string Judges => "The earlier reply that 24 names was given to the same applicant, is in force, and is of the day named.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template != TemplateCodes.RepeatRequest)
        {
            yield break;
        }

        var number = part.Text("earlierNumber")?.Trim();
        if (part.Date("earlierRepliedOn") is { } written
            && part.Around.EarlierReplies.FirstOrDefault(reply => reply.Number == number) is { } earlier
            && written != earlier.DecidedOn && written != earlier.ServedOn && written != earlier.DeliveredOn)
        {
            yield return new Refusal("check.dateDiffers", earlier.DecidedOn) { Field = "earlierRepliedOn" };
        }

        if (!part.Around.Earlier.Any(application => application.ReplyNumbers.Contains(number)))
        {
            yield return new Refusal("check.noEarlierReply", number) { Field = "earlierNumber" };
        }
    }
}
