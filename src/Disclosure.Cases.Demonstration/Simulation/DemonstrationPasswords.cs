using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;

namespace Disclosure.Cases.Demonstration.Simulation;

/// <summary>Stretches the one password of the demonstration once. It is no secret: it is printed for every visitor.</summary>
internal sealed class DemonstrationPasswords : IPasswordHasher<string>
{
    private readonly PasswordHasher<string> hasher = new();
    private readonly ConcurrentDictionary<string, string> hashes = new(StringComparer.Ordinal);

    public string HashPassword(string user, string password) => hashes.GetOrAdd(password, _ => hasher.HashPassword(user, password));

    public PasswordVerificationResult VerifyHashedPassword(string user, string hashedPassword, string providedPassword) =>
        hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
}
