using Disclosure.Cases.Delivery;
using Disclosure.Cases.Documents;
using Disclosure.Cases.Documents.Messages;
using Disclosure.Cases.Documents.Spreadsheets;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Storage;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>Puts the domain, its store and its letters into the container.</summary>
internal static class DomainServices
{
    /// <summary>Registers commands, store and letters. <c>Templates:Folder</c> may name a folder with the office's own wordings; what an administrator adopted goes on top.</summary>
    public static void AddDisclosureCases(this WebApplicationBuilder builder, StorageOptions records)
    {
        var wordings = builder.Configuration["Templates:Folder"];
        builder.Services.AddSingleton(provider => new ReplyTemplateCatalogue(new EmbeddedReplyTemplates(wordings), provider.KeptWordings()));
        builder.Services.AddSingleton<IReplyTemplates>(provider => provider.GetRequiredService<ReplyTemplateCatalogue>());
        builder.Services.AddSingleton<IOwnTemplates>(provider => provider.GetRequiredService<ReplyTemplateCatalogue>());
        builder.Services.AddSingleton<ILetters, Letters>();
        builder.Services.AddSingleton<IMessageTexts>(_ => new MessageTexts(wordings));
        builder.Services.AddSingleton<ICaseLedgerSheets, CaseLedgerSheets>();
        builder.Services.AddDisclosureDelivery(builder.Configuration);
        builder.Services.AddDisclosureStorage(records);
    }
}
