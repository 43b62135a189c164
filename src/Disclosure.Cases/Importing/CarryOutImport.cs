using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Importing;

/// <summary>
/// Imports the cases of a file that somebody had imported: all in one transaction, or none. One that is imported already is left alone;
/// one that cannot be any more, because of what happened meanwhile, is put down as failed.
/// </summary>
public sealed record CarryOutImport(Guid ImportId) : ICommand<ImportState>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System;
}

internal sealed class CarryOutImportHandler(
    IImports imports, ImportCheck check, CaseImporter importer, ImportProgress progress, IUsers users, IAdministrationLog log,
    IUnitOfWork work, CurrentActor actor, TimeProvider time) : ICommandHandler<CarryOutImport, ImportState>
{
    public async Task<Result<ImportState>> Handle(CarryOutImport request, CancellationToken cancellationToken)
    {
        var application = actor.Value;
        try
        {
            var outcome = await work.Run(() => CarryOut(request.ImportId, cancellationToken), _ => true, cancellationToken);
            return outcome ?? (await imports.Find(request.ImportId, cancellationToken))?.State ?? ImportState.Failed;
        }
        catch (RefusedImportException refused)
        {
            await Fail(request.ImportId, refused.Message);
            return ImportState.Failed;
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            await Fail(request.ImportId, problem.GetType().Name);
            throw;
        }
        finally
        {
            actor.Value = application;
            progress.End(request.ImportId);
        }
    }

    private async Task<ImportState?> CarryOut(Guid importId, CancellationToken cancellation)
    {
        if (await imports.Find(importId, cancellation) is not { State: ImportState.Waiting } import
            || await imports.Content(importId, cancellation) is not { } content)
        {
            return null;
        }

        // The row is taken first: of two jobs at once the second one waits, and finds it done.
        var done = import with { State = ImportState.Done, FinishedAt = time.GetUtcNow() };
        if (!await imports.Change(done, ImportState.Waiting, false, cancellation))
        {
            return null;
        }

        // Whoever asked for it does it; the job only carries it out.
        var uploader = await users.Find(import.UploadedBy, cancellation) is { IsActive: true } user
            ? new Actor(user.Id, user.Name, user.Roles, user.AgencyId)
            : throw new RefusedImportException("import.otherAgency");
        if (!import.IsFor(uploader))
        {
            throw new RefusedImportException("import.otherAgency");
        }

        actor.Value = uploader;
        var plan = await check.Of(import, content, cancellation);
        if (!plan.Succeeded || !plan.Value.IsSound)
        {
            throw new RefusedImportException("import.changedMeanwhile");
        }

        var cases = plan.Value.Cases;
        progress.Report(importId, 0, cases.Count);
        await importer.BringIn(import, cases, count => progress.Report(importId, count, cases.Count), cancellation);
        await imports.Remember(
            import.AgencyId, Meanings(import, plan.Value.Sheets[import.Layout.Sheet]), cancellation);
        await imports.Change(done with { Cases = cases.Count }, ImportState.Done, false, cancellation);
        await log.Add(
            AdministrativeAct.CasesImported, import.AgencyId, null, cancellation,
            new FieldChange(JournalFields.Imported, null, $"{cases.Count}"));
        return ImportState.Done;
    }

    private static Dictionary<string, LedgerColumn?> Meanings(Import import, ImportedSheet sheet)
    {
        var headings = sheet.Rows.First(row => row.Number == import.Layout.HeadingRow).Cells;
        return headings.Select((cell, column) => (Heading: LedgerHeadings.Compared(cell.Text), Column: column))
            .Where(heading => heading.Heading.Length > 0).DistinctBy(heading => heading.Heading)
            .ToDictionary(
                heading => heading.Heading,
                heading => import.Layout.Columns.FirstOrDefault(column => column.Column == heading.Column)?.Means);
    }

    // What became of it is put down though the server stops meanwhile.
    private Task<bool> Fail(Guid importId, string problem) => work.Run(
        async () => await imports.Find(importId, CancellationToken.None) is { State: ImportState.Waiting } import
            && await imports.Change(
                import with { State = ImportState.Failed, Problem = problem, FinishedAt = time.GetUtcNow() }, ImportState.Waiting, true,
                CancellationToken.None),
        _ => true, CancellationToken.None);

    // Takes the transaction back.
    private sealed class RefusedImportException(string code) : Exception(code);
}
