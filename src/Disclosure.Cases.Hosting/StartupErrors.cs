using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Hosting;

/// <summary>What an administrator can put right: said in a line, without a stack trace.</summary>
public static class StartupErrors
{
    /// <summary>Whether a start failed for what is configured, not for a fault of the software: a setting, an own wording, a database of another version.</summary>
    public static bool IsConfiguration(Exception problem) =>
        problem is ArgumentException or TemplateFileException or MigrationException or DirectoryNotFoundException;
}
