using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

// What was done before the software, as a ledger tells it.
public sealed partial class CaseFile
{
    /// <summary>From where the case was brought in; null for one that was registered here.</summary>
    public CaseImported? Import { get; private set; }

    private void Apply(CaseImported imported, int sequence)
    {
        Import = imported;
        if (imported.WithdrawnOn is { } on)
        {
            (withdrawal, withdrawnUnder) = (new Dated(sequence, on), imported.CalendarEdition);
        }

        if (imported.Reply is { } reply)
        {
            var document = new CaseDocument(new DocumentDrafted(
                reply.DocumentId, reply.Template, reply.Variant, reply.TemplateVersion, reply.Effect, reply.Series, reply.Row, true,
                [.. items.Select(item => item.Id)], reply.Facts, new DocumentTerms(null, null, null), null, OfficerId));
            document.BringIn(reply, sequence);
            documents.Add(document);
            NameRecipients();
            document.Serve(new ServiceAttempt(sequence, new DocumentServed(
                reply.DocumentId, reply.AttemptId, reply.Way, reply.ServedOn, reply.ServedOn, false, null, imported.CalendarEdition)));
            Answer(document);
        }
    }
}
