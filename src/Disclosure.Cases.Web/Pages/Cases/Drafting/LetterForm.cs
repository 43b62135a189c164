using System.Globalization;
using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

/// <summary>A letter as it is filled in: a section for each outcome that it gives.</summary>
/// <param name="Sections">The sections; none while no text is chosen.</param>
/// <param name="PrincipalIndex">Which section is the principal one, from 0.</param>
/// <param name="IsStranded">Whether the case, as it stands now, does not ask for these texts.</param>
internal sealed record LetterForm(IReadOnlyList<SectionForm> Sections, int PrincipalIndex = 0, bool IsStranded = false)
{
    // What no letter can ever carry is not kept either; what is still missing is.
    private static readonly string[] NeverKept = ["letter.text-too-long", "letter.control-character", "letter.too-many"];

    /// <summary>No text is chosen.</summary>
    public static LetterForm None { get; } = new([]);

    public SectionForm Principal => Sections[PrincipalIndex];

    public bool HasSeveral => Sections.Count > 1;

    /// <summary>What the letter is called.</summary>
    public string Title => HasSeveral ? Letter.TitleOfSeveral : Principal.Template.Template.Title;

    /// <summary>Why what is filled in cannot be kept, each with its input; none where it can.</summary>
    public IReadOnlyList<Refusal> Unkeepable =>
    [
        .. from section in Sections
           from fact in section.Template.Facts
           from refusal in LetterCheck.OfFact(fact, section.Facts[fact.Key])
           where NeverKept.Contains(refusal.Code)
           select refusal with { Field = section.NameOf(refusal.Field!) },
    ];

    /// <summary>The letter of a document of the case, as it was kept.</summary>
    public static LetterForm Of(CaseView view, CaseDocument document) => new(
        [.. document.Sections.Select((section, place) => new SectionForm(
            document.Sections.Count > 1 ? place : null,
            view.Templates.Of(section)!.For(section.Variant),
            section.Items,
            JsonNode.Parse(view.Text(section.Facts) ?? throw new InvalidDataException($"The text {section.Facts.Id} is not there."))!
                .AsObject(),
            IsVariantOpen: false))],
        document.PrincipalIndex);

    /// <summary>The same with what was typed.</summary>
    public LetterForm With(IFormCollection typed) => this with
    {
        Sections = [.. Sections.Select(section => section with { Facts = FactForm.Read(section, typed) })],
        PrincipalIndex = int.TryParse(typed["principal"], NumberStyles.None, CultureInfo.InvariantCulture, out var principal)
            && principal < Sections.Count ? principal : PrincipalIndex,
    };

    /// <summary>The same with one more empty part where a button asked for it.</summary>
    public LetterForm WithPartFor(string? input) => this with
    {
        Sections = [.. Sections.Select(section => section with
        {
            EmptyParts = section.Template.Facts.Any(fact => section.NameOf(fact.Key) == input) ? 1 : 0,
        })],
    };

    /// <summary>As it is written.</summary>
    public IReadOnlyList<SectionToWrite> ToWrite() => [.. Sections.Select(section => section.ToWrite())];
}
