using Disclosure.Cases.Agencies;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Templates;

/// <summary>What the administrator's pages read of the wordings: where each comes from, who adopted it, what it said.</summary>
internal sealed class TemplateReadingRoom(IOwnTemplates own, ITemplateVersions versions, IUsers users, IStringLocalizer<Words> words)
{
    private readonly Dictionary<Guid, string> names = [];

    public Task<IReadOnlyList<TemplateAdoption>> Adoptions(CancellationToken cancellation) => versions.Adoptions(cancellation);

    /// <summary>Where a wording comes from, in the reader's language.</summary>
    public string SourceOf(ReplyTemplate template) =>
        own.Base(template.Code)?.Version != template.Version ? words["本机关采用"]
        : own.IsFromFolder(template.Code) ? words["配置文件夹"]
        : words["软件自带"];

    /// <summary>Who adopted a wording.</summary>
    public async Task<string> NameOf(Guid userId, CancellationToken cancellation) =>
        names.TryGetValue(userId, out var known) ? known : names[userId] = (await users.Find(userId, cancellation))?.Name ?? "—";

    /// <summary>What came into force under a template's code, the latest first; at the end what holds where none is adopted.</summary>
    public async Task<IReadOnlyList<TemplateStep>> HistoryOf(string code, CancellationToken cancellation)
    {
        var original = Base(code);
        var steps = new List<TemplateStep>();
        foreach (var adoption in (await Adoptions(cancellation)).Where(adoption => adoption.Code == code)
            .OrderByDescending(adoption => adoption.Ordinal))
        {
            steps.Add(new TemplateStep(
                adoption.Version ?? original.Version,
                adoption.Version is null ? SourceOf(original) : words["本机关采用"],
                adoption,
                await NameOf(adoption.AdoptedBy, cancellation)));
        }

        return [.. steps, new TemplateStep(original.Version, SourceOf(original), null, "")];
    }

    /// <summary>What is adopted with a null version: the wording that holds where none is adopted.</summary>
    public ReplyTemplate Base(string code) => own.Base(code)!;

    /// <summary>The whole file of a wording, or null when it was never kept.</summary>
    public async Task<string?> Content(string code, string version, CancellationToken cancellation) =>
        own.Base(code) is { } original && original.Version == version ? original.Source : await versions.Content(version, cancellation);

    /// <summary>Judges a wording that is to take the place of the one in force.</summary>
    public TemplateReading Judge(string code, string content) => own.Judge(code, AdoptTemplate.Plain(content));

    /// <summary>Takes over what was adopted on another server.</summary>
    public Task Refresh(CancellationToken cancellation) => own.Refresh(versions, cancellation);
}
