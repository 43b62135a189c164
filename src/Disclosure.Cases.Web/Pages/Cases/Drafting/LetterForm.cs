using System.Globalization;
using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

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
    public IReadOnlyList<Refusal> Unkeepable(IReplyTemplates templates) =>
    [
        .. from section in Sections
           from fact in section.Template.Facts
           from refusal in LetterCheck.OfFact(templates, fact, section.Facts[fact.Key])
           where NeverKept.Contains(refusal.Code)
           select refusal with { Field = section.NameOf(refusal.Field!) },
    ];

    /// <summary>The letter of a document of the case, as it was kept.</summary>
    public static LetterForm Of(CaseView view, CaseDocument document) => new(
        [.. document.Sections.Select((section, place) => new SectionForm(
            document.Sections.Count > 1 ? place : null,
            view.Templates.Of(section)!.For(section.Variant),
            section.Items,
            Kept(view, section),
            IsVariantOpen: false))],
        document.PrincipalIndex);

    /// <summary>The same with what was typed.</summary>
    public LetterForm With(CaseView view, IFormCollection typed) => this with
    {
        Sections = [.. Sections.Select(section => section.With(view, typed))],
        PrincipalIndex = int.TryParse(typed["principal"], NumberStyles.None, CultureInfo.InvariantCulture, out var principal)
            && principal < Sections.Count ? principal : PrincipalIndex,
    };

    /// <summary>The same with one more empty part where a button asked for it.</summary>
    public LetterForm WithPartFor(string? input) => this with
    {
        Sections = [.. Sections.Select(section => section with
        {
            Lengthened = section.Template.Facts.FirstOrDefault(fact => section.NameOf(fact.Key) == input)?.Key,
        })],
    };

    /// <summary>A part that it withholds, as it was typed; null where the form has no such part.</summary>
    /// <param name="view">The case.</param>
    /// <param name="name">What the names of its inputs begin with.</param>
    /// <param name="typed">What was sent.</param>
    public PartForm? PartAt(CaseView view, string? name, IFormCollection typed) => Sections
        .SelectMany(section => section.Template.Facts.Where(fact => fact.Kind == FactKind.Sections)
            .SelectMany(fact => PartForm.Typed(view, section, fact, typed)))
        .FirstOrDefault(part => part.Name == name);

    /// <summary>As it is written.</summary>
    public IReadOnlyList<SectionToWrite> ToWrite() => [.. Sections.Select(section => section.ToWrite())];

    // Before the parts had facts of their own, 10 said some of them once for all its parts.
    private static JsonObject Kept(CaseView view, DocumentSection section)
    {
        var facts = JsonNode.Parse(
            view.Text(section.Facts) ?? throw new InvalidDataException($"The text {section.Facts.Id} is not there."))!.AsObject();
        var own = view.Templates.Of(section)!.Facts;
        foreach (var (key, value) in facts.Where(fact => own.All(each => each.Key != fact.Key)).ToList())
        {
            foreach (var part in WithheldPart.Of(facts).Where(part => part.Facts[key] is null
                && part.Text(view.Templates)?.Facts.Any(fact => fact.Key == key) == true))
            {
                part.Facts[key] = value?.DeepClone();
            }
        }

        return facts;
    }
}
