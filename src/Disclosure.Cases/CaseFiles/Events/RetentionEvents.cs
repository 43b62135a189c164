namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>
/// 保管期满清除: the retention period of a part of the case ended, and two people had it emptied. The texts and files stand empty from
/// then on; what is emptied without being named here is a finding of the verification, and so is what is named here and not empty.
/// </summary>
/// <param name="Scope">What ended.</param>
/// <param name="ClosedOn">From which day the period ran.</param>
/// <param name="Years">How long it was.</param>
/// <param name="RequesterId">Who asked for it.</param>
/// <param name="ConfirmerId">Who confirmed it: somebody else.</param>
/// <param name="Texts">The texts that were emptied, by their ids.</param>
/// <param name="Files">The files that were emptied, by their ids.</param>
[StoredName("RecordsErased")]
public sealed record RecordsErased(
    [StoredName("Scope")] RetentionScope Scope,
    [StoredName("ClosedOn")] DateOnly ClosedOn,
    [StoredName("Years")] int Years,
    [StoredName("RequesterId")] Guid RequesterId,
    [StoredName("ConfirmerId")] Guid ConfirmerId,
    [StoredName("Texts")] IReadOnlyList<Guid> Texts,
    [StoredName("Files")] IReadOnlyList<Guid> Files) : CaseEvent;

/// <summary>What has a retention period of its own.</summary>
[StoredName("RetentionScope")]
public enum RetentionScope
{
    /// <summary>身份信息: who the applicants are, and how they are reached.</summary>
    [StoredName("Identity")]
    Identity,

    /// <summary>案卷: everything that people wrote and filed, the identity included.</summary>
    [StoredName("File")]
    File,
}
