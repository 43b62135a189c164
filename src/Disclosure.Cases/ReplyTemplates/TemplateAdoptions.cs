using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.ReplyTemplates;

/// <summary>Records that a wording comes into force, unless somebody else was first.</summary>
public sealed class TemplateAdoptions(
    IOwnTemplates templates, ITemplateVersions versions, IAdministrationLog log, CurrentActor actor, TimeProvider time)
{
    /// <summary>The last adoption of each code: what is in force there, unless it names no version.</summary>
    public static IReadOnlyDictionary<string, TemplateAdoption> Last(IEnumerable<TemplateAdoption> adoptions) =>
        adoptions.GroupBy(adoption => adoption.Code)
            .ToDictionary(group => group.Key, group => group.MaxBy(adoption => adoption.Ordinal)!, StringComparer.Ordinal);

    internal async Task<Result<Unit>> Add(string code, string? version, string note, string basedOn, CancellationToken cancellation)
    {
        if (templates.Base(code) is not { } original)
        {
            return new Refusal("template.unknown", code) { Field = "Code" };
        }

        // The store says what is in force, not this process's memory of it.
        var last = Last(await versions.Adoptions(cancellation)).GetValueOrDefault(code);
        if ((last?.Version ?? original.Version) is var inForce && inForce != basedOn)
        {
            return new Refusal("template.changedMeanwhile");
        }

        if (inForce == (version ?? original.Version) && (last?.Version is null) == (version is null))
        {
            return new Refusal("template.inForceAlready") { Field = "Content" };
        }

        var adoption = new TemplateAdoption(code, (last?.Ordinal ?? 0) + 1, version, time.GetUtcNow(), actor.Value.Id, note);
        if (!await versions.Record(adoption, cancellation))
        {
            return new Refusal("template.changedMeanwhile");
        }

        await log.Add(AdministrativeAct.TemplateAdopted, null, null, cancellation, new FieldChange(code, null, note));
        return new Unit();
    }
}
