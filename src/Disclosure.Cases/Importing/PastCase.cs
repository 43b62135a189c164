using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Importing;

/// <summary>A case as a ledger kept before the software has it.</summary>
/// <param name="Row">The row of the file, from 1.</param>
/// <param name="ReceivedOn">The day of receipt (art. 31).</param>
/// <param name="Reply">How it was answered; null where it was withdrawn or is open.</param>
/// <param name="WithdrawnOn">When it was withdrawn.</param>
public sealed record PastCase(
    int Row,
    PastNumber RegisterNumber,
    Channel Channel,
    DateOnly ArrivedOn,
    DateOnly ReceivedOn,
    IReadOnlyList<Applicant> Applicants,
    string Request,
    Guid OfficerId,
    PastReply? Reply,
    DateOnly? WithdrawnOn);

/// <summary>A reply as a ledger has it.</summary>
/// <param name="Letter">Which text in which variant it was.</param>
/// <param name="Number">Its number; null where it bore none.</param>
/// <param name="DueOn">The last day for it as the ledger has it; null: the clock says.</param>
public sealed record PastReply(
    EffectiveTemplate Letter, PastNumber? Number, DateOnly DecidedOn, DateOnly ServedOn, ServiceWay Way, DateOnly? DueOn);

/// <summary>A number that was given before the software.</summary>
/// <param name="Text">As it stands in the number ledger.</param>
/// <param name="Year">Its year.</param>
/// <param name="Ordinal">Its place in its series; null where it is not of the district's pattern.</param>
public sealed record PastNumber(string Text, int Year, int? Ordinal);

/// <summary>Something that is wrong with a file of past cases, or that one should know before it is imported.</summary>
/// <param name="Row">The row, from 1; null for what concerns the whole file.</param>
/// <param name="Column">The column, from 0; null for what concerns the whole row.</param>
/// <param name="Blocks">Whether nothing is imported until it is mended.</param>
public sealed record ImportProblem(int? Row, int? Column, Refusal Refusal, bool Blocks);
