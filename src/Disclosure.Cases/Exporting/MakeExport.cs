using System.Runtime.CompilerServices;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Exporting;

/// <summary>
/// Makes one export; says in steps of their own how far it has come. An attempt that fails is recorded and comes through as it
/// is, for whatever runs the job to try again; the last one ends in <see cref="JobGivenUpException"/>. One that is made
/// already, whose next attempt is not due, or that a later attempt has taken over, is left alone.
/// </summary>
/// <param name="ExportId">Which one.</param>
/// <param name="IsAgain">
/// Whether the job that asks for it ran before and failed. Such a one is tried whenever it comes, and from the first attempt on where it
/// was given up; any other one waits for the next attempt's time, and leaves alone what was given up.
/// </param>
public sealed record MakeExport(Guid ExportId, bool IsAgain = false) : ICommand<ExportState>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System;
}

internal sealed class MakeExportHandler(
    IExports exports, ICaseQueries queries, ICaseLedgerSheets sheets, IAgencies agencies, IUnitOfWork work, TimeProvider time)
    : ICommandHandler<MakeExport, ExportState>
{
    public async Task<Result<ExportState>> Handle(MakeExport request, CancellationToken cancellationToken)
    {
        if (await Step(() => exports.Begin(
            request.ExportId, request.IsAgain ? null : time.GetUtcNow(), cancellationToken)) is not { } export)
        {
            return (await exports.Find(request.ExportId, cancellationToken))?.State ?? ExportState.Deleted;
        }

        try
        {
            if (export.Attempts > Export.MostAttempts)
            {
                throw new JobGivenUpException(Export.Interrupted);
            }

            var title = await Title(export, cancellationToken);
            var content = export.Kind switch
            {
                ExportKind.CaseLedger => await sheets.ToXlsx(title, Ledger(export, cancellationToken), cancellationToken),
            };
            await Settle(export with { State = ExportState.Done, Problem = null, FileName = title + ".xlsx" }, content);
            return ExportState.Done;
        }
        catch (LaterAttemptException)
        {
            return ExportState.Running;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops in order: this was no failed attempt.
            await Step(() => exports.PutBack(export, CancellationToken.None));
            throw;
        }
        catch (JobGivenUpException)
        {
            await Settle(export with { State = ExportState.Failed, Problem = Export.Interrupted });
            throw;
        }
        catch (Exception problem)
        {
            var failed = export with { Problem = problem.GetType().Name };
            if (RequestedJob.MakeExport.PauseAfter(export.Attempts) is { } pause)
            {
                await Settle(failed with { State = ExportState.Waiting, NextAttemptAt = time.GetUtcNow() + pause });
                throw;
            }

            await Settle(failed with { State = ExportState.Failed });
            throw new JobGivenUpException(failed.Problem, problem);
        }
    }

    // The cases as they are read, page by page; after each one is said how far it has come.
    private async IAsyncEnumerable<LedgerRow> Ledger(Export export, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var progress = export with { Total = await queries.LedgerSize(export.AgencyId, export.From, export.Until, cancellation) };
        await Report(progress, cancellation);
        await foreach (var page in queries.Ledger(export.AgencyId, export.From, export.Until, cancellation))
        {
            foreach (var row in page)
            {
                yield return row;
            }

            // Cases may have been registered since they were counted.
            var done = progress.Done + page.Count;
            progress = progress with { Done = done, Total = Math.Max(done, progress.Total!.Value) };
            await Report(progress, cancellation);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private async Task Report(Export progress, CancellationToken cancellation)
    {
        if (!await Step(() => exports.Report(progress, cancellation)))
        {
            throw new LaterAttemptException();
        }
    }

    // What became of an attempt is recorded though the server stops meanwhile.
    private async Task Settle(Export outcome, byte[]? content = null)
    {
        var settled = outcome.IsUnfinished ? outcome : outcome with { FinishedAt = time.GetUtcNow() };
        if (await Step(() => exports.Settle(settled, content, CancellationToken.None)))
        {
            Telemetry.Exports.Add(1, Telemetry.Tag("state", settled.State));
        }
    }

    private Task<T> Step<T>(Func<Task<T>> step) => work.Run(step, _ => true, CancellationToken.None);

    private async Task<string> Title(Export export, CancellationToken cancellation) => Texts.Say(
        Texts.Chinese,
        "export.title",
        Texts.Name(export.Kind),
        export.AgencyId is { } agencyId
            ? (await agencies.On(agencyId, time.Today(), cancellation)).Name
            : Texts.Say(Texts.Chinese, "export.district"),
        export.From,
        export.Until);

    // Hangfire gave this server up for dead and began another attempt elsewhere.
    private sealed class LaterAttemptException : Exception;
}
