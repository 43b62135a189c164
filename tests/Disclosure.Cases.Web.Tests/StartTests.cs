using Disclosure.Cases.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Cases.Web.Tests;

internal sealed class StartTests
{
    [Test]
    public async Task FirstAdministrator_NothingSet_SaysEveryKey()
    {
        using var office = await new Office().Open();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            using var empty = new Office().With("Administrator:Password", "").With("Administrator:Agency:Court", "");
            var failure = Assert.Catch(() => empty.CreateClient());
            Assert.That(failure!.Message, Does.Not.Contain("NullReference"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestCase(null, "disclosure.db")]
    [TestCase("Data Source=/var/lib/disclosure/cases.db", "/var/lib/disclosure/cases.db")]
    [TestCase("Server=db;Initial Catalog=Disclosure", "Initial Catalog=Disclosure")]
    public void DatabasePlace_OfConfiguration_IsThatOrDataAtTheRoot(string? configured, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Disclosure", configured)]).Build();
        var place = DatabasePlace.Of(configuration, AppContext.BaseDirectory);
        Assert.Multiple(() =>
        {
            Assert.That(place.ConnectionString, Does.EndWith(expected));
            Assert.That(Path.GetFileName(place.Folder), Is.EqualTo(configured?.Contains("/var/lib", StringComparison.Ordinal) == true ? "disclosure" : "data"));
        });
    }
}
