using System.Security.Cryptography;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Sealing;

/// <summary>
/// The file of the keys that seal the records, a line each, the oldest first. It stands outside the database, readable by the
/// service alone.
/// </summary>
internal sealed class ChainKey(string path)
{
    private const int Length = 32;
    private List<byte[]> read = [];

    /// <summary>The keys.</summary>
    /// <param name="atLeast">How many there are at least: another process may have added one since they were read last.</param>
    /// <exception cref="SealingKeyException">There is no file, or it cannot be read.</exception>
    public IReadOnlyList<byte[]> Read(int atLeast = 1)
    {
        if (read.Count >= atLeast)
        {
            return read;
        }

        if (!Exists)
        {
            throw new SealingKeyException("key.missing", path);
        }

        try
        {
            var keys = File.ReadAllLines(path).Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line => Convert.FromBase64String(line.Trim())).ToList();
            return keys.Count > 0 && keys.TrueForAll(key => key.Length == Length) ? read = keys : throw new FormatException();
        }
        catch (FormatException problem)
        {
            throw new SealingKeyException("key.damaged", path, problem);
        }
    }

    /// <summary>Where it is.</summary>
    public string Path => System.IO.Path.GetFullPath(path);

    /// <summary>Whether there is one.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>The refusal of a key that does not fit the database.</summary>
    public SealingKeyException Wrong() => new("key.wrong", path);

    /// <summary>Makes the first key, unless there is a file.</summary>
    public void Create()
    {
        if (!Exists)
        {
            Write([RandomNumberGenerator.GetBytes(Length)], overwrite: false);
        }
    }

    /// <summary>Adds a key, by which the records are sealed from now on.</summary>
    public void Add()
    {
        Write([.. Read(), RandomNumberGenerator.GetBytes(Length)], overwrite: true);
        read = [];
    }

    // Written aside and moved into place, so that another process never reads half a key; who comes second takes the first one's.
    private void Write(IEnumerable<byte[]> keys, bool overwrite)
    {
        var aside = $"{Path}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(PrivateFile.Create(aside, FileMode.CreateNew)))
        {
            foreach (var key in keys)
            {
                writer.WriteLine(Convert.ToBase64String(key));
            }
        }

        try
        {
            File.Move(aside, Path, overwrite);
        }
        catch (IOException) when (Exists)
        {
            File.Delete(aside);
        }
    }
}
