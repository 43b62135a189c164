using System.Security.Cryptography;
using System.Text.Json;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Sealing;

/// <summary>
/// The keys of <see cref="ChainKey"/> as they fit the database, which keeps of each what it makes of a fixed text: records are
/// sealed and checked with no other.
/// </summary>
internal sealed class SealingKeys(ChainKey file, TimeProvider time)
{
    private sealed record Known(int Ordinal, string CheckValue, string Begins);

    /// <summary>The keys to seal with, in the transaction under way; the first one is made while nothing was sealed yet.</summary>
    /// <exception cref="SealingKeyException">The key is missing, damaged, or another one.</exception>
    public async Task<KeyRing> ForWriting(UnitOfWork work, CancellationToken cancellation)
    {
        var known = await KnownTo(work, cancellation);
        if (known.Count > 0)
        {
            return Fitting(known);
        }

        if (!await IsAnythingSealed(work, cancellation))
        {
            file.Create();
        }

        var ring = await Unchecked(work, cancellation);

        // Where another server was faster, it read the same file, or this one's key does not fit.
        return await Add(1, ring.Current, "{}", work, cancellation) ? ring : Fitting(await KnownTo(work, cancellation));
    }

    /// <summary>The keys to check with; none is made.</summary>
    /// <exception cref="SealingKeyException">The key is missing, damaged, or another one.</exception>
    public async Task<KeyRing> ForReading(UnitOfWork work, CancellationToken cancellation) =>
        await KnownTo(work, cancellation) is { Count: > 0 } known ? Fitting(known) : await Unchecked(work, cancellation);

    /// <summary>The refusal of data keys that the key of the records does not open.</summary>
    public SealingKeyException DataKeysUnfit(Exception problem) => new("key.data", file.Path, problem);

    /// <summary>Whether something was sealed already, so that a missing key must not be made anew.</summary>
    public static async Task<bool> IsAnythingSealed(UnitOfWork work, CancellationToken cancellation) =>
        await work.Single<int>("SELECT COUNT(*) FROM chains WHERE head <> ''", null, cancellation) > 0
        || await work.Single<int>("SELECT COUNT(*) FROM calendar_changes", null, cancellation) > 0;

    /// <summary>Goes over to a new key, in the transaction under way: what is there stays sealed with the ones before.</summary>
    /// <exception cref="SealingKeyException">The key so far is missing, damaged, or another one.</exception>
    public async Task Rotate(UnitOfWork work, CancellationToken cancellation)
    {
        await ChainEnds.TakeAll(work, cancellation);
        await ChainEnds.Take(work, ChainEnds.OfRows, cancellation);
        var before = await ForWriting(work, cancellation);

        // What was added to the file by a rotation that was then broken off is taken now.
        if (file.Read().Count == before.Count)
        {
            file.Add();
        }

        var lengths = (await ChainEnds.All(work, cancellation))
            .ToDictionary(chain => RowMapping.Text(chain.Chain), chain => chain.Length + 1);
        lengths[KeyRing.Calendar] = (await work.Single<int?>("SELECT MAX(ordinal) FROM calendar_changes", null, cancellation) ?? 0) + 1;
        var next = file.Read(before.Count + 1)[before.Count];
        if (!await Add(before.Count + 1, next, JsonSerializer.Serialize(lengths), work, cancellation))
        {
            throw new InvalidOperationException("Another rotation came in between.");
        }
    }

    private static Task<IReadOnlyList<Known>> KnownTo(UnitOfWork work, CancellationToken cancellation) =>
        work.Query<Known>("SELECT ordinal, check_value, begins FROM sealing_keys ORDER BY ordinal", null, cancellation);

    private KeyRing Fitting(IReadOnlyList<Known> known)
    {
        var secrets = file.Read(known.Count);
        return secrets.Count >= known.Count && known.Zip(secrets).All(each => each.First.CheckValue == CheckValue(each.Second))
            ? new KeyRing([.. known.Zip(secrets, (one, secret) => new RingKey(secret, Begins(one)))], secrets)
            : throw file.Wrong();
    }

    // What cannot be read is none: then seals do not fit, and a finding says so.
    private static Dictionary<string, long> Begins(Known one)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, long>>(one.Begins) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private async Task<bool> Add(int ordinal, byte[] secret, string begins, UnitOfWork work, CancellationToken cancellation)
    {
        work.Changed(SealedTable.SealingKeys, ordinal);
        return await work.TryInsert(
            "INSERT INTO sealing_keys (ordinal, check_value, begins, made_at) VALUES (@ordinal, @check, @begins, @now)",
            new { ordinal, check = CheckValue(secret), begins, now = time.GetUtcNow() }, cancellation);
    }

    private static string CheckValue(byte[] secret) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, "disclosure.cases"u8));

    // The first key, where no check value is kept yet.
    private async Task<KeyRing> Unchecked(UnitOfWork work, CancellationToken cancellation)
    {
        var secrets = file.Read();
        return await FitsEvents(secrets[0], work, cancellation)
            ? new KeyRing([new RingKey(secrets[0], new Dictionary<string, long>())], secrets)
            : throw file.Wrong();
    }

    // A database from before there were check values: the key fits when it made the last seal of a chain.
    private static async Task<bool> FitsEvents(byte[] secret, UnitOfWork work, CancellationToken cancellation)
    {
        var chains = (await ChainEnds.All(work, cancellation)).Where(chain => chain.Head.Length > 0).ToList();
        foreach (var chain in chains)
        {
            var last = await work.Query<EventRow>(
                $"SELECT {EventRow.Columns} FROM case_events "
                    + "WHERE chain = @Chain AND (position = @Length OR position = @Length - 1) ORDER BY position",
                chain, cancellation);
            if (last.Count > 0 && last[^1].SealAfter(last.Count > 1 ? last[0].Hash : "", secret) == last[^1].Hash)
            {
                return true;
            }
        }

        return chains.Count == 0;
    }
}
