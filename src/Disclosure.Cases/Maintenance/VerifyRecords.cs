using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Maintenance;

/// <summary>The proof that the records are what they should be.</summary>
public interface IRecordVerification
{
    /// <summary>The code of every finding, e.g. <c>chain.cut</c>; empty when all is as it should be.</summary>
    Task<IReadOnlyList<string>> Findings(CancellationToken cancellation);

    /// <summary>
    /// Writes the ends of the chains down outside the database, so that a later verification misses what is cut off them.
    /// </summary>
    /// <returns>How many chains there are.</returns>
    Task<int> Anchor(CancellationToken cancellation);

    /// <summary>Writes the ends down of the chains that went on since they were written down last.</summary>
    /// <returns>The code of every finding, e.g. <c>anchor.differs</c>: then nothing was written.</returns>
    Task<IReadOnlyList<string>> AnchorNew(CancellationToken cancellation);

    /// <summary>The codes of what is wrong with the anchors, or with the chains by them.</summary>
    Task<IReadOnlyList<string>> OfAnchors(CancellationToken cancellation);

    /// <summary>Begins another anchor file, which is put on record with the reason; a damaged one stays beside it.</summary>
    /// <returns>Where the damaged one is kept; null where there was none.</returns>
    Task<string?> AnchorAnew(string reason, CancellationToken cancellation);
}

/// <summary>
/// Verifies the whole history and then anchors it. Findings refuse it: a job that sends it fails, and shows. It only
/// reads, all of it as of one moment, and keeps nobody from writing meanwhile.
/// </summary>
public sealed record VerifyRecords : ICommand<Verified>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.System | Role.SystemAdministrator;
}

/// <summary>The records are whole.</summary>
/// <param name="Chains">How many chains were anchored.</param>
public sealed record Verified(int Chains);

internal sealed class VerifyRecordsHandler(IRecordVerification records) : ICommandHandler<VerifyRecords, Verified>
{
    public async Task<Result<Verified>> Handle(VerifyRecords request, CancellationToken cancellationToken)
    {
        var findings = await records.Findings(cancellationToken);

        // What is not whole is not anchored: an anchor says that everything up to it was.
        return findings.Count == 0
            ? new Verified(await records.Anchor(cancellationToken))
            : Result<Verified>.Refused(Refusals(findings));
    }

    /// <summary>What was found, each kind with how often.</summary>
    public static IReadOnlyList<Refusal> Refusals(IEnumerable<string> findings) =>
        [.. findings.CountBy(code => code).OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => new Refusal($"audit.{kind.Key}", kind.Value))];
}
