using Disclosure.Cases.Calendars;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Calendars;

/// <summary>
/// 工作日历: the twelve months of a year. A notice is uploaded, typed, or put together by pressing days; before it is
/// imported one sees the months that it makes and the cases that it moves.
/// </summary>
[Authorize(Policies.SystemAdministrator)]
internal sealed class YearModel(
    CalendarPageQuery reading, ISheetReader sheets, Commands commands, IStringLocalizer<Words> words) : PageModel
{
    // The longest notice that anybody could write has a line for every day.
    private const int LargestFile = 64 * 1024;

    private const int YearsOnTabs = 4;

    /// <summary>The year shown.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Asked { get; set; }

    /// <summary>The notice as it stands in the form.</summary>
    [BindProperty(Name = "Content")]
    public string? Written { get; set; }

    /// <summary>Where the notice stands.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The holiday for whose sake a pressed day is changed.</summary>
    [BindProperty]
    public string? Holiday { get; set; }

    /// <summary>The edition that the preview was made with.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    public int Year { get; private set; }

    public YearView Months { get; private set; } = null!;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What looks odd in the notice, though it can be imported.</summary>
    public IReadOnlyList<Refusal> Doubts { get; private set; } = [];

    /// <summary>The cases that the notice moves; null until a preview was asked for.</summary>
    public IReadOnlyList<MovedLine>? Moved { get; private set; }

    public IReadOnlyList<ChangeLine> Journal { get; private set; } = [];

    public DateOnly Today => reading.Today;

    public IEnumerable<int> Tabs => Enumerable.Range(Today.Year + 2 - YearsOnTabs, YearsOnTabs);

    public int Latest => Today.Year + 1;

    /// <summary>The inputs of the form, for the lines that lead to them.</summary>
    public IEnumerable<Place> Places => [new("Content", words["放假安排"], "notice-content"), new("Note", words["文号"], "notice-note")];

    /// <summary>Whether the months are those of the form, not those in force.</summary>
    public bool IsDraft { get; private set; }

    public bool IsProvisional(int year) => reading.InForce.Of(null).IsProvisional(year);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Written = Known();
        await Show(draft: false, cancellation);
    }

    public async Task<IActionResult> OnPostToggleAsync(string? toggle, CancellationToken cancellation)
    {
        if (Dates.Parse(toggle) is { } day)
        {
            Written = Toggled(day);
            ModelState.Clear();
        }

        await Show(draft: true, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(IFormFile? file, CancellationToken cancellation)
    {
        Findings = await Upload(file);
        if (Findings.Count == 0)
        {
            await Preview(cancellation);
        }

        await Show(draft: true, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellation)
    {
        Read();
        var result = await commands.Send(Import());
        if (result.Succeeded)
        {
            TempData["Done"] = words["已导入{0}年放假安排，{1} 件在办案卷的期限随之变动，已通知承办人。", Year, result.Value.Cases.Count].Value;
            return LocalRedirect($"/administration/calendar?year={Year}");
        }

        Refuse(result.Refusals);
        await Show(draft: true, cancellation);
        return Page();
    }

    private ImportNotice Import() => new(Year, PrintedText.Entered(Written), PrintedText.Entered(Note), BasedOn);

    private async Task Preview(CancellationToken cancellation)
    {
        Read();
        var judged = await reading.Preview(Import(), cancellation);
        if (judged.Succeeded)
        {
            Moved = await reading.Lines(judged.Value.Cases, cancellation);
            BasedOn = judged.Value.BasedOn;
            Doubts = NoticeFile.Doubts(Year, NoticeFile.Check(Written!, Year, out _));
            return;
        }

        Refuse(judged.Refusals);
    }

    private async Task<IReadOnlyList<Finding>> Upload(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            return [];
        }

        if (file.Length > LargestFile)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return [new Finding("Content", words["文件不能大于 {0} KB。", LargestFile / 1024])];
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        var read = sheets.Read(bytes.ToArray());
        if (!read.Succeeded)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Finding.Of(read.Refusals.Select(refusal => refusal with { Field = "Content" }));
        }

        Written = NoticeSheet.ToNotice(ImportLayout.Choices(read.Value) is [var first, ..] ? first.Rows : []);
        return [];
    }

    private void Refuse(IReadOnlyList<Refusal> refusals)
    {
        Findings = Finding.Of(refusals);
        Response.StatusCode = refusals.Any(refusal => refusal.Code == "calendar.changedMeanwhile")
            ? StatusCodes.Status409Conflict
            : StatusCodes.Status422UnprocessableEntity;
    }

    private void Read()
    {
        ModelState.Clear();
        Year = Math.Clamp(Asked ?? NextNotice.Wanted(reading.InForce.Of(null), Today) ?? Today.Year, RuleSet.EarliestReceipt.Year, Latest);
    }

    private async Task Show(bool draft, CancellationToken cancellation)
    {
        Read();
        IsDraft = draft;
        var calendar = reading.InForce.Of(null);
        if (draft)
        {
            var days = NoticeFile.Check(Written ?? "", Year, out _).Where(day => day.Date.Year <= Year);
            calendar = calendar.WithNotice(Year, days)
                .With(reading.InForce.Closures.Where(closure => closure.AgencyId is null).SelectMany(closure => closure.Days));
        }

        Months = new YearView(Year, calendar, reading.InForce, words);
        Journal = await reading.Journal(change => change.Kind == CalendarChangeKind.Notice, cancellation);
    }

    // What the year's notice says now; where there is none, the statutory holidays as a start.
    private string Known()
    {
        Read();
        return reading.InForce.Changes.LastOrDefault(change =>
            change.Kind == CalendarChangeKind.Notice && change.Year == Year) is { } imported ? imported.Content
            : IsProvisional(Year) ? NoticeFile.Draft(Year)
            : NoticeFile.Write(WorkingDayCalendar.Official.Exceptions.Where(day => day.Date.Year == Year));
    }

    // A day in the list goes out of it; another becomes what the plain week does not make of it.
    private string Toggled(DateOnly day)
    {
        Read();
        var days = NoticeFile.Check(Written ?? "", Year, out _).ToList();
        if (days.RemoveAll(each => each.Date == day) == 0)
        {
            var kind = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayExceptionKind.Work : DayExceptionKind.Off;
            days.Add(new DayException(day, kind, string.IsNullOrWhiteSpace(Holiday) ? words["放假"] : Holiday.Trim().Replace(',', '，')));
        }

        return NoticeFile.Write(days);
    }
}
