using Disclosure.Cases.Agencies;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Systems;

/// <summary>How a token stands.</summary>
internal enum TokenState
{
    /// <summary>Good.</summary>
    Good,

    /// <summary>Good, and not for long.</summary>
    EndsSoon,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Revoked.</summary>
    Revoked,
}

/// <summary>A token in the list of systems.</summary>
/// <param name="AgencyName">Where the system may file.</param>
/// <param name="IsFirst">Whether it is its system's first line, which says what the system is.</param>
internal sealed record TokenLine(ApiClient Client, ApiToken Token, string AgencyName, TokenState State, bool IsFirst);

/// <summary>接入系统: which systems file through the API, with which tokens; made, changed over and revoked here.</summary>
[Authorize(Policies.Administrator)]
internal sealed class IndexModel(IApiClients clients, IAgencies agencies, Commands commands, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    // Whoever keeps a system needs some weeks to change its token.
    private const int SoonInDays = 30;
    private const string Address = "/administration/systems";
    private const string WholeDistrict = "district";
    private const string TokenKey = "Token";

    private IFormCollection? typed;
    private string? sent;

    public IReadOnlyList<TokenLine> Lines { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The token that was just made; null on every other opening of the page.</summary>
    public string? Secret { get; private set; }

    /// <summary>The token about whose revocation the administrator is asked.</summary>
    public TokenLine? Revoking { get; private set; }

    public FieldSet AdmitFields { get; private set; } = null!;

    public FieldSet IssueFields { get; private set; } = null!;

    public async Task OnGetAsync(Guid? revoke)
    {
        Secret = TempData[TokenKey] as string;
        await Read();
        Revoking = Lines.FirstOrDefault(line => line.Token.Id == revoke && line.State != TokenState.Revoked);
    }

    public async Task<IActionResult> OnPostAdmitAsync(CancellationToken cancellation)
    {
        var reader = await ReadTyped("admit");
        var scopes = ApiScopes.All.Where(scope => typed!["Scopes"].Contains(StoredNames.Of(scope))).Aggregate(ApiScope.None, (all, scope) => all | scope);
        Guid? agencyId = reader.Raw("AgencyId") == WholeDistrict ? null : reader.Id("AgencyId");
        return await Make(reader, new AdmitApiClient(reader.Text("Name"), agencyId, scopes, reader.OptionalDate("ExpiresOn")), cancellation);
    }

    public async Task<IActionResult> OnPostIssueAsync(CancellationToken cancellation)
    {
        var reader = await ReadTyped("issue");
        return await Make(reader, new IssueToken(reader.Id("ClientId"), reader.OptionalDate("ExpiresOn")), cancellation);
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellation)
    {
        var reader = await ReadTyped("revoke");
        var result = await commands.Send(new RevokeToken(reader.Id("Id")), cancellation);
        if (result.Succeeded)
        {
            TempData["Done"] = words["令牌已撤销。"].Value;
            return LocalRedirect(Address);
        }

        return await Refused(Finding.Of(result.Refusals));
    }

    private async Task<IActionResult> Make(FormReader reader, ICommand<TokenSecret> command, CancellationToken cancellation)
    {
        if (reader.Findings.Count > 0)
        {
            return await Refused(reader.Findings);
        }

        var made = await commands.Send(command, cancellation);
        if (!made.Succeeded)
        {
            return await Refused(Finding.Of(made.Refusals));
        }

        // Sealed in the browser's cookie for the one page that follows, and nowhere else.
        TempData[TokenKey] = made.Value.Text;
        return LocalRedirect(Address);
    }

    private async Task<IActionResult> Refused(IReadOnlyList<Finding> findings)
    {
        Findings = findings;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Read();
        return Page();
    }

    private async Task<FormReader> ReadTyped(string form)
    {
        sent = form;
        typed = await Request.ReadFormAsync();
        return new FormReader(typed, words);
    }

    private async Task Read()
    {
        var today = time.Today();
        var all = await agencies.AllOn(today);
        var names = all.ToDictionary(agency => agency.Id, agency => agency.Name);
        var known = await clients.All();
        var tokens = (await clients.Tokens()).ToLookup(token => token.ClientId);
        Lines = [.. known.SelectMany(client => tokens[client.Id].Select((token, index) => new TokenLine(
            client, token, client.AgencyId is { } agencyId ? names.GetValueOrDefault(agencyId, "—") : words["全区"].Value, StateOf(token, today), index == 0)))];
        AdmitFields = Set("admit",
            new("Name", words["系统名称"], FieldKind.Line) { Hint = words["显示在案卷的办理经过中。"] },
            new("AgencyId", words["可以申请的机关"], FieldKind.Choice)
            {
                Value = WholeDistrict, Options = [new Option(WholeDistrict, words["全区"]), .. all.Select(agency => new Option(agency.Id.ToString(), agency.Name))],
            },
            new("Scopes", words["权限"], FieldKind.Ticks) { Options = [.. ApiScopes.All.Select(scope => new Option(StoredNames.Of(scope), Texts.Name(scope, Texts.CurrentLanguage)))] },
            Expiry());
        IssueFields = Set("issue",
            new("ClientId", words["系统"], FieldKind.Choice) { Options = [.. known.Select(client => new Option(client.Id.ToString(), client.Name))] },
            Expiry());
    }

    private Field Expiry() => new("ExpiresOn", words["有效至"], FieldKind.Date) { Optional = true, Hint = words["留空则长期有效，直到撤销。"] };

    private FieldSet Set(string form, params Field[] fields) => new(form, fields, sent == form ? typed : null, sent == form ? Findings : []);

    private static TokenState StateOf(ApiToken token, DateOnly today) =>
        token.RevokedAt is not null ? TokenState.Revoked
        : !token.IsGoodOn(today) ? TokenState.Expired
        : token.ExpiresOn <= today.AddDays(SoonInDays) ? TokenState.EndsSoon
        : TokenState.Good;
}
