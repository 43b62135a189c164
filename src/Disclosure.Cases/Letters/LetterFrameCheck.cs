using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Letters;

/// <summary>Judges what every letter has whatever its template: who signs, which case, number and date.</summary>
internal static class LetterFrameCheck
{
    public static IEnumerable<Refusal> Agency(EffectiveTemplate effective, LetterAgency agency)
    {
        var contested = effective.Remedy is Remedy.Either or Remedy.ReconsiderationFirst or Remedy.ByPart;
        var letter = !effective.Template.IsForm;
        (string Name, string? Value, bool Needed)[] fields =
        [
            ("name", agency.Name, true),
            ("code", agency.Code, false),
            ("office", agency.Office, false),
            ("address", agency.Address, letter),
            ("postcode", agency.Postcode, false),
            ("phone", agency.Phone, letter),
            ("reconsiderationOrgan", agency.ReconsiderationOrgan, contested),
            ("reconsiderationAddress", agency.ReconsiderationAddress, contested),
            ("court", agency.Court, contested),
        ];
        return fields.SelectMany(field => Field("agency." + field.Name, field.Value, field.Needed, false));
    }

    public static IEnumerable<Refusal> Case(LetterCase @case)
    {
        foreach (var refusal in Field("case.registerNumber", @case.RegisterNumber, true, false)
            .Concat(Field("case.requested", @case.Requested, true, true))
            .Concat(Field("case.firstRequested", @case.FirstRequested, false, true)))
        {
            yield return refusal;
        }

        if (@case.Applicants.Count == 0)
        {
            yield return new Refusal("letter.field-missing", "case.applicants") { Field = "case.applicants" };
        }

        for (var index = 0; index < @case.Applicants.Count; index++)
        {
            foreach (var refusal in Field($"case.applicants[{index}].name", @case.Applicants[index].Name, true, false))
            {
                yield return refusal;
            }
        }

        if (@case.ReceivedOn < RuleSet.EarliestReceipt)
        {
            yield return new Refusal("letter.received-too-early", @case.ReceivedOn) { Field = "case.receivedOn" };
        }

        if (@case.CorrectedOn < @case.ReceivedOn)
        {
            yield return new Refusal("letter.corrected-too-early", @case.CorrectedOn, @case.ReceivedOn) { Field = "case.correctedOn" };
        }
    }

    public static IEnumerable<Refusal> Issue(EffectiveTemplate effective, Letter letter, bool final)
    {
        if (letter.Number is null ? final && effective.Template.Series is not null : PrintedText.Fault(letter.Number, false) is not null)
        {
            yield return new Refusal("letter.number-missing") { Field = "number" };
        }

        if (letter.DecidedOn is null && final && !effective.Template.IsForm)
        {
            yield return new Refusal("letter.decided-on-missing") { Field = "decidedOn" };
        }

        if (letter.DecidedOn < letter.Case.ReceivedOn)
        {
            yield return new Refusal("letter.decided-too-early", letter.DecidedOn, letter.Case.ReceivedOn) { Field = "decidedOn" };
        }
    }

    private static IEnumerable<Refusal> Field(string path, string? value, bool needed, bool lines)
    {
        if (PrintedText.IsBlank(value))
        {
            return needed ? [new Refusal("letter.field-missing", path) { Field = path }] : [];
        }

        return LetterText.Fault(path, value!, lines) is { } fault ? [fault with { Field = path }] : [];
    }
}
