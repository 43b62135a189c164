using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Testing;

/// <summary>A SQLite file with this version's schema and nothing in it, made once and copied for whoever needs one.</summary>
internal static class MigratedFile
{
    private static readonly Lazy<Task<byte[]>> Once = new(Make);

    public static async Task CopyTo(string path) => await File.WriteAllBytesAsync(path, await Once.Value);

    private static async Task<byte[]> Make()
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-schema-");
        var path = Path.Combine(folder.FullName, "cases.db");
        var connectionString = $"Data Source={path};Pooling=False";
        using (var database = new Database(connectionString))
        {
            await new Migrations(database, TimeProvider.System).Apply(default);
        }

        var bytes = await File.ReadAllBytesAsync(path);
        folder.Delete(recursive: true);
        return bytes;
    }
}
