using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.LegalChecks;

/// <summary>One part of a letter under judgement: its text, what was filled in, and the case that has to bear it out.</summary>
internal sealed record JudgedPart(CaseFile File, string Template, string? Variant, JsonObject Facts, Letter Letter, Moment Now)
{
    /// <summary>Every text that was typed, with its fact.</summary>
    public IEnumerable<(string Field, string Text)> Texts => Facts.SelectMany(fact => FactReading.TextsIn(fact.Value).Select(text => (fact.Key, text)));

    /// <summary>The case's letters that went out and still stand.</summary>
    public IReadOnlyList<CaseDocument> Sent => [.. File.Documents.Where(letter => letter.Status == DocumentStatus.Served)];
}

/// <summary>What lies around a case and a letter may be mistaken about.</summary>
/// <param name="Agencies">The district's agencies as they are today.</param>
/// <param name="Applicants">The case's applicants, with their representatives.</param>
/// <param name="Strangers">The names of other cases' applicants.</param>
/// <param name="Earlier">The other cases of the same applicant.</param>
/// <param name="FactsOf">What the case's other documents say.</param>
internal sealed record Surroundings(
    IReadOnlyList<Agency> Agencies,
    IReadOnlyList<Applicant> Applicants,
    IReadOnlyList<string> Strangers,
    IReadOnlyList<EarlierApplication> Earlier,
    IReadOnlyDictionary<Guid, JsonObject> FactsOf)
{
    /// <summary>The names by which the case's applicants may be called.</summary>
    public IReadOnlyList<string> OwnNames => [.. Applicants.SelectMany(person => new[] { person.Name, person.Representative?.Name }).OfType<string>()];

    /// <summary>Whom a letter of the case went to, where it did not go to the applicant; null else.</summary>
    public string? RecipientOf(CaseDocument document) => FactsOf.TryGetValue(document.Id, out var facts) ? FactReading.Text(facts, "recipient")?.Trim() : null;
}

public sealed partial class LegalCheck
{
    // What people write into a letter, held against the case and what lies around it: names, numbers, days and articles
    // other than the case's, and facts that cannot be (docs/domain.md, "Legal checks").
    private async Task<IReadOnlyList<Refusal>> OfWhatIsWritten(JudgedPart part, Surroundings around)
    {
        return
        [
            .. OfNumbers(part, around),
            .. OfNames(part, around),
            .. OfProofs(part, around),
            .. OfDays(part),
            .. OfBasis(part),
            .. OfPlausibility(part, around),
            .. await OfEarlierReply(part, around),
        ];
    }

    private async Task<Surroundings> Around(CaseFile file, Moment now)
    {
        var written = await texts.OfCase(file.Id);
        var factsOf = file.Documents
            .Where(document => document.Status != DocumentStatus.Withdrawn && written.ContainsKey(document.Facts.Id) && written[document.Facts.Id].Length > 0)
            .ToDictionary(document => document.Id, document => JsonNode.Parse(written[document.Facts.Id])!.AsObject());
        return new Surroundings(
            await agencies.AllOn(now.Today),
            await applicants.OfCase(file.Id),
            await applicants.NamesInOtherCases(file.Id),
            await applicants.Earlier(file.Id),
            factsOf);
    }

    // 24: the day on which the earlier reply was issued, served or delivered (art. 36(6)).
    private async Task<IReadOnlyList<Refusal>> OfEarlierReply(JudgedPart part, Surroundings around)
    {
        var number = FactReading.Text(part.Facts, "earlierNumber")?.Trim();
        if (part.Template != "repeat-request" || FactReading.Date(part.Facts, "earlierRepliedOn") is not { } written
            || around.Earlier.FirstOrDefault(application => application.ReplyNumbers.Contains(number)) is not { } application
            || (await files.Find(application.CaseId))?.Documents.LastOrDefault(document => document.Number == number) is not { } reply)
        {
            return [];
        }

        return written == reply.DecidedOn || written == reply.ServedOn || written == reply.DeliveredOn
            ? []
            : [new Refusal("check.dateDiffers", reply.DecidedOn) { Field = "earlierRepliedOn" }];
    }
}
