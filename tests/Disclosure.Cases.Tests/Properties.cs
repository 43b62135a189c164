using System.Globalization;
using FsCheck;

namespace Disclosure.Cases.Tests;

/// <summary>
/// How properties are tried: from the same seed in every ordinary run, so that a change is judged by what it changed, and
/// from a fresh one with DISCLOSURE_LONG=1. What breaks a property is printed with its seed.
/// </summary>
internal static class Properties
{
    private const ulong UsualSeed = 711;
    private const ulong Gamma = 711;

    /// <summary>The seed of what makes its own random things: DISCLOSURE_SEED, or the one of this run.</summary>
    public static int Seed =>
        int.TryParse(Environment.GetEnvironmentVariable("DISCLOSURE_SEED"), CultureInfo.InvariantCulture, out var given) ? given
        : LongAttribute.AreRun ? Random.Shared.Next() : (int)UsualSeed;

    /// <summary>The settings for FsCheck.</summary>
    public static Config Config =>
        LongAttribute.AreRun ? Config.QuickThrowOnFailure.WithMaxTest(1_000) : Config.QuickThrowOnFailure.WithReplay(UsualSeed, Gamma);
}
