using System.Globalization;
using Disclosure.Cases.Bulletins;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Reports;

/// <summary>
/// A bulletin that was issued, for whoever is signed in. The record of its interviews is for managers, who keep it, and for the agency
/// itself; what differs today is for managers.
/// </summary>
internal sealed class IssuedModel(
    IBulletins bulletins, BulletinReading reading, IBulletinFiles files, Commands commands, CurrentActor actor, TimeProvider time,
    IStringLocalizer<Words> words)
    : FormPage(commands)
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public Bulletin Bulletin { get; private set; } = null!;

    public BulletinView View { get; private set; } = null!;

    /// <summary>What differs today; null for whoever does not watch the district.</summary>
    public IReadOnlyList<BulletinDifference>? Differences { get; private set; }

    public IReadOnlyList<ProposedInterview> Interviews { get; private set; } = [];

    public DateOnly Today => time.Today();

    public IReadOnlyList<Place> Places =>
    [
        .. Interviews.SelectMany(proposed => proposed.Forms).Where(form => form.Fields.Scope == Sent)
            .SelectMany(form => form.Fields.Places),
    ];

    /// <summary>The address of a bulletin.</summary>
    public static string Address(Bulletin bulletin, string? handler = null) => "/reports/bulletins/issued" + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["year"] = bulletin.Year.ToString(CultureInfo.InvariantCulture),
            ["number"] = bulletin.Number.ToString(CultureInfo.InvariantCulture),
            ["handler"] = handler,
        }.Where(each => each.Value is not null));

    public async Task<IActionResult> OnGetDocxAsync(CancellationToken cancellation)
    {
        if (await bulletins.Find(Year, Number, cancellation) is not { } found)
        {
            return NotFound();
        }

        var number = found.NumberLine(Texts.Chinese);
        return File(
            files.ToDocx(found.Figures, found.Parts, found.Organ, found.IssuedByName, found.IssuedOn, number), IssuedLetters.Docx,
            $"{number} {Bulletin.TitleOf(found.Figures.Quarter(), Texts.Chinese)}.docx");
    }

    public async Task<IActionResult> OnPostInterviewAsync(
        [Typed] Guid agency, [Typed] InterviewStep step, [Typed] int seen, [Typed] DateOnly? on, [Typed] string? place,
        [Typed] string? whom, [Typed] string? text, CancellationToken cancellation)
    {
        if (await bulletins.Find(Year, Number, cancellation) is not { } found)
        {
            return NotFound();
        }

        if (on is null && step != InterviewStep.NotHeld && ModelState.IsValid)
        {
            ModelState.AddModelError("On", words["请填写日期。"]);
        }

        return await Send(
            FormOf(agency, step), new RecordInterview(found.Id, agency, seen, step, on ?? default, place, whom, text),
            _ => Done(words["已记录。"], Address(found)), cancellation);
    }

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        if (await bulletins.Find(Year, Number, cancellation) is not { } found)
        {
            return false;
        }

        Bulletin = found;
        var (figures, language, isManager) = (found.Figures, Texts.CurrentLanguage, actor.Value.Is(Role.Manager));
        View = new BulletinView(
            figures, found.Parts, found.NumberLine(language), found.Organ, found.IssuedByName, found.IssuedOn,
            cell => BulletinView.CaseOf(cell, actor.Value));
        Differences = isManager
            ? BulletinDifference.Between(figures, await reading.Figures(figures.Quarter(), cancellation), language)
            : null;
        var entries = (await bulletins.Interviews(found.Id, cancellation)).ToLookup(entry => entry.AgencyId);
        Interviews =
        [
            .. from proposed in figures.Proposed()
               let agency = proposed.Agency
               where actor.Value.Sees(agency.AgencyId)
               let interview = new Interview([.. entries[agency.AgencyId]])
               select new ProposedInterview(
                   agency.AgencyId, agency.AgencyName, figures.Threshold.Reasons(proposed, language), interview,
                   isManager ? [.. interview.Next.Select(step => (step, FieldsOf(agency.AgencyId, step)))] : []),
        ];
        return true;
    }

    private static string FormOf(Guid agency, InterviewStep step) => $"{StoredNames.Of(step)}-{agency:N}";

    private FieldSet FieldsOf(Guid agency, InterviewStep step)
    {
        Field On(string label) => new("On", label, FieldKind.Date);
        Field Text(string label) => new("Text", label, FieldKind.Paragraphs);
        return Form(FormOf(agency, step), step switch
        {
            InterviewStep.Invited =>
            [
                On(words["约谈日期"]), new Field("Place", words["地点"], FieldKind.Line), new Field("Whom", words["约谈对象"], FieldKind.Line),
                Text(words["事由"]) with { Optional = true },
            ],
            InterviewStep.Held => [On(words["约谈日期"]), Text(words["纪要"])],
            InterviewStep.Measures => [Text(words["整改措施"]), On(words["完成期限"])],
            InterviewStep.Completed => [On(words["完成日期"]), Text(words["完成情况"]) with { Optional = true }],
            InterviewStep.NotHeld => (Field[])[Text(words["不约谈的理由"])],
        });
    }
}
