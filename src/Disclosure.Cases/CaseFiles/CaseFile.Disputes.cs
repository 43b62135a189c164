namespace Disclosure.Cases.CaseFiles;

// Reconsiderations and actions about the case.
public sealed partial class CaseFile
{
    private readonly List<Dispute> disputes = [];

    /// <summary>The disputes, in the order of their recording, without those recorded by mistake.</summary>
    public IReadOnlyList<Dispute> Disputes => disputes;

    /// <summary>The disputes in which the agency owes its answer.</summary>
    public IEnumerable<Dispute> UnansweredDisputes => disputes.Where(dispute => dispute.AwaitsAnswer);

    private void Change(Guid disputeId, Func<Dispute, Dispute> change)
    {
        var at = disputes.FindIndex(dispute => dispute.Id == disputeId);
        disputes[at] = change(disputes[at]);
    }
}
