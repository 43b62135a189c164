using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.Bulletins;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Manager;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Reports;

/// <summary>季度通报 in preparation: the figures of a quarter as they are today, the text around them, the threshold, and issuing it.</summary>
[Authorize(Policies.Manager)]
internal sealed class BulletinModel(
    IBulletins bulletins, BulletinReading reading, IAgencies agencies, IBulletinFiles files, Commands commands, CurrentActor actor,
    TimeProvider time, IStringLocalizer<Words> words)
    : FormPage(commands)
{
    /// <summary>The year of the quarter; that of the quarter that ended last where none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>The quarter, 1 to 4; the one that ended last where none is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "quarter")]
    public int? Number { get; set; }

    public Quarter Shown { get; private set; }

    public BulletinFigures Figures { get; private set; } = null!;

    /// <summary>What was issued of the quarter already, the last one first.</summary>
    public IReadOnlyList<Bulletin> Issued { get; private set; } = [];

    public BulletinView View { get; private set; } = null!;

    public FieldSet Text { get; private set; } = null!;

    public FieldSet Threshold { get; private set; } = null!;

    public bool MayIssue => Shown.Until < time.Today();

    /// <summary>The address of this page for another quarter.</summary>
    public static string Address(Quarter quarter, string? handler = null) => "/reports/bulletin" + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["year"] = quarter.Year.ToString(CultureInfo.InvariantCulture),
            ["quarter"] = quarter.Number.ToString(CultureInfo.InvariantCulture),
            ["handler"] = handler,
        }.Where(each => each.Value is not null));

    public async Task<IActionResult> OnGetDocxAsync(CancellationToken cancellation) => await Read(cancellation)
        ? File(
            files.ToDocx(Figures, View.Parts, View.Organ, View.TabledBy, View.On, null), IssuedLetters.Docx,
            $"{Bulletin.TitleOf(Shown, Texts.Chinese)}.docx")
        : NotFound();

    public Task<IActionResult> OnPostTextAsync(
        [Typed] string? recipients, [Typed] string? opening, [Typed] string? remarks, [Typed] string? demands,
        CancellationToken cancellation)
    {
        var parts = new Dictionary<BulletinPart, string>
        {
            [BulletinPart.Recipients] = recipients ?? "",
            [BulletinPart.Opening] = opening ?? "",
            [BulletinPart.Remarks] = remarks ?? "",
            [BulletinPart.Demands] = demands ?? "",
        };
        return Send("text", quarter => new WriteBulletin(quarter, parts), _ => Done(words["已保存。"], Address(Shown)), cancellation);
    }

    public Task<IActionResult> OnPostThresholdAsync([Typed] int rateBelow, [Typed] int lateFrom, CancellationToken cancellation) => Send(
        "threshold", _ => new SetInterviewThreshold(rateBelow, lateFrom), _ => Done(words["已保存。"], Address(Shown)), cancellation);

    public Task<IActionResult> OnPostIssueAsync([Typed] string seen, CancellationToken cancellation) => Send(
        "issue", quarter => new IssueBulletin(quarter, seen),
        bulletin => Done(words["已印发{0}。", bulletin.NumberLine(Texts.CurrentLanguage)], IssuedModel.Address(bulletin)), cancellation);

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        if (!Find() || !await reading.Knows(Shown, cancellation))
        {
            return false;
        }

        Figures = await reading.Figures(Shown, cancellation);
        Issued = [.. (await bulletins.Issued(cancellation)).Where(each => each.Figures.Quarter() == Shown)];
        var parts = await bulletins.Parts(Shown, cancellation);
        var organ = (await agencies.AllOn(time.Today(), cancellation)).FirstOrDefault(agency => agency.Id == actor.Value.AgencyId);
        View = new BulletinView(
            Figures, parts, null, organ?.Name ?? "", actor.Value.Name, Figures.On,
            cell => BulletinView.CaseOf(cell, actor.Value) ?? FigureOf(cell));
        Text = Form("text", [.. Enum.GetValues<BulletinPart>().Select(part =>
            new Field(StoredNames.Of(part), Texts.Name(part, Texts.CurrentLanguage), FieldKind.Paragraphs)
            {
                Optional = true, Value = parts.GetValueOrDefault(part),
            })]);
        Threshold = Form(
            "threshold",
            new Field("RateBelow", words["按期答复率低于（%）"], FieldKind.Number) { Value = Said(Figures.Threshold.RateBelow) },
            new Field("LateFrom", words["或者逾期达到（件）"], FieldKind.Number) { Value = Said(Figures.Threshold.LateFrom) });
        return true;
    }

    private static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string? FigureOf(GridCell cell) => cell is { Subject: { } agency, Value: > 0 }
        ? cell.Figure switch
        {
            nameof(ReplyFigure.Owed) => Manager.Figures.AddressOf(ReplyFigure.Owed, Period.Of(Shown), agency),
            nameof(ReplyFigure.ServedOnTime) => Manager.Figures.AddressOf(ReplyFigure.ServedOnTime, Period.Of(Shown), agency),
            _ => null,
        }
        : null;

    private async Task<IActionResult> Send<T>(
        string form, Func<Quarter, Kernel.Pipeline.ICommand<T>> command, Func<T, IActionResult> done, CancellationToken cancellation) =>
        Find() ? await Send(form, command(Shown), done, cancellation) : NotFound();

    private bool Find()
    {
        var last = Quarter.Of(time.Today()).Previous();
        var asked = new Quarter(Year ?? last.Year, Number ?? last.Number);
        Shown = asked is { Year: >= Period.Earliest and <= 2199, Number: >= 1 and <= 4 } ? asked : last;
        return Shown == asked;
    }
}
