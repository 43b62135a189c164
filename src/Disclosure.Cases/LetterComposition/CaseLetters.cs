using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.LetterComposition;

/// <summary>What a letter is to say of the items of one outcome.</summary>
/// <param name="Template">The template's code.</param>
/// <param name="Variant">The variant, or null.</param>
/// <param name="Items">The items it is about; empty for all.</param>
/// <param name="Facts">The facts filled in.</param>
public sealed record SectionToWrite(string Template, string? Variant, IReadOnlyList<Guid> Items, JsonObject Facts)
{
    /// <summary>The wording to write it in; null for the one in force.</summary>
    public string? TemplateVersion { get; init; }
}

/// <summary>Makes the letter of a case: what the case knows, and the facts that the clerk filled in.</summary>
public sealed class CaseLetters(IAgencies agencies, IApplicants applicants, ICaseTexts texts)
{
    /// <summary>The letter that a document would be, as of a day.</summary>
    /// <param name="file">The case.</param>
    /// <param name="sections">What it says of the items of each outcome; at least one, whose items may be empty for all.</param>
    /// <param name="principal">Which of them is the principal one, from 0.</param>
    /// <param name="on">The day whose version of the agency signs.</param>
    public async Task<Letter> Compose(
        CaseFile file, IReadOnlyList<SectionToWrite> sections, int principal, DateOnly on, CancellationToken cancellation)
    {
        var agency = await agencies.On(file.AgencyId, on, cancellation);
        var people = new List<LetterApplicant>();
        foreach (var (id, person) in await applicants.Of(file, cancellation))
        {
            var applied = file.WhoApplied(id) is { } before ? Applicant.Read(await texts.Read(before, cancellation)) : null;
            people.Add(new LetterApplicant(person.Kind, PrintedText.OneLine(person.Name))
            {
                Succeeds = applied is null ? null : PrintedText.OneLine(applied.Name),
            });
        }

        // What was recorded before the doors refused what no letter can carry is printed without it.
        var (requested, first) = (new List<string>(), new List<string>());
        foreach (var item in file.Items)
        {
            requested.Add(PrintedText.Printable(await texts.Read(item.Description, cancellation)));
            first.Add(item.IsCorrected ? PrintedText.Printable(await texts.Read(item.FirstDescription, cancellation)) : requested[^1]);
        }

        var several = sections.Count > 1;
        var written = sections.Select(section =>
        {
            var items = Enumerable.Range(0, file.Items.Count)
                .Where(index => section.Items.Count == 0 || section.Items.Contains(file.Items[index].Id)).ToList();
            return new LetterSection(
                section.Template,
                section.Variant,
                [.. items.Select(index => index + 1)],
                string.Join("；", items.Select(index => requested[index])),
                section.Facts)
            {
                FirstRequested = items.Exists(index => file.Items[index].IsCorrected)
                    ? string.Join("；", items.Select(index => first[index]))
                    : null,
                TemplateVersion = section.TemplateVersion,
            };
        }).ToList();
        return new Letter(
            written[principal].TemplateCode,
            written[principal].Variant,
            ToLetter(agency),
            new LetterCase(
                file.RegisterNumber,
                people,
                file.ReceivedOn ?? file.ArrivedOn,
                file.CorrectedOn,
                several ? Numbered(requested) : written[0].Requested)
            {
                FirstRequested = several && written.Exists(section => section.FirstRequested is not null)
                    ? Numbered(first)
                    : written[0].FirstRequested,
                Replaces = file is { IsReopened: true, ReplacedReply: { Number: { } number, DecidedOn: { } decidedOn } }
                    ? new LetterReplaced(number, decidedOn)
                    : null,
            },
            written[principal].Facts)
        {
            TemplateVersion = written[principal].TemplateVersion,
            Sections = several ? written : [],
        };

        string Numbered(List<string> words) => string.Join("；", written.SelectMany(section => section.Items).Order()
            .Select(item => FormattableString.Invariant($"（{item}）{words[item - 1]}")));
    }

    /// <summary>The letter of a document on file, with number and date of issue once it has them.</summary>
    public async Task<Letter> Compose(CaseFile file, CaseDocument document, DateOnly on, CancellationToken cancellation)
    {
        var sections = new List<SectionToWrite>();
        foreach (var section in document.Sections)
        {
            sections.Add(new SectionToWrite(
                section.Template,
                section.Variant,
                section.Items,
                JsonNode.Parse(await texts.Read(section.Facts, cancellation))!.AsObject()) { TemplateVersion = section.TemplateVersion });
        }

        var letter = await Compose(file, sections, document.PrincipalIndex, document.DecidedOn ?? on, cancellation);
        return letter with { Number = document.Number, DecidedOn = document.DecidedOn };
    }

    private static LetterAgency ToLetter(Agency agency) => new(PrintedText.OneLine(agency.Name), agency.Masthead)
    {
        Code = PrintedText.OneLine(agency.Code),
        Office = PrintedText.OneLine(agency.Office),
        Address = PrintedText.OneLine(agency.Address),
        Postcode = PrintedText.OneLine(agency.Postcode),
        Phone = PrintedText.OneLine(agency.Phone),
        ReconsiderationOrgan = PrintedText.OneLine(agency.ReconsiderationOrgan),
        ReconsiderationAddress = PrintedText.OneLine(agency.ReconsiderationAddress),
        Court = PrintedText.OneLine(agency.Court),
    };
}
