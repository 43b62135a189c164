namespace Disclosure.Cases.Agencies;

/// <summary>A name as a record shows it.</summary>
/// <param name="Text">The name.</param>
/// <param name="IsOfThatDay">
/// Whether it was written down then; false: nothing was written down in those days, and this is the name of today.
/// </param>
public sealed record RecordedName(string Text, bool IsOfThatDay)
{
    /// <summary>The name of that day, else the present one; null: there is neither.</summary>
    public static RecordedName? Of(string? recorded, string? present) => recorded is not null ? new RecordedName(recorded, true)
        : present is not null ? new RecordedName(present, false)
        : null;
}
