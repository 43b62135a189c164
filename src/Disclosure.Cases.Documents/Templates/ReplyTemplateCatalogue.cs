using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using Disclosure.Cases.Documents.Linting;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Templates;

/// <summary>
/// The wordings of an office: those that come with the software or lie in the configured folder, and on top of them what
/// an administrator adopted. Wordings are known by their content, so one once read never changes; what is in force is a
/// snapshot that is swapped whole.
/// </summary>
/// <param name="original">What holds where nothing was adopted.</param>
/// <param name="kept">Reads the content of a wording from the store, by its version; null when it was never kept.</param>
public sealed class ReplyTemplateCatalogue(EmbeddedReplyTemplates original, Func<string, Task<string?>> kept)
    : IReplyTemplates, IOwnTemplates
{
    private readonly ConcurrentDictionary<string, ReplyTemplate?> wordings = new(
        original.All.Select(template => KeyValuePair.Create<string, ReplyTemplate?>(template.Version, template)), StringComparer.Ordinal);

    private volatile Snapshot now = new(original.All, original.All.ToFrozenDictionary(template => template.Code));
    private volatile bool hasKeptOriginals;

    /// <inheritdoc/>
    public IReadOnlyList<ReplyTemplate> All => now.All;

    /// <inheritdoc/>
    public ReplyTemplate? Find(string code) => now.ByCode.GetValueOrDefault(code);

    /// <inheritdoc/>
    public ReplyTemplate? Find(string code, string? version)
    {
        if (version is null || Find(code) is { } inForce && inForce.Version == version)
        {
            return Find(code);
        }

        // Letters are made without waiting; a wording is read at most once, and hardly ever here.
        var wording = wordings.TryGetValue(version, out var known)
            ? known
            : Remember(version, Task.Run(() => kept(version)).GetAwaiter().GetResult());
        return wording?.Code == code ? wording : null;
    }

    /// <inheritdoc/>
    public ReplyTemplate? ForPart(string ground) => Find(ground) is { SpeaksOfParts: true } own ? own : original.ForPart(ground);

    /// <inheritdoc/>
    public ReplyTemplate? Base(string code) => original.Find(code);

    /// <inheritdoc/>
    public bool IsFromFolder(string code) => original.IsFromFolder(code);

    /// <inheritdoc/>
    public TemplateReading Judge(string code, string content) => TemplateLint.Judge(code, content);

    /// <inheritdoc/>
    public async Task Refresh(ITemplateVersions versions, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(versions);
        if (!hasKeptOriginals)
        {
            foreach (var template in original.All)
            {
                await versions.Keep(template.Version, template.Code, template.Source, cancellation);
            }

            hasKeptOriginals = true;
        }

        // What was not there a minute ago may have been kept by another server since.
        foreach (var (version, wording) in wordings)
        {
            if (wording is null)
            {
                wordings.TryRemove(KeyValuePair.Create(version, wording));
            }
        }

        var inForce = original.All.ToDictionary(template => template.Code, StringComparer.Ordinal);
        foreach (var (code, adoption) in TemplateAdoptions.Last(await versions.Adoptions(cancellation)))
        {
            if (adoption.Version is not { } version || !inForce.ContainsKey(code))
            {
                continue;
            }

            if ((wordings.GetValueOrDefault(version) ?? Remember(version, await versions.Content(version, cancellation))) is { } own
                && own.Code == code)
            {
                inForce[code] = own;
            }
        }

        now = new Snapshot(EmbeddedReplyTemplates.InOrder(inForce.Values), inForce.ToFrozenDictionary(StringComparer.Ordinal));
    }

    // A wording that this version of the software cannot read any more is as one that is not there: then the original holds.
    private ReplyTemplate? Remember(string version, string? content)
    {
        ReplyTemplate? wording = null;
        if (content is not null)
        {
            try
            {
                wording = TemplateFile.Read(version, Encoding.UTF8.GetBytes(content));
            }
            catch (TemplateFileException)
            {
                wording = null;
            }
        }

        return wordings[version] = wording is { } read && read.Version == version ? read : null;
    }

    private sealed record Snapshot(IReadOnlyList<ReplyTemplate> All, FrozenDictionary<string, ReplyTemplate> ByCode);
}
