using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.Demonstration.Simulation;

/// <summary>An agency with the people who work on its cases.</summary>
internal sealed record Office(District.AgencyEntry Entry, Agency Agency, IReadOnlyList<User> Clerks, IReadOnlyList<User> Reviewers)
{
    public string Name => Agency.Name;

    /// <summary>How to reach it, as letters of other agencies name it.</summary>
    public string Contact => $"{Agency.Office}，地址：{Agency.Address}，电话：{Agency.Phone}";
}
