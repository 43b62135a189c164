using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Benchmarks.Jobs;

/// <summary>The jobs on the demonstration district: how many run in a second, how soon they begin, what they cost an idle host.</summary>
internal static class JobsContest
{
    public static async Task<int> Run(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-jobs-");
        string In(string name) => Path.Combine(folder.FullName, name);
        try
        {
            var district = await District.Found(In("district"));
            await RateContest.Run(district.Copy(In("rate")));
            SqliteConnection.ClearAllPools();
            await PromptnessContest.Run(district.Copy(In("promptness")), rounds);
            await IdleContest.Run(district.Copy(In("with")), district.Copy(In("without")));
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
