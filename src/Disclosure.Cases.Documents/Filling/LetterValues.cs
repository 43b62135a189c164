using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Documents.Typography;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Filling;

/// <summary>Binds what a body may name: the case, the agency, every declared fact. Everything typed becomes a token.</summary>
/// <param name="templates">The catalogue.</param>
/// <param name="tokens">Where the tokens are kept.</param>
/// <param name="preview">Whether what is missing shows as a mark instead of having been refused before.</param>
internal sealed class LetterValues(IReplyTemplates templates, Tokens tokens, bool preview)
{
    public Dictionary<string, object?> Of(EffectiveTemplate effective, Letter letter)
    {
        var (agency, @case) = (letter.Agency, letter.Case);
        var fee = effective.Effect == ServiceEffect.AwaitsPayment ? FeeFacts.Of(letter.Facts) : null;
        var values = new Dictionary<string, object?>
        {
            ["agency"] = Text(agency.Name, "机关名称"),
            ["office"] = Text(PrintedText.IsBlank(agency.Office) ? agency.Name : agency.Office, "政府信息公开工作机构"),
            ["officePhone"] = Text(agency.Phone, "联系电话"),
            ["officeAddress"] = Text(agency.Address, "地址"),
            ["registerNumber"] = Text(@case.RegisterNumber, "登记编号"),
            ["receivedOn"] = tokens.Text(PrintedDate.Of(@case.ReceivedOn)),
            ["correctedOn"] = @case.CorrectedOn is { } day ? tokens.Text(PrintedDate.Of(day)) : new Absent("correctedOn"),
            ["requested"] = Text(@case.Requested, "申请公开的内容"),
            ["firstRequested"] = @case.FirstRequested is { } first ? Text(first, "申请公开的内容") : new Absent("firstRequested"),
            ["applicants"] = Text(Applicants(@case), "申请人"),
            ["addressee"] = effective.Template.Addressee == AddresseeKind.Recipient ? Recipient(letter) : Text(Addressee(@case), "申请人"),
            ["you"] = tokens.Text(You(effective, letter)),
            ["variant"] = effective.Variant?.Code ?? (object)new Absent("variant"),
            ["feeYuan"] = fee is not null ? tokens.Text(Invariant(fee.Yuan), fee.Yuan) : MissingFee(effective),
            ["feeUnit"] = fee is not null ? tokens.Text(fee.Basis == FeeBasis.PerPage ? "页" : "件")
                : preview ? Mark("计收单位")
                : new Absent("feeUnit"),
            ["feeMonth"] = fee is { Basis: FeeBasis.PerApplication }
                ? tokens.Text($"{@case.ReceivedOn.Year}年{@case.ReceivedOn.Month}月")
                : new Absent("feeMonth"),
            ["feeLines"] = fee is not null ? Lines(fee) : new Absent("feeLines"),
        };
        var binding = new FactBinding(
            templates, tokens, preview, new Dictionary<string, object?>(values),
            Address(effective.Template, You(effective, letter), letter.Case.Applicants));
        foreach (var fact in effective.Template.Facts)
        {
            var asked = effective.Facts.Any(each => each.Key == fact.Key);
            values[fact.Key] = binding.Of(fact, asked ? letter.Facts[fact.Key] : null, asked);
        }

        return values;
    }

    /// <summary>Marks for everything, to try a wording out.</summary>
    public Dictionary<string, object?> Trial(EffectiveTemplate effective, bool withOptional)
    {
        var blank = new Letter(
            effective.Template.Code,
            effective.Variant?.Code,
            new LetterAgency("", MastheadKind.Letter),
            new LetterCase("", [], DateOnly.MinValue, withOptional ? DateOnly.MinValue : null, ""),
            []);
        var values = Of(effective, blank);
        foreach (var fact in effective.Facts.Where(fact => fact.Optional && withOptional))
        {
            values[fact.Key] = fact.Kind == FactKind.List ? new List<Token> { Mark(fact.Label) } : Mark(fact.Label);
        }

        return values;
    }

    private Token Mark(string label) => tokens.Add(FactBinding.Missing(label));

    // An office's data and the case's words are tokens too: whoever keeps them is no more trusted than the clerk.
    private Token Text(string? text, string label) =>
        preview && (PrintedText.IsBlank(text) || PrintedText.Fault(text!, true) is not null)
            ? Mark(label)
            : tokens.Text(TypedText.Line(text ?? ""));

    private static string Applicants(LetterCase @case) => string.Join("、", @case.Applicants.Select(applicant => applicant.Name));

    // Whoever did not apply learns at the head of the letter why it comes.
    private static string Addressee(LetterCase @case) => string.Join("、", @case.Applicants.Select(applicant =>
        applicant.Succeeds is { } applied ? $"{applicant.Name}（承继原申请人{applied}）" : applicant.Name));

    private Token Recipient(Letter letter) => Text((letter.Facts["recipient"] as JsonValue)?.ToString(), "收件人");

    private static string You(EffectiveTemplate effective, Letter letter)
    {
        if (effective.Template.Addressee == AddresseeKind.Recipient)
        {
            return (letter.Facts["recipientKind"] as JsonValue)?.ToString() == "natural-person" ? "您" : "你单位";
        }

        var applicants = letter.Case.Applicants;
        return applicants.Count > 1 ? "你们"
            : applicants.Count == 1 && applicants[0].Kind != ApplicantKind.NaturalPerson ? "你单位"
            : "您";
    }

    // A wording that does not say {{you}} leaves what is written as it is.
    private static FormOfAddress? Address(ReplyTemplate template, string you, IReadOnlyList<LetterApplicant> applicants) =>
        template.IsForm || !template.Body.Contains("{{you}}", StringComparison.Ordinal)
            ? null
            : new FormOfAddress(you, template.Addressee == AddresseeKind.Applicant)
            {
                Names = [.. applicants.Select(applicant => applicant.Name)],
            };

    private object MissingFee(EffectiveTemplate effective) =>
        preview && effective.Effect == ServiceEffect.AwaitsPayment ? Mark("信息处理费金额") : new Absent("feeYuan");

    private List<Dictionary<string, object>> Lines(ProcessingFee fee) =>
    [
        .. fee.Lines.Select(line => new Dictionary<string, object>
        {
            ["from"] = tokens.Text(Invariant(line.From)),
            ["to"] = tokens.Text(Invariant(line.To)),
            ["units"] = tokens.Text(Invariant(line.Units)),
            // The free band has no rate.
            ["rate"] = line.Rate == 0 ? new Absent("rate") : tokens.Text(Invariant(line.Rate)),
            ["yuan"] = tokens.Text(Invariant(line.Yuan), line.Yuan),
        }),
    ];

    private static string Invariant(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
