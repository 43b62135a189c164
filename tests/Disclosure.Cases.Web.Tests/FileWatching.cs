namespace Disclosure.Cases.Web.Tests;

/// <summary>
/// Hosts watch their settings and style sheets for changes, each with the system's notifications, of which a user has 128: with
/// many hosts at once, here and in processes that inherit this, files are looked at now and then instead.
/// </summary>
[SetUpFixture]
internal sealed class FileWatching
{
    [OneTimeSetUp]
    public void LookNowAndThen() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
}
