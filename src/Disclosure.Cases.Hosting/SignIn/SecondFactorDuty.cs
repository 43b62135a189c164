using Disclosure.Cases.Agencies;
using Disclosure.Cases.SignIns;
using Microsoft.Extensions.Hosting;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>Who must have a second factor: administrators, by <c>SignIn:AdministratorsNeedSecondFactor</c>.</summary>
public sealed class SecondFactorDuty(SignInRules rules, IHostEnvironment environment, ISecondFactors factors)
{
    /// <summary>Whether a user must have one and has none.</summary>
    public async Task<bool> IsOwedBy(User user, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(user);
        return (user.Roles & (Role.Administrator | AdministratorSeparation.Divided)) != Role.None
            && (rules.AdministratorsNeedSecondFactor ?? !environment.IsDevelopment())
            && await factors.Of(user.Id, cancellation) is null;
    }
}
