using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.ApiClients;

/// <summary>换发令牌: gives a system another token. Those it has stay good until they are revoked, so that it can change over.</summary>
/// <param name="ClientId">The system.</param>
/// <param name="ExpiresOn">The token's last day; null: until it is revoked.</param>
public sealed record IssueToken(Guid ClientId, DateOnly? ExpiresOn) : ICommand<TokenSecret>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class IssueTokenRules : AbstractValidator<IssueToken>
{
    public IssueTokenRules(TimeProvider time) => RuleFor(command => command.ExpiresOn).IsStillToCome(time);
}

internal static class TokenRules
{
    public static IRuleBuilderOptions<T, DateOnly?> IsStillToCome<T>(this IRuleBuilder<T, DateOnly?> rule, TimeProvider time) =>
        rule.Must(day => day is null || day >= time.Today()).Refuse("token.expired");
}

internal sealed class IssueTokenHandler(IApiClients clients, IAdministrationLog log, CurrentActor actor, TimeProvider time, IIds ids)
    : ICommandHandler<IssueToken, TokenSecret>
{
    public async Task<Result<TokenSecret>> Handle(IssueToken request, CancellationToken cancellationToken)
    {
        if (await clients.Find(request.ClientId, cancellationToken) is not { } client)
        {
            return new Refusal("choice.unknown") { Field = nameof(request.ClientId) };
        }

        var secret = TokenSecret.New();
        await clients.Add(new ApiToken(
            ids.Next(), client.Id, secret.Prefix, secret.Hash, actor.Value.Id,
            time.GetUtcNow(), request.ExpiresOn, null, null, null), cancellationToken);
        await log.Add(
            AdministrativeAct.TokenIssued, client.AgencyId, null, cancellationToken,
            new FieldChange(JournalFields.Name, null, client.Name), new FieldChange(JournalFields.Token, null, secret.Prefix));
        return secret;
    }
}
