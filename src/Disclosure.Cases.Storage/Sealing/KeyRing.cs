namespace Disclosure.Cases.Storage.Sealing;

/// <summary>A key, and from which position of each chain on it seals; of a chain that it does not name, from the first.</summary>
internal sealed record RingKey(byte[] Secret, IReadOnlyDictionary<string, long> Begins);

/// <summary>The keys that fit the database, the oldest first.</summary>
internal sealed class KeyRing(IReadOnlyList<RingKey> keys)
{
    /// <summary>The name of the calendar's journal among the chains.</summary>
    public const string Calendar = "calendar";

    /// <summary>The key that seals now.</summary>
    public byte[] Current => keys[^1].Secret;

    /// <summary>All of them.</summary>
    public IEnumerable<byte[]> All => keys.Select(key => key.Secret);

    /// <summary>How many keys there are.</summary>
    public int Count => keys.Count;

    /// <summary>The key that sealed an entry.</summary>
    /// <param name="chain">The chain's id, or <see cref="Calendar"/>.</param>
    /// <param name="position">The entry's position in it, from 1.</param>
    public byte[] At(string chain, long position) =>
        keys.Last(key => key == keys[0] || !key.Begins.TryGetValue(chain, out var from) || position >= from).Secret;
}
