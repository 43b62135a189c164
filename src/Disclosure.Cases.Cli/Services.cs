using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Messages;
using Disclosure.Cases.Documents.Spreadsheets;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Cli;

/// <summary>The command line's container: the same store as the web host's, found the same way.</summary>
internal static class Services
{
    private const string Variable = "ConnectionStrings__Disclosure";

    /// <summary>Whether a database is named, by the option or by the environment.</summary>
    public static bool NamesDatabase(string? connectionString) => (connectionString ?? Environment.GetEnvironmentVariable(Variable)) is { Length: > 0 };

    public static ServiceProvider Build(string? connectionString)
    {
        var options = StoragePlace.Of(connectionString ?? Environment.GetEnvironmentVariable(Variable), Environment.CurrentDirectory);
        return new ServiceCollection()
            .AddSingleton(options)
            .AddSingleton(provider => new ReplyTemplateCatalogue(new EmbeddedReplyTemplates(), provider.KeptWordings()))
            .AddSingleton<IReplyTemplates>(provider => provider.GetRequiredService<ReplyTemplateCatalogue>())
            .AddSingleton<IOwnTemplates>(provider => provider.GetRequiredService<ReplyTemplateCatalogue>())
            .AddSingleton<ILetters, Letters>()
            .AddSingleton<IMessageTexts>(_ => new MessageTexts())
            .AddSingleton<ICaseLedgerSheets, CaseLedgerSheets>()
            .AddDisclosureStorage(options)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
