namespace Disclosure.Cases.Agencies;

/// <summary>What a password must be.</summary>
public static class Passwords
{
    /// <summary>The fewest characters of a password.</summary>
    public const int Shortest = 10;
}
