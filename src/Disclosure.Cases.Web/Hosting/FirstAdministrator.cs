using Disclosure.Cases.Agencies;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>Somebody must be able to sign in first: in Production from configuration, once, while there is no user.</summary>
internal static class FirstAdministrator
{
    private static readonly string[] Keys =
    [
        "SignInName", "Password", "Agency:Name", "Agency:Code", "Agency:Office", "Agency:Address", "Agency:Postcode", "Agency:Phone",
        "Agency:ReconsiderationOrgan", "Agency:ReconsiderationAddress", "Agency:Court",
    ];

    /// <summary>Makes the first administrator where nobody can sign in yet.</summary>
    /// <returns>Null, or what has to be set before the application can start.</returns>
    public static async Task<string?> Ensure(IServiceProvider services, IConfiguration configuration, CancellationToken cancellation)
    {
        var users = services.GetRequiredService<IUsers>();
        if (await users.Any(cancellation))
        {
            return null;
        }

        var section = configuration.GetSection("Administrator");
        var missing = Keys
            .Where(key => string.IsNullOrWhiteSpace(section[key])).ToList();
        if (missing.Count > 0)
        {
            return Explain(missing);
        }

        if (Passwords.Fault(
            section["Password"]!, section["SignInName"], section["Name"], section["Agency:Name"], section["Agency:Code"]) is { } fault)
        {
            return $"Administrator:Password: {fault.Say(Texts.English)} {fault.Say()}";
        }

        // Of two hosts that start at once, the second finds what the first one made.
        try
        {
            return await services.GetRequiredService<IUnitOfWork>().Run(
                async () =>
                {
                    if (!await users.Any(cancellation))
                    {
                        await Make(services, section, cancellation);
                    }

                    return (string?)null;
                },
                _ => true,
                cancellation);
        }
        catch (Exception)
        {
            if (await users.Any(cancellation))
            {
                return null;
            }

            throw;
        }
    }

    private static async Task Make(IServiceProvider services, IConfigurationSection section, CancellationToken cancellation)
    {
        var agencies = services.GetRequiredService<IAgencies>();
        var ids = services.GetRequiredService<IIds>();
        var today = services.GetRequiredService<TimeProvider>().Today();
        var agency = await ExistingAgency(agencies, section["Agency:Code"]!, today, cancellation)
            ?? FromConfiguration(section.GetSection("Agency"), ids.Next());
        if ((await agencies.AllOn(today, cancellation)).All(known => known.Id != agency.Id))
        {
            await agencies.Add(agency, cancellation);
        }

        var name = section["SignInName"]!.Trim();
        await services.GetRequiredService<IUsers>().Add(
            new User(ids.Next(), name, section["Name"] ?? name, Role.Administrator, agency.Id, true), section["Password"]!, cancellation);
    }

    private static async Task<Agency?> ExistingAgency(IAgencies agencies, string code, DateOnly today, CancellationToken cancellation) =>
        (await agencies.AllOn(today, cancellation)).FirstOrDefault(agency => agency.Code == code);

    // Valid from the first regulation's day, so that older applications can be entered as well.
    private static Agency FromConfiguration(IConfigurationSection agency, Guid id) => new(
        id,
        RuleSet.EarliestReceipt,
        agency["Code"]!,
        agency["Name"]!,
        agency.GetValue("Kind", AgencyKind.DistrictGovernment),
        agency["Office"]!,
        agency["Address"]!,
        agency["Postcode"]!,
        agency["Phone"]!,
        agency["ReconsiderationOrgan"]!,
        agency["ReconsiderationAddress"]!,
        agency["Court"]!,
        agency.GetValue("Masthead", MastheadKind.Letter));

    private static string Explain(IReadOnlyList<string> missing) => $"""
        数据库中还没有用户，无法启动。请先设置第一位管理员及其所在机关（仅首次启动需要）：
        The database has no user yet. Set the first administrator and the agency (first start only):

        {string.Join(Environment.NewLine, missing.Select(key => $"  Administrator:{key}    (environment: Administrator__{key.Replace(":", "__", StringComparison.Ordinal)})"))}

        示范数据请在开发环境启动：ASPNETCORE_ENVIRONMENT=Development
        For demonstration data start with ASPNETCORE_ENVIRONMENT=Development.
        """;
}
