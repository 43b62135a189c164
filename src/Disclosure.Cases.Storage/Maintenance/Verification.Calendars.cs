namespace Disclosure.Cases.Storage.Maintenance;

// The calendar's journal by its seals; that cases were moved by just these entries is looked at case by case.
public sealed partial class Verification
{
    private async Task<IEnumerable<Finding>> OfCalendars(CancellationToken cancellation) =>
        (await journal.Broken(cancellation)).Select(ordinal =>
            new Finding("calendar.changed", $"Calendar: entry {ordinal} of the journal is not the one that was recorded."));
}
