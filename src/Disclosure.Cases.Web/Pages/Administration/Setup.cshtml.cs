using Disclosure.Cases.Importing;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>批量导入: agencies, users and opening numbers from a workbook, tried first or at once, all or none.</summary>
[Authorize(Policies.Keepers)]
internal sealed class SetupModel(IOfficeForm form, Commands commands, IStringLocalizer<Words> words) : FormPage(commands)
{
    /// <summary>What became of the workbook; null before one was uploaded.</summary>
    public OfficeSetUp? Outcome { get; private set; }

    /// <summary>Whether it was only tried.</summary>
    public bool WasTrial { get; private set; }

    public FieldSet Fields { get; private set; } = null!;

    /// <summary>Where a problem is, as spreadsheets name cells.</summary>
    public string Place(OfficeProblem problem) => problem switch
    {
        { Row: { } row, Column: { } column } => $"{ColumnName.Of(column)}{row}",
        { Row: { } row } => words["第 {0} 行", row],
        _ => "",
    };

    /// <summary>The workbook without rows, to be filled in.</summary>
    public IActionResult OnGetForm() => File(form.ToXlsx(), MediaTypes.Xlsx, "机关、人员、起始号.xlsx");

    public async Task<IActionResult> OnPostUploadAsync([Typed] bool isTrial, IFormFile? content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        if (content is not null)
        {
            await content.CopyToAsync(bytes, cancellation);
        }

        await Read(cancellation);
        return await Send("setup", new SetUpOffice(bytes.ToArray(), isTrial), outcome =>
        {
            (Outcome, WasTrial) = (outcome, isTrial);
            Response.StatusCode = outcome.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
            return Page();
        }, cancellation);
    }

    protected override Task<bool> Read(CancellationToken cancellation)
    {
        Fields = Form("setup",
        [
            new Field(nameof(SetUpOffice.Content), words["工作簿（.xlsx，不超过 {0} MB）", ISheetReader.LargestFile], FieldKind.Upload),
            new Field(nameof(SetUpOffice.IsTrial), words["只核对，不导入"], FieldKind.Tick) { Value = "true" },
        ]);
        return Task.FromResult(true);
    }
}
