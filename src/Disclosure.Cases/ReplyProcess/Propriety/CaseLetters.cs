using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.ReplyProcess.Propriety;

/// <summary>Makes the letter of a case: what the case knows, and the facts that the clerk filled in.</summary>
public sealed class CaseLetters(IAgencies agencies, IApplicants applicants, ICaseTexts texts)
{
    /// <summary>The letter that a document would be, as of a day.</summary>
    /// <param name="file">The case.</param>
    /// <param name="template">The template's code.</param>
    /// <param name="variant">The variant, or null.</param>
    /// <param name="items">The items it is about; empty for all.</param>
    /// <param name="facts">The facts filled in.</param>
    /// <param name="on">The day whose version of the agency signs.</param>
    public async Task<Letter> Compose(CaseFile file, string template, string? variant, IReadOnlyList<Guid> items, JsonObject facts, DateOnly on)
    {
        var agency = await agencies.On(file.AgencyId, on);
        var people = await applicants.OfCase(file.Id);
        var requested = new List<string>();
        foreach (var item in file.Items.Where(item => items.Count == 0 || items.Contains(item.Id)))
        {
            requested.Add(await texts.Read(item.Description));
        }

        return new Letter(
            template,
            variant,
            ToLetter(agency),
            new LetterCase(
                file.RegisterNumber,
                [.. people.Select(person => new LetterApplicant(person.Kind, person.Name))],
                file.ReceivedOn ?? file.ArrivedOn,
                file.CorrectedOn,
                string.Join("；", requested))
            {
                Replaces = file is { IsReopened: true, ReplacedReply: { Number: { } number, DecidedOn: { } decidedOn } } ? new LetterReplaced(number, decidedOn) : null,
            },
            facts);
    }

    /// <summary>The letter of a document on file, with number and date of issue once it has them.</summary>
    public async Task<Letter> Compose(CaseFile file, CaseDocument document, DateOnly on)
    {
        var facts = JsonNode.Parse(await texts.Read(document.Facts))!.AsObject();
        var letter = await Compose(file, document.Template, document.Variant, document.Items, facts, document.DecidedOn ?? on);
        return letter with { TemplateVersion = document.TemplateVersion, Number = document.Number, DecidedOn = document.DecidedOn };
    }

    private static LetterAgency ToLetter(Agency agency) => new(agency.Name, agency.Masthead)
    {
        Code = agency.Code,
        Office = agency.Office,
        Address = agency.Address,
        Postcode = agency.Postcode,
        Phone = agency.Phone,
        ReconsiderationOrgan = agency.ReconsiderationOrgan,
        ReconsiderationAddress = agency.ReconsiderationAddress,
        Court = agency.Court,
    };
}
