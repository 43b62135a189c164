using Disclosure.Cases.Agencies;
using Disclosure.Cases.Demonstration.District;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Demonstration.Stories;

/// <summary>Who and what the stories are about.</summary>
internal sealed record Cast(
    DistrictData Data, People People, IReadOnlyDictionary<string, Office> Offices, User Manager, IReplyTemplates Templates)
{
    public string TitleOf(string template) => Templates.Find(template)!.Title;

    /// <summary>Another office than the given one, whose information people ask for in the wrong place.</summary>
    public Office OtherThan(Office office, Random random)
    {
        var others = Offices.Values.Where(other => other != office && other.Entry.Kind == AgencyKind.Department).ToList();
        return others[random.Next(others.Count)];
    }
}
