using Disclosure.Cases.Agencies;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Imports;

/// <summary>导入: takes ledgers of past cases in, and shows how far one's own imports have come.</summary>
[Authorize(Policies.Importer)]
[RequestSizeLimit(WebServices.LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = WebServices.LargestUpload)]
internal sealed class IndexModel(
    IImports imports, ILedgerForm form, IAgencies agencies, Commands commands, CurrentActor actor, TimeProvider time,
    IStringLocalizer<Words> words)
    : FormPage(commands)
{
    private const int MostLines = 30;

    public IReadOnlyList<(Import Import, string Agency)> Lines { get; private set; } = [];

    public FieldSet Fields { get; private set; } = null!;

    public bool IsManager => actor.Value.Is(Role.Manager);

    /// <summary>A ledger without cases, to be filled in.</summary>
    public async Task<IActionResult> OnGetFormAsync(CancellationToken cancellation) =>
        File(await form.ToXlsx(cancellation), MediaTypes.Xlsx, "政府信息公开申请台账.xlsx");

    public Task<IActionResult> OnPostUploadAsync(IFormFile? content, CancellationToken cancellation) =>
        Upload(actor.Value.AgencyId, content, cancellation);

    /// <summary>Of an agency that a manager chose.</summary>
    public Task<IActionResult> OnPostUploadForAsync([Typed] Guid agencyId, IFormFile? content, CancellationToken cancellation) =>
        Upload(agencyId, content, cancellation);

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        var all = await agencies.AllOn(time.Today(), cancellation);
        var names = all.ToDictionary(agency => agency.Id, agency => agency.Name);
        Lines = [.. (await imports.Of(actor.Value.Id, MostLines, cancellation))
            .Select(import => (import, names.GetValueOrDefault(import.AgencyId, "")))];
        Field upload = new("Content", words["文件（不超过 {0} MB）", ISheetReader.LargestFile], FieldKind.Upload);
        Fields = Form("upload", !IsManager ? [upload] :
        [
            new Field("AgencyId", words["机关"], FieldKind.Choice)
            {
                Value = actor.Value.AgencyId.ToString(),
                Options = [.. all.Select(agency => new Option(agency.Id.ToString(), agency.Name))],
            },
            upload,
        ]);
        return true;
    }

    private async Task<IActionResult> Upload(Guid agencyId, IFormFile? content, CancellationToken cancellation)
    {
        var command = new UploadLedger(agencyId, FormReader.NameOf(content), await Bytes(content, cancellation));
        return await Send("upload", command, id => Done(words["已上传，请核对。"], $"/imports/{id}"), cancellation);
    }

    private static async Task<byte[]> Bytes(IFormFile? upload, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        if (upload is not null)
        {
            await upload.CopyToAsync(bytes, cancellation);
        }

        return bytes.ToArray();
    }
}
