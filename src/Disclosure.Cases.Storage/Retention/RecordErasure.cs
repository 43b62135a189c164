using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Retention;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Retention;

/// <summary>Empties the rows that stand outside the events.</summary>
internal sealed class RecordErasure(UnitOfWork work) : IRecordErasure
{
    public async Task Empty(CaseFile file, RecordsErased emptied, CancellationToken cancellation)
    {
        // Without its salt, the hash that stays in the event proves nothing to whoever guesses the text.
        foreach (var some in emptied.Texts.Chunk(RowMapping.MostInList))
        {
            await work.Execute(
                "UPDATE case_texts SET body = '', salt = '', mail_hash = NULL WHERE case_id = @Id AND id IN @some",
                new { file.Id, some = RowMapping.List(some) }, cancellation);
        }

        foreach (var id in emptied.Files)
        {
            // A file's name may have a person's in it.
            work.Changed(SealedTable.CaseContents, id);
            await work.Execute(
                "UPDATE case_contents SET content = @nothing, name = @ErasedWords WHERE case_id = @caseId AND id = @id",
                new { nothing = Array.Empty<byte>(), CaseFile.ErasedWords, caseId = file.Id, id }, cancellation);
        }

        // Ledgers made before have the names and what was asked for; whoever needs one has it made again.
        await work.Execute(
            """
            UPDATE exports SET state = 'Deleted', content = NULL
            WHERE state = 'Done' AND (agency_id IS NULL OR agency_id = @AgencyId)
            """,
            new { file.AgencyId }, cancellation);
    }
}
