namespace Disclosure.Cases.Storage.Sealing;

/// <summary>A key, and from which position of each chain on it seals; of a chain that it does not name, from the first.</summary>
internal sealed record RingKey(byte[] Secret, IReadOnlyDictionary<string, long> Begins);

/// <summary>The keys that fit the database, the oldest first.</summary>
/// <param name="file">All keys of the file: of a database that went back to a backup, it may have later ones.</param>
internal sealed class KeyRing(IReadOnlyList<RingKey> keys, IReadOnlyList<byte[]> file)
{
    /// <summary>The name of the calendar's journal among the chains.</summary>
    public const string Calendar = "calendar";

    /// <summary>The key that seals now.</summary>
    public byte[] Current => keys[^1].Secret;

    /// <summary>All that a line outside the database may be sealed with.</summary>
    public IEnumerable<byte[]> All => file;

    /// <summary>The key of an ordinal, from 1; null where there is none.</summary>
    public byte[]? Of(int ordinal) => ordinal >= 1 && ordinal <= keys.Count ? keys[ordinal - 1].Secret : null;

    /// <summary>How many keys there are.</summary>
    public int Count => keys.Count;

    /// <summary>The key that sealed an entry.</summary>
    /// <param name="chain">The chain's id, or <see cref="Calendar"/>.</param>
    /// <param name="position">The entry's position in it, from 1.</param>
    public byte[] At(string chain, long position) =>
        keys.Last(key => key == keys[0] || !key.Begins.TryGetValue(chain, out var from) || position >= from).Secret;
}
