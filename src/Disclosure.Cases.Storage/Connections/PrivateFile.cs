namespace Disclosure.Cases.Storage.Connections;

/// <summary>Files with personal data are the service's alone to read.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes an empty file where there is none, together with its folder; SQLite takes it as a new database.</summary>
    public static void Ensure(string path)
    {
        if (!File.Exists(path))
        {
            Create(path, FileMode.OpenOrCreate).Dispose();
        }
    }

    /// <summary>Makes a file that its owner alone can read and write.</summary>
    public static FileStream Create(string path, FileMode mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }
}
