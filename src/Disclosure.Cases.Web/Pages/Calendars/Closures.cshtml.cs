using Disclosure.Cases.Calendars;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Calendars;

/// <summary>临时停办: days on which the district or one agency could not work. Recorded and taken back after a preview.</summary>
[Authorize(Policies.SystemAdministrator)]
internal sealed class ClosuresModel(CalendarPageQuery reading, Commands commands, IStringLocalizer<Words> words) : PageModel
{
    private IFormCollection? typed;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<ChangeLine> Journal { get; private set; } = [];

    /// <summary>The cases that the change moves; null until a preview was asked for.</summary>
    public IReadOnlyList<MovedLine>? Moved { get; private set; }

    /// <summary>The edition that the preview was made with.</summary>
    public int BasedOn { get; private set; }

    /// <summary>The closure that is to be taken back, where the preview is of that.</summary>
    public int? Revoking { get; private set; }

    public FieldSet Fields { get; private set; } = null!;

    /// <summary>What was typed, for the form that confirms it.</summary>
    public string? Typed(string name) => typed is not null && typed.TryGetValue(name, out var values) ? values[0] : null;

    public Task OnGetAsync(CancellationToken cancellation) => Show(cancellation);

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellation) => await Judge(await Read(), cancellation);

    public async Task<IActionResult> OnPostRecordAsync(CancellationToken cancellation)
    {
        if (await Read() is not { } command)
        {
            return await Judge(null, cancellation);
        }

        var result = command switch
        {
            RecordClosure closure => await commands.Send(closure),
            RevokeClosure revocation => await commands.Send(revocation),
            _ => throw new InvalidOperationException("Only closures are recorded here."),
        };
        if (!result.Succeeded)
        {
            Refuse(result.Refusals);
            await Show(cancellation);
            return Page();
        }

        TempData["Done"] = words["已记录，{0} 件在办案卷的期限随之变动，已通知承办人。", result.Value.Cases.Count].Value;
        return LocalRedirect("/administration/calendar/closures");
    }

    private async Task<IActionResult> Judge(IChangesCalendar? command, CancellationToken cancellation)
    {
        if (command is not null)
        {
            var judged = command is RecordClosure closure
                ? await reading.Preview(closure, cancellation)
                : await reading.Preview((RevokeClosure)command, cancellation);
            if (judged.Succeeded)
            {
                (Moved, BasedOn) = (await reading.Lines(judged.Value.Cases, cancellation), judged.Value.BasedOn);
            }
            else
            {
                Refuse(judged.Refusals);
            }
        }

        await Show(cancellation);
        return Page();
    }

    // The form of a closure, or of taking one back; null, and findings, where it cannot be read.
    private async Task<IChangesCalendar?> Read()
    {
        typed = await Request.ReadFormAsync();
        var reader = new FormReader(typed, words);
        var basedOn = reader.OptionalNumber("BasedOn") ?? 0;
        IChangesCalendar command;
        if (reader.OptionalNumber("Ordinal") is { } ordinal)
        {
            Revoking = ordinal;
            command = new RevokeClosure(ordinal, reader.Text("Why"), basedOn);
        }
        else
        {
            command = new RecordClosure(
                reader.IdOrAll("AgencyId"),
                reader.Date("From"),
                reader.OptionalDate("Until") ?? reader.OptionalDate("From") ?? default,
                reader.Text("Reason"),
                basedOn);
        }

        Findings = reader.Findings;
        Response.StatusCode = Findings.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return Findings.Count == 0 ? command : null;
    }

    private void Refuse(IReadOnlyList<Refusal> refusals)
    {
        Findings = Finding.Of(refusals);
        Response.StatusCode = refusals.Any(refusal => refusal.Code == "calendar.changedMeanwhile")
            ? StatusCodes.Status409Conflict
            : StatusCodes.Status422UnprocessableEntity;
    }

    private async Task Show(CancellationToken cancellation)
    {
        Journal = await reading.Journal(change => change.Kind != CalendarChangeKind.Notice, cancellation);
        Fields = new FieldSet("closure",
        [
            new Field("AgencyId", words["范围"], FieldKind.Choice)
            {
                Options =
                [
                    new Option(FormReader.All, words["全区"]),
                    .. (await reading.Agencies(cancellation)).Select(agency => new Option(agency.Id.ToString(), agency.Name)),
                ],
            },
            new Field("From", words["开始日期"], FieldKind.Date),
            new Field("Until", words["结束日期"], FieldKind.Date) { Optional = true },
            new Field("Reason", words["原因"], FieldKind.Line) { Hint = words["写入期限计算的每一天，例如：洪水停办"] },
        ], Revoking is null ? typed : null, Revoking is null ? Findings : []);
    }
}
