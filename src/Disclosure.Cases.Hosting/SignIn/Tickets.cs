using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>
/// What a browser is given to bring back a little later: it can neither be read nor changed there, and is good for a few minutes.
/// </summary>
public sealed class Tickets(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>A ticket.</summary>
    /// <param name="purpose">What it is for; for something else it is worthless.</param>
    /// <param name="content">What it says.</param>
    public string Make(string purpose, string content) => Protector(purpose).Protect(
        string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().UtcTicks} {content}"));

    /// <summary>What a ticket says; null: it is none, for something else, or too old.</summary>
    /// <param name="purpose">What it must be for.</param>
    /// <param name="ticket">What the browser brought.</param>
    /// <param name="life">How long it is good for.</param>
    public string? Read(string purpose, string? ticket, TimeSpan life)
    {
        try
        {
            return ticket is not null && Protector(purpose).Unprotect(ticket).Split(' ', 2) is [var made, var content]
                && time.GetUtcNow().UtcTicks - long.Parse(made, CultureInfo.InvariantCulture) <= life.Ticks
                    ? content
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose) => protection.CreateProtector("Disclosure.Cases.Ticket", purpose);
}
