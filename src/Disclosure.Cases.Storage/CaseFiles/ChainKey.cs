using System.Security.Cryptography;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>The key that seals the chains. It stands in a file outside the database, readable by the service alone.</summary>
internal sealed class ChainKey(string path)
{
    private const int Length = 32;
    private byte[]? bytes;

    /// <summary>The key.</summary>
    /// <param name="mayCreate">Whether a missing key may be made: only while no chain has begun.</param>
    /// <exception cref="InvalidOperationException">The key is missing or cannot be read.</exception>
    public byte[] Read(bool mayCreate)
    {
        if (bytes is not null)
        {
            return bytes;
        }

        if (!File.Exists(path))
        {
            if (!mayCreate)
            {
                throw new InvalidOperationException($"The chain key '{path}' is missing, but events were sealed with it: put it back.");
            }

            Create();
        }

        try
        {
            var key = Convert.FromBase64String(File.ReadAllText(path).Trim());
            return key.Length == Length ? bytes = key : throw new FormatException();
        }
        catch (FormatException problem)
        {
            throw new InvalidOperationException($"The chain key '{path}' is damaged.", problem);
        }
    }

    // Written aside and moved into place, so that another process never reads half a key; who comes second takes the first one's.
    private void Create()
    {
        var full = Path.GetFullPath(path);
        var aside = $"{full}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(PrivateFile.Create(aside, FileMode.CreateNew)))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        }

        try
        {
            File.Move(aside, full, overwrite: false);
        }
        catch (IOException) when (File.Exists(full))
        {
            File.Delete(aside);
        }
    }
}
