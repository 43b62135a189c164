using System.IO.Compression;
using System.Text;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Presentation;

namespace Disclosure.Cases.Web.Bundles;

/// <summary>
/// The papers of a case as one ZIP: its letters as they were frozen, its scans and files, and a list of them all. The same
/// papers give the same bytes. One file at a time is in memory.
/// </summary>
internal sealed class CaseBundle(ICaseContents contents, ICaseQueries queries, IReplyTemplates templates)
{
    private const int ReadableByAll = 0b110_100_100 << 16;

    // "Regular file" in the modes of Unix: without it, what is unpacked there is readable by nobody.
    private const int RegularFile = 0x8000 << 16;

    private sealed record Paper(Guid FileId, string Stem, string? Extension, string Kind, string? Number, DateOnly On, string? Sha256);

    /// <summary>Writes the ZIP as it reads the papers.</summary>
    public async Task Write(CaseFile file, Stream target, CancellationToken cancellation)
    {
        var papers = await Papers(file, cancellation);
        var list = new CsvFile().Add("序号", "文件名", "种类", "文号", "日期", "SHA-256");
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        for (var index = 0; index < papers.Count; index++)
        {
            var paper = papers[index];
            var content = await contents.Find(paper.FileId, cancellation);
            var name = FileNames.Of(
                index + 1,
                papers.Count,
                paper.Extension is null ? $"{paper.Stem} {Path.GetFileNameWithoutExtension(content?.Name)}" : paper.Stem,
                paper.Extension ?? Path.GetExtension(content?.Name) ?? "");
            if (content is not null)
            {
                await Add(zip, name, content.Content, paper.On, cancellation);
            }

            list.Add(
                $"{index + 1}",
                content is null ? name + "（保管期满，文件已销毁）" : name,
                paper.Kind,
                paper.Number ?? "",
                paper.On.ToString("yyyy-MM-dd"),
                paper.Sha256 ?? "");
        }

        await Add(
            zip,
            "目录.csv",
            list.Bytes(),
            papers.Select(paper => paper.On).Append(file.ArrivedOn).Max(),
            cancellation);
    }

    private static async Task Add(ZipArchive zip, string name, byte[] content, DateOnly on, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(on, TimeOnly.MinValue, TimeSpan.Zero);
        entry.ExternalAttributes = RegularFile | ReadableByAll;
        await using var stream = await entry.OpenAsync(cancellation);
        await stream.WriteAsync(content, cancellation);
    }

    // Letters first, by date of issue; withdrawn ones stay out: they must not be used.
    private async Task<List<Paper>> Papers(CaseFile file, CancellationToken cancellation)
    {
        var letters = file.Documents
            .Where(document => document is { Status: DocumentStatus.Approved or DocumentStatus.Served, FileId: not null })
            .OrderBy(document => document.DecidedOn)
            .Select(document => (Document: document, Title: templates.TitleOf(document)))
            .Select(letter => new Paper(
                letter.Document.FileId!.Value, $"{letter.Document.Number} {letter.Title}", ".docx", letter.Title,
                letter.Document.Number, letter.Document.DecidedOn!.Value, letter.Document.Sha256));
        var history = await queries.History(file.Id, cancellation);
        var attached = history.Where(row => row.Event is FileAttached)
            .Select(row => (Fact: (FileAttached)row.Event, On: ChinaTime.DayOf(row.OccurredAt)))
            .Select(row => new Paper(
                row.Fact.FileId, Texts.Name(row.Fact.Kind, Texts.Chinese), null,
                Texts.Name(row.Fact.Kind, Texts.Chinese), null, row.On, row.Fact.Sha256));

        // The signed and stamped copy lies with the papers of the letters that are in force.
        var scan = Texts.Name(AttachmentKind.StampedCopy, Texts.Chinese);
        var signed = history.Where(row => row.Event is SignedCopyAttached)
            .Select(row => (Fact: (SignedCopyAttached)row.Event, On: ChinaTime.DayOf(row.OccurredAt)))
            .Select(row => (row.Fact, row.On, Document: file.Document(row.Fact.DocumentId)))
            .Where(row => row.Document.Status is DocumentStatus.Approved or DocumentStatus.Served)
            .Select(row => new Paper(
                row.Fact.FileId, $"{row.Document.Number} {scan}".TrimStart(), null, scan, row.Document.Number, row.On, row.Fact.Sha256));
        return [.. letters, .. signed, .. attached];
    }
}
