using System.Text.Json;
using Disclosure.Cases.Bulletins;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Bulletins;

/// <summary>Quarterly bulletins and the interviews that they propose.</summary>
internal sealed class BulletinStore(UnitOfWork work) : IBulletins
{
    private const string AllBulletins =
        "SELECT id, year, number, figures, parts, organ, issued_at, issued_by, issued_name FROM bulletins";

    private const string AllEntries = """
        SELECT i.id, i.bulletin_id, i.agency_id, i.ordinal, i.step, i.day_on, i.place, i.whom, i.body, i.recorded_at, i.recorded_by, i.recorded_name
        FROM bulletin_interviews i
        """;

    private sealed record StoredBulletin(
        Guid Id, int Year, int Number, string Figures, string Parts, string Organ, DateTimeOffset IssuedAt, Guid IssuedBy,
        string IssuedName)
    {
        public Bulletin ToBulletin() => new(
            Id, Year, Number, JsonSerializer.Deserialize<BulletinFigures>(Figures, StoredJson.Readable)!,
            JsonSerializer.Deserialize<Dictionary<string, string>>(Parts)!.ToDictionary(part => PartOf(part.Key), part => part.Value),
            Organ, IssuedAt, IssuedBy, IssuedName);
    }

    private sealed record StoredEntry(
        Guid Id, Guid BulletinId, Guid AgencyId, int Ordinal, InterviewStep Step, DateOnly DayOn, string Place, string Whom, string Body,
        DateTimeOffset RecordedAt, Guid RecordedBy, string RecordedName)
    {
        public InterviewEntry ToEntry() => new(
            Id, BulletinId, AgencyId, Ordinal, Step, DayOn, Place, Whom, Body, RecordedAt, RecordedBy, RecordedName);
    }

    private sealed record StoredPart(BulletinPart Part, string Body);

    private sealed record StoredThreshold(int Ordinal, int RateBelow, int LateFrom);

    private sealed record First(DateOnly? Day);

    public async Task<DateOnly?> FirstFigureOn(CancellationToken cancellation) => (await work.Query<First>(
        """
        SELECT MIN(x.day) AS day FROM (
            SELECT MIN(served_on) AS day FROM replies
            UNION ALL SELECT MIN(due_on) FROM replies
            UNION ALL SELECT MIN(reply_due_on) FROM case_files WHERE is_open = 1) x
        """,
        null, cancellation))[0].Day;

    public async Task<IReadOnlyDictionary<BulletinPart, string>> Parts(Quarter quarter, CancellationToken cancellation) =>
        (await work.Query<StoredPart>(
            "SELECT part, body FROM bulletin_texts WHERE year = @Year AND quarter = @Number ORDER BY part",
            new { quarter.Year, quarter.Number }, cancellation))
            .ToDictionary(stored => stored.Part, stored => stored.Body);

    public Task SetPart(Quarter quarter, BulletinPart part, string text, CancellationToken cancellation) => work.UpdateOrInsert(
        "UPDATE bulletin_texts SET body = @text WHERE year = @Year AND quarter = @Number AND part = @part",
        "INSERT INTO bulletin_texts (year, quarter, part, body) VALUES (@Year, @Number, @part, @text)",
        new { quarter.Year, quarter.Number, part = StoredNames.Of(part), text }, cancellation);

    public async Task<InterviewThreshold> Threshold(CancellationToken cancellation) =>
        await Thresholds(cancellation) is [.., var last]
            ? new InterviewThreshold(last.RateBelow, last.LateFrom)
            : InterviewThreshold.Default;

    public Task<bool> SetThreshold(InterviewThreshold threshold, DateTimeOffset at, Actor by, CancellationToken cancellation) => work.Write(
        async () =>
        {
            var ordinal = 1 + (await Thresholds(cancellation)).Count;
            work.Changed(SealedTable.BulletinThresholds, ordinal);
            return await work.TryInsert(
                """
                INSERT INTO bulletin_thresholds (ordinal, rate_below, late_from, set_at, set_by, set_name)
                VALUES (@ordinal, @RateBelow, @LateFrom, @at, @Id, @Name)
                """,
                new { ordinal, threshold.RateBelow, threshold.LateFrom, at, by.Id, by.Name }, cancellation);
        }, cancellation);

    public async Task<IReadOnlyList<Bulletin>> Issued(CancellationToken cancellation) =>
        [.. (await work.Query<StoredBulletin>($"{AllBulletins} ORDER BY year DESC, number DESC", null, cancellation))
            .Select(stored => stored.ToBulletin())];

    public async Task<Bulletin?> Find(int year, int number, CancellationToken cancellation) =>
        (await work.Single<StoredBulletin>(
            $"{AllBulletins} WHERE year = @year AND number = @number", new { year, number }, cancellation))?.ToBulletin();

    public async Task<Bulletin?> Find(Guid id, CancellationToken cancellation) =>
        (await work.Single<StoredBulletin>($"{AllBulletins} WHERE id = @id", new { id }, cancellation))?.ToBulletin();

    public Task<bool> Add(Bulletin bulletin, CancellationToken cancellation) => work.Write(
        () =>
        {
            work.Changed(SealedTable.Bulletins, bulletin.Id);
            return work.TryInsert(
                """
                INSERT INTO bulletins (id, year, number, figures, parts, organ, issued_at, issued_by, issued_name)
                VALUES (@Id, @Year, @Number, @figures, @parts, @Organ, @IssuedAt, @IssuedBy, @IssuedByName)
                """,
                new
                {
                    bulletin.Id, bulletin.Year, bulletin.Number,
                    figures = JsonSerializer.Serialize(bulletin.Figures, StoredJson.Readable),
                    parts = JsonSerializer.Serialize(
                        bulletin.Parts.ToDictionary(part => StoredNames.Of(part.Key), part => part.Value), StoredJson.Readable),
                    bulletin.Organ, bulletin.IssuedAt, bulletin.IssuedBy, bulletin.IssuedByName,
                }, cancellation);
        }, cancellation);

    public async Task<IReadOnlyList<InterviewEntry>> Interviews(Guid bulletinId, CancellationToken cancellation) =>
        [.. (await work.Query<StoredEntry>(
            $"{AllEntries} WHERE i.bulletin_id = @bulletinId ORDER BY i.agency_id, i.ordinal", new { bulletinId }, cancellation))
            .Select(stored => stored.ToEntry())];

    public async Task<IReadOnlyList<InterviewEntry>> InterviewsOf(Guid agencyId, CancellationToken cancellation) =>
        [.. (await work.Query<StoredEntry>(
            $"""
            {AllEntries} JOIN bulletins b ON b.id = i.bulletin_id
            WHERE i.agency_id = @agencyId ORDER BY b.year, b.number, i.ordinal
            """,
            new { agencyId }, cancellation)).Select(stored => stored.ToEntry())];

    public Task<bool> Add(InterviewEntry entry, CancellationToken cancellation) => work.Write(
        () =>
        {
            work.Changed(SealedTable.BulletinInterviews, entry.Id);
            return work.TryInsert(
                """
                INSERT INTO bulletin_interviews
                    (id, bulletin_id, agency_id, ordinal, step, day_on, place, whom, body, recorded_at, recorded_by, recorded_name)
                VALUES (@Id, @BulletinId, @AgencyId, @Ordinal, @step, @On, @Place, @Whom, @Text, @RecordedAt, @RecordedBy, @RecordedByName)
                """,
                new
                {
                    entry.Id, entry.BulletinId, entry.AgencyId, entry.Ordinal, step = StoredNames.Of(entry.Step), entry.On, entry.Place,
                    entry.Whom, entry.Text, entry.RecordedAt, entry.RecordedBy, entry.RecordedByName,
                }, cancellation);
        }, cancellation);

    private Task<IReadOnlyList<StoredThreshold>> Thresholds(CancellationToken cancellation) => work.Query<StoredThreshold>(
        "SELECT ordinal, rate_below, late_from FROM bulletin_thresholds ORDER BY ordinal", null, cancellation);

    private static BulletinPart PartOf(string name) => StoredNames.TryRead<BulletinPart>(name, out var part)
        ? part
        : throw new InvalidOperationException($"There is no part '{name}'.");
}
