namespace Disclosure.Cases.Bulletins;

/// <summary>What is recorded of an interview (约谈).</summary>
[StoredName("InterviewStep")]
public enum InterviewStep
{
    /// <summary>通知约谈: on which day, where and who is invited.</summary>
    [StoredName("Invited")]
    Invited,

    /// <summary>约谈纪要: on which day it was held, and what was said.</summary>
    [StoredName("Held")]
    Held,

    /// <summary>整改措施: what the agency does, and until when.</summary>
    [StoredName("Measures")]
    Measures,

    /// <summary>整改完成.</summary>
    [StoredName("Completed")]
    Completed,

    /// <summary>不约谈, and why.</summary>
    [StoredName("NotHeld")]
    NotHeld,
}

/// <summary>An entry in the record of an interview: it stays, whatever is recorded after it.</summary>
/// <param name="Ordinal">Its place in the record of this bulletin and agency, from 1.</param>
/// <param name="On">The day of the interview; of measures the day by which they are done; else the day on which it was so.</param>
/// <param name="Place">Where; of an invitation alone.</param>
/// <param name="Whom">Who is invited; of an invitation alone.</param>
/// <param name="Text">Minutes, measures, or the reason; empty where nothing was written.</param>
public sealed record InterviewEntry(
    Guid Id, Guid BulletinId, Guid AgencyId, int Ordinal, InterviewStep Step, DateOnly On, string Place, string Whom, string Text,
    DateTimeOffset RecordedAt, Guid RecordedBy, string RecordedByName);

/// <summary>The record of an interview that a bulletin proposes.</summary>
/// <param name="Entries">Its entries in their order; none where nothing is recorded yet.</param>
public sealed record Interview(IReadOnlyList<InterviewEntry> Entries)
{
    /// <summary>What can be recorded now. An invitation can be sent anew, and measures added, until the next step is recorded.</summary>
    public IReadOnlyList<InterviewStep> Next => Entries is not [.., var last] ? [InterviewStep.Invited, InterviewStep.NotHeld]
        : last.Step switch
        {
            InterviewStep.Invited => [InterviewStep.Held, InterviewStep.Invited, InterviewStep.NotHeld],
            InterviewStep.NotHeld => [InterviewStep.Invited],
            InterviewStep.Held => [InterviewStep.Measures],
            InterviewStep.Measures => [InterviewStep.Completed, InterviewStep.Measures],
            InterviewStep.Completed => [],
        };

    /// <summary>The first day that an entry may name: that of what it follows from.</summary>
    /// <param name="step">What is recorded.</param>
    /// <param name="issuedOn">The day on which the bulletin was issued.</param>
    public DateOnly EarliestOn(InterviewStep step, DateOnly issuedOn)
    {
        InterviewStep? follows = step switch
        {
            InterviewStep.Invited or InterviewStep.NotHeld => null,
            InterviewStep.Held => InterviewStep.Invited,
            InterviewStep.Measures or InterviewStep.Completed => InterviewStep.Held,
        };
        return Entries.LastOrDefault(entry => entry.Step == follows)?.On ?? issuedOn;
    }

    /// <summary>Whether measures are not done by their day.</summary>
    public bool IsOverdueOn(DateOnly today) => Entries is [.., { Step: InterviewStep.Measures } last] && last.On < today;
}
