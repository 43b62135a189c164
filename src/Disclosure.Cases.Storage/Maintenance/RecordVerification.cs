using Disclosure.Cases.Maintenance;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>The verification that runs by itself: against the anchors written so far, and anchoring what was found whole.</summary>
internal sealed class RecordVerification(Verification verification, Anchors anchors, StorageOptions options) : IRecordVerification
{
    public async Task<IReadOnlyList<string>> Findings(CancellationToken cancellation) =>
        [.. (await verification.Run(options.AnchorFile, cancellation)).Select(finding => finding.Code)];

    public Task<int> Anchor(CancellationToken cancellation) => anchors.WriteTo(options.AnchorFile, cancellation);

    public async Task<IReadOnlyList<string>> AnchorNew(CancellationToken cancellation)
    {
        if (await anchors.WriteNew(options.AnchorFile, cancellation))
        {
            return [];
        }

        // After a restoration the chains are shorter than the last lines, which is on record: then the next lines go by what is there.
        var findings = await OfAnchors(cancellation);
        if (findings.Count == 0)
        {
            await Anchor(cancellation);
        }

        return findings;
    }

    public async Task<IReadOnlyList<string>> OfAnchors(CancellationToken cancellation) =>
        [.. (await verification.RunAnchors(options.AnchorFile, cancellation)).Select(finding => finding.Code)];

    public Task<string?> AnchorAnew(string reason, CancellationToken cancellation) =>
        anchors.BeginAnew(options.AnchorFile, reason, cancellation);
}
