using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.ApiClients;

/// <summary>接入系统: admits a system and gives it its first token.</summary>
/// <param name="Name">Its name, unlike every other's.</param>
/// <param name="AgencyId">The one agency that it may file at; null: any.</param>
/// <param name="Scopes">What it may do; at least one.</param>
/// <param name="ExpiresOn">The token's last day; null: until it is revoked.</param>
public sealed record AdmitApiClient(string Name, Guid? AgencyId, ApiScope Scopes, DateOnly? ExpiresOn) : ICommand<TokenSecret>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class AdmitApiClientRules : AbstractValidator<AdmitApiClient>
{
    private const ApiScope Any = ApiScope.WriteApplications | ApiScope.ConfirmReceipt | ApiScope.ReadApplications | ApiScope.ReadDocuments;

    public AdmitApiClientRules(TimeProvider time)
    {
        RuleFor(command => command.Name).IsLine(100);
        RuleFor(command => command.Scopes).Must(scopes => scopes != ApiScope.None && (scopes & ~Any) == 0).Refuse("apiClient.noScope");
        RuleFor(command => command.ExpiresOn).IsStillToCome(time);
    }
}

internal sealed class AdmitApiClientHandler(
    IApiClients clients, IAgencies agencies, IAdministrationLog log, CurrentActor actor, TimeProvider time, IIds ids)
    : ICommandHandler<AdmitApiClient, TokenSecret>
{
    public async Task<Result<TokenSecret>> Handle(AdmitApiClient request, CancellationToken cancellationToken)
    {
        if (request.AgencyId is { } agencyId
            && (await agencies.AllOn(time.Today(), cancellationToken)).All(agency => agency.Id != agencyId))
        {
            return new Refusal("choice.unknown") { Field = nameof(request.AgencyId) };
        }

        var client = new ApiClient(ids.Next(), request.Name.Trim(), request.Scopes, request.AgencyId, actor.Value.Id, time.GetUtcNow());
        if (!await clients.Add(client, cancellationToken))
        {
            return new Refusal("apiClient.nameTaken") { Field = nameof(request.Name) };
        }

        var secret = TokenSecret.New();
        await clients.Add(new ApiToken(
            ids.Next(), client.Id, secret.Prefix, secret.Hash, actor.Value.Id,
            client.AdmittedAt, request.ExpiresOn, null, null, null), cancellationToken);
        await log.Add(
            AdministrativeAct.ApiClientAdmitted, client.AgencyId, null, cancellationToken,
            new FieldChange(JournalFields.Name, null, client.Name), new FieldChange(JournalFields.Token, null, secret.Prefix));
        return secret;
    }
}
