using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>A line of the anchor file: the end of a chain at an instant, sealed over itself and the line before.</summary>
/// <param name="Words">Instant, chain, length and head, as they stand in the line.</param>
/// <param name="Chain">The chain.</param>
/// <param name="Length">How many entries it had.</param>
/// <param name="Head">Its last seal; empty for a chain without entries.</param>
/// <param name="Seal">The line's own seal; null in lines of earlier versions, which had none.</param>
internal sealed record AnchorLine(string Words, Guid Chain, long Length, string Head, string? Seal)
{
    private const int SealLength = 64;

    /// <summary>A line with its seal.</summary>
    public static string Write(string words, string before, byte[] secret) => $"{words} {SealOf(words, before, secret)}";

    /// <summary>What a line says; null when it is none of ours.</summary>
    public static AnchorLine? Read(string line) =>
        line.Split(' ') is [var at, var chain, var length, var head, .. var rest]
        && rest is [] or [{ Length: SealLength }]
        && Guid.TryParseExact(chain, "D", out var id)
        && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new AnchorLine($"{at} {chain} {length} {head}", id, count, head, rest is [var seal] ? seal : null)
            : null;

    /// <summary>Whether the seal fits the line and the one before.</summary>
    public bool IsSealedAfter(string before, byte[] secret) => Seal == SealOf(Words, before, secret);

    // What comes before the first sealed line is sealed with it.
    private static string SealOf(string words, string before, byte[] secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{before}\n{words}")));
}
