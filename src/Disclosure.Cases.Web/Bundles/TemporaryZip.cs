namespace Disclosure.Cases.Web.Bundles;

/// <summary>
/// A ZIP on its way to somebody. Scans may be large: it goes to a file that is gone with the answer, not to memory. And what fails, fails
/// as a whole: half a ZIP would look like all there is.
/// </summary>
internal static class TemporaryZip
{
    /// <summary>The ZIP, from its beginning; whoever gets it disposes of it.</summary>
    public static async Task<Stream> Make(Func<Stream, Task> write)
    {
        var zip = Open();
        try
        {
            await write(zip);
        }
        catch
        {
            await zip.DisposeAsync();
            throw;
        }

        zip.Position = 0;
        return zip;
    }

    private static FileStream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
