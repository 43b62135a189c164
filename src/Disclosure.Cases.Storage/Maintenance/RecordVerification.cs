using Disclosure.Cases.Maintenance;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>The verification that runs by itself: against the anchors written so far, and anchoring what was found whole.</summary>
internal sealed class RecordVerification(Verification verification, Anchors anchors, StorageOptions options) : IRecordVerification
{
    public async Task<IReadOnlyList<string>> Findings(CancellationToken cancellation) =>
        [.. (await verification.Run(options.AnchorFile, cancellation)).Select(finding => finding.Code)];

    public Task<int> Anchor(CancellationToken cancellation) => anchors.WriteTo(options.AnchorFile, cancellation);
}
