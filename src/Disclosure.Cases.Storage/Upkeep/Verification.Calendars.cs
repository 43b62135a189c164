namespace Disclosure.Cases.Storage.Upkeep;

// The calendar's journal: its seals, and that no case goes by an entry that is not there.
public sealed partial class Verification
{
    private async Task<IEnumerable<Finding>> OfCalendars() =>
        (await journal.Broken()).Select(ordinal => new Finding("calendar.changed", $"Calendar: entry {ordinal} of the journal is not the one that was recorded."));
}
