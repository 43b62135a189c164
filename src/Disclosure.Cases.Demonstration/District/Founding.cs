using Disclosure.Cases.Agencies;
using Disclosure.Cases.Demonstration.Simulation;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Demonstration.District;

/// <summary>Sets up the agencies and their people.</summary>
internal sealed class Founding(IAgencies agencies, IUsers users, IApprovalChains chains, IIds ids)
{
    /// <summary>Everybody's password, printed for every visitor: the one that need not keep the rule of <see cref="Passwords"/>.</summary>
    public const string Password = "shifan-2026";

    private static readonly (string SignInName, string Name, Role Role, string Title)[] GovernmentPeople =
    [
        ("clerk", "李某", Role.Clerk, "经办人"),
        ("clerk2", "周某", Role.Clerk, "经办人"),
        ("reviewer", "王某某", Role.Reviewer, "审核签发人"),
        ("reviewer2", "赵某", Role.Reviewer, "审核签发人"),
        ("manager", "孙某", Role.Manager, "政府信息公开工作主管部门"),
        ("admin", "管理员", Role.Administrator, "系统管理员"),
    ];

    private static readonly DateOnly Since = new(2019, 5, 15);
    private static readonly string[] Clerks = ["李某", "周某", "陈某某", "刘某", "杨某某", "黄某", "吴某某", "徐某"];
    private static readonly string[] Reviewers = ["王某某", "赵某", "孙某某", "马某", "朱某某", "胡某", "郭某某", "何某"];

    // A department and a street office whose sign-ins are told to visitors.
    private static readonly string[] Shown = ["housing", "longxi"];

    /// <summary>The sign-ins worth knowing.</summary>
    public List<DemonstrationSignIn> SignIns { get; } = [];

    /// <summary>Who watches the district.</summary>
    public User Manager { get; private set; } = null!;

    /// <summary>The sign-in names of everybody in the district.</summary>
    public static IEnumerable<string> SignInNames(DistrictData data) =>
    [
        .. GovernmentPeople.Select(person => person.SignInName),
        .. data.Agencies.Where(entry => entry.Slug != DistrictData.GovernmentSlug)
            .SelectMany(entry => new[] { ClerkOf(entry), ReviewerOf(entry) }),
    ];

    public async Task<IReadOnlyDictionary<string, Office>> Found(DistrictData data, CancellationToken cancellation)
    {
        var government = data.Agencies.Single(entry => entry.Slug == DistrictData.GovernmentSlug);
        var offices = new Dictionary<string, Office>();
        foreach (var entry in data.Agencies)
        {
            var agency = AgencyOf(entry, government);
            await agencies.Add(agency, cancellation);
            offices.Add(entry.Slug, entry == government
                ? await Government(entry, agency, cancellation)
                : await Ordinary(entry, agency, offices.Count, cancellation));
        }

        // A state secret is refused by two people, one after the other.
        await chains.Set(offices[government.Slug].Agency.Id, TemplateCodes.RefusedStateSecret, 2, cancellation);
        return offices;
    }

    private Agency AgencyOf(AgencyEntry entry, AgencyEntry government)
    {
        var isGovernment = entry == government;
        return new Agency(
            ids.Next(),
            Since,
            entry.Code,
            entry.Name,
            entry.Kind,
            entry.Office,
            entry.Address,
            "000000",
            entry.Phone,
            isGovernment ? "示范市人民政府" : government.Name,
            isGovernment ? "示范市市民中心1号（演示数据）" : government.Address,
            isGovernment ? "示范市中级人民法院" : "示范市示范区人民法院",
            entry.Masthead);
    }

    private async Task<Office> Government(AgencyEntry entry, Agency agency, CancellationToken cancellation)
    {
        var hired = new List<User>();
        foreach (var (signInName, name, role, title) in GovernmentPeople)
        {
            hired.Add(await Hire(agency, signInName, name, role, cancellation));
            SignIns.Add(new(signInName, title, agency.Name));
        }

        Manager = hired.Single(user => user.Roles == Role.Manager);
        return new Office(entry, agency, Of(Role.Clerk), Of(Role.Reviewer));

        List<User> Of(Role role) => [.. hired.Where(user => user.Roles == role)];
    }

    private async Task<Office> Ordinary(AgencyEntry entry, Agency agency, int index, CancellationToken cancellation)
    {
        var clerk = await Hire(agency, ClerkOf(entry), Clerks[index % Clerks.Length], Role.Clerk, cancellation);
        var reviewer = await Hire(agency, ReviewerOf(entry), Reviewers[index % Reviewers.Length], Role.Reviewer, cancellation);
        if (Shown.Contains(entry.Slug))
        {
            SignIns.Add(new(clerk.SignInName, "经办人", agency.Name));
            SignIns.Add(new(reviewer.SignInName, "审核签发人", agency.Name));
        }

        return new Office(entry, agency, [clerk], [reviewer]);
    }

    private static string ClerkOf(AgencyEntry entry) => $"{entry.Slug}-clerk";

    private static string ReviewerOf(AgencyEntry entry) => $"{entry.Slug}-reviewer";

    private async Task<User> Hire(Agency agency, string signInName, string name, Role role, CancellationToken cancellation)
    {
        var user = new User(ids.Next(), signInName, name, role, agency.Id, true);
        await users.Add(user, Password, cancellation);
        return user;
    }
}
