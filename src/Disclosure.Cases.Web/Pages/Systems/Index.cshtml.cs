using Disclosure.Cases.Agencies;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Systems;

/// <summary>How a token stands.</summary>
internal enum TokenState
{
    Good,

    /// <summary>Good, and not for long.</summary>
    EndsSoon,

    /// <summary>Its time is over.</summary>
    Expired,

    Revoked,
}

/// <summary>A token in the list of systems.</summary>
/// <param name="AgencyName">Where the system may file.</param>
/// <param name="IsFirst">Whether it is its system's first line, which says what the system is.</param>
internal sealed record TokenLine(ApiClient Client, ApiToken Token, string AgencyName, TokenState State, bool IsFirst);

/// <summary>接入系统: which systems file through the API, with which tokens; made, changed over and revoked here.</summary>
[Authorize(Policies.SystemAdministrator)]
internal sealed class IndexModel(
    IApiClients clients, IAgencies agencies, Commands commands, TimeProvider time, IStringLocalizer<Words> words) : FormPage(commands)
{
    // Whoever keeps a system needs some weeks to change its token.
    private const int SoonInDays = 30;
    private const string Address = "/administration/systems";
    private const string TokenKey = "Token";

    /// <summary>The token that is asked about, by its id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Revoke { get; set; }

    public IReadOnlyList<TokenLine> Lines { get; private set; } = [];

    /// <summary>The token that was just made; null on every other opening of the page.</summary>
    public string? Secret { get; private set; }

    /// <summary>The token about whose revocation the administrator is asked.</summary>
    public TokenLine? Revoking { get; private set; }

    public FieldSet AdmitFields { get; private set; } = null!;

    public FieldSet IssueFields { get; private set; } = null!;

    public Task<IActionResult> OnPostAdmitAsync(
        [Typed] string name, [Typed] Guid? agencyId, string[] scopes, [Typed] DateOnly? expiresOn, CancellationToken cancellation)
    {
        var granted = ApiScopes.All.Where(scope => scopes.Contains(StoredNames.Of(scope)))
            .Aggregate(ApiScope.None, (all, scope) => all | scope);
        return Send("admit", new AdmitApiClient(name, agencyId, granted, expiresOn), Made, cancellation);
    }

    public Task<IActionResult> OnPostIssueAsync([Typed] Guid clientId, [Typed] DateOnly? expiresOn, CancellationToken cancellation) =>
        Send("issue", new IssueToken(clientId, expiresOn), Made, cancellation);

    public Task<IActionResult> OnPostRevokeAsync([Typed] Guid id, CancellationToken cancellation) =>
        Send("revoke", new RevokeToken(id), _ => Done(words["令牌已撤销。"], Address), cancellation);

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        var today = time.Today();
        var all = await agencies.AllOn(today, cancellation);
        var names = all.ToDictionary(agency => agency.Id, agency => agency.Name);
        var known = await clients.All(cancellation);
        var tokens = (await clients.Tokens(cancellation)).ToLookup(token => token.ClientId);
        Lines = [.. known.SelectMany(client => tokens[client.Id].Select((token, index) => new TokenLine(
            client, token, client.AgencyId is { } agencyId ? names.GetValueOrDefault(agencyId, "—") : words["全区"].Value,
            StateOf(token, today), index == 0)))];
        AdmitFields = Form("admit",
            new("Name", words["系统名称"], FieldKind.Line) { Hint = words["显示在案卷的办理经过中。"] },
            new("AgencyId", words["可以申请的机关"], FieldKind.Choice)
            {
                Value = FormReader.All,
                Options = [new Option(FormReader.All, words["全区"]), .. all.Select(agency => new Option(agency.Id.ToString(), agency.Name))],
            },
            new("Scopes", words["权限"], FieldKind.Ticks)
            {
                Options = [.. ApiScopes.All.Select(scope => new Option(StoredNames.Of(scope), Texts.Name(scope, Texts.CurrentLanguage)))],
            },
            Expiry());
        IssueFields = Form("issue",
            new("ClientId", words["系统"], FieldKind.Choice)
            {
                Options = [.. known.Select(client => new Option(client.Id.ToString(), client.Name))],
            },
            Expiry());
        if (HttpMethods.IsGet(Request.Method))
        {
            Secret = TempData[TokenKey] as string;
            Revoking = Lines.FirstOrDefault(line => line.Token.Id == Revoke && line.State != TokenState.Revoked);
        }

        return true;
    }

    // Sealed in the browser's cookie for the one page that follows, and nowhere else.
    private LocalRedirectResult Made(TokenSecret made)
    {
        TempData[TokenKey] = made.Text;
        return LocalRedirect(Address);
    }

    private Field Expiry() => new("ExpiresOn", words["有效至"], FieldKind.Date) { Optional = true, Hint = words["留空则长期有效，直到撤销。"] };

    private static TokenState StateOf(ApiToken token, DateOnly today) =>
        token.RevokedAt is not null ? TokenState.Revoked
        : !token.IsGoodOn(today) ? TokenState.Expired
        : token.ExpiresOn <= today.AddDays(SoonInDays) ? TokenState.EndsSoon
        : TokenState.Good;
}
