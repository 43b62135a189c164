using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Cases.SignIns;

/// <summary>
/// 恢复码: each signs in once in place of a code of the telephone. With 80 random bits a plain hash is as good as a slow one.
/// </summary>
internal static class RecoveryCodes
{
    /// <summary>How many there are.</summary>
    public const int Number = 10;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Length = 16;
    private const int Group = 4;

    /// <summary>New ones, as they are written down.</summary>
    public static IReadOnlyList<string> New() =>
    [
        .. Enumerable.Range(0, Number).Select(_ => string.Join(
            '-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(group => new string(group)))),
    ];

    /// <summary>By what a code is known; blanks, hyphens and case make no difference.</summary>
    public static string HashOf(Guid userId, string code) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{userId} {ComparedText.Of(code).Replace("-", "", StringComparison.Ordinal)}")));
}
