using System.Runtime.CompilerServices;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.Reporting;
using MediatR;

namespace Disclosure.Cases.Exporting;

/// <summary>
/// Makes the exports that wait, one after the other, and deletes the files whose time is over. What it did by then is said
/// in steps of their own while it is at work; an export whose server died is taken over once its lease is over.
/// </summary>
public sealed record MakeExports : ICommand<ExportsMade>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.Administrator;
}

/// <summary>What became of exports.</summary>
/// <param name="Made">Files made.</param>
/// <param name="Failed">Attempts that failed.</param>
/// <param name="Deleted">Files deleted.</param>
public sealed record ExportsMade(int Made, int Failed, int Deleted);

internal sealed class MakeExportsHandler(IExports exports, ICaseQueries queries, ICaseLedgerSheets sheets, IAgencies agencies, ExportAttempts attempts, IUnitOfWork work, TimeProvider time)
    : IRequestHandler<MakeExports, Result<ExportsMade>>
{
    private const int MostAtOnce = 100;

    public async Task<Result<ExportsMade>> Handle(MakeExports request, CancellationToken cancellationToken)
    {
        var deleted = await Step(() => exports.DeleteFiles(time.GetUtcNow() - Export.KeptFor));
        var outcomes = new List<ExportState>();
        foreach (var waiting in await exports.ToMake(time.GetUtcNow(), MostAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await Step(() => exports.Claim(waiting, time.GetUtcNow(), LeaseEnd)) is { } export && await Make(export, cancellationToken) is { } outcome)
            {
                outcomes.Add(outcome);
                Telemetry.Exports.Add(1, Telemetry.Tag("state", outcome));
            }
        }

        return new ExportsMade(
            outcomes.Count(state => state == ExportState.Done),
            outcomes.Count(state => state is ExportState.Waiting or ExportState.Failed),
            deleted);
    }

    private DateTimeOffset LeaseEnd => time.GetUtcNow() + attempts.Lease;

    // What became of it; null where another server has taken it over, whose outcome it is.
    private async Task<ExportState?> Make(Export export, CancellationToken cancellation)
    {
        try
        {
            if (export.Attempts > attempts.Most)
            {
                return await Settle(export with { State = ExportState.Failed, Problem = Export.Interrupted });
            }

            var title = await Title(export);
            var content = export.Kind switch
            {
                ExportKind.CaseLedger => await sheets.ToXlsx(title, Ledger(export, cancellation), cancellation),
            };
            return await Settle(export with { State = ExportState.Done, Problem = null, FileName = title + ".xlsx" }, content);
        }
        catch (TakenOverException)
        {
            return null;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The server stops in order: another one need not wait.
            await Settle(export with { State = ExportState.Waiting, ClaimedUntil = null });
            throw;
        }
#pragma warning disable CA1031 // One export that cannot be made must not keep the others back; it is tried again and then shown.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            var failed = export with { Problem = problem.GetType().Name };
            return await Settle(export.Attempts < attempts.Most
                ? failed with { State = ExportState.Waiting, ClaimedUntil = LeaseEnd }
                : failed with { State = ExportState.Failed });
        }
    }

    // The cases as they are read, page by page; after each one is said how far it has come.
    private async IAsyncEnumerable<LedgerRow> Ledger(Export export, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var progress = export with { Total = await queries.LedgerSize(export.AgencyId, export.From, export.Until) };
        await Report(progress);
        await foreach (var page in queries.Ledger(export.AgencyId, export.From, export.Until).WithCancellation(cancellation))
        {
            foreach (var row in page)
            {
                yield return row;
            }

            // Cases may have been registered since they were counted.
            var done = progress.Done + page.Count;
            progress = progress with { Done = done, Total = Math.Max(done, progress.Total!.Value) };
            await Report(progress);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private async Task Report(Export progress)
    {
        if (!await Step(() => exports.Report(progress with { ClaimedUntil = LeaseEnd })))
        {
            throw new TakenOverException();
        }
    }

    private async Task<ExportState?> Settle(Export outcome, byte[]? content = null)
    {
        var settled = outcome.IsUnfinished ? outcome : outcome with { ClaimedUntil = null, FinishedAt = time.GetUtcNow() };
        return await Step(() => exports.Settle(settled, content)) ? settled.State : null;
    }

    private Task<T> Step<T>(Func<Task<T>> step) => work.Run(step, _ => true, CancellationToken.None);

    private async Task<string> Title(Export export) => Texts.Say(
        Texts.Chinese,
        "export.title",
        Texts.Name(export.Kind),
        export.AgencyId is { } agencyId ? (await agencies.On(agencyId, time.Today())).Name : Texts.Say(Texts.Chinese, "export.district"),
        export.From,
        export.Until);

    private sealed class TakenOverException : Exception;
}
