using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Maintenance;

// The calendar's journal by its seals; that cases were moved by just these entries is looked at case by case.
public sealed partial class Verification
{
    private async Task<IEnumerable<Finding>> OfCalendars(KeyRing ring, CancellationToken cancellation) =>
        (await journal.Broken(ring, cancellation)).Select(ordinal => new Finding("calendar.changed", ordinal));
}
