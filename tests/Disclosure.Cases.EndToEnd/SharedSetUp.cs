namespace Disclosure.Cases.EndToEnd;

/// <summary>
/// One browser and one invented district for all tests. Seeding keeps one core busy for half a minute: it begins at once,
/// and the tests that need no district run meanwhile.
/// </summary>
[SetUpFixture]
internal sealed class SharedSetUp
{
    private static Browsers? browsers;
    private static Task<DemonstrationDistrict>? district;

    public static Browsers Browsers => browsers!;

    /// <summary>The invented district, once it has been seeded and is served.</summary>
    public static Task<DemonstrationDistrict> District => district!;

    [OneTimeSetUp]
    public async Task Open()
    {
        browsers = await Browsers.Start();
        district = Task.Run(DemonstrationDistrict.Open);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (district is not null)
        {
            await (await district).DisposeAsync();
            district.Dispose();
        }

        if (browsers is not null)
        {
            await browsers.DisposeAsync();
        }
    }
}
