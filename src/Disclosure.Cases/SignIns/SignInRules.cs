namespace Disclosure.Cases.SignIns;

/// <summary>The office's settings of signing in.</summary>
public sealed record SignInRules
{
    /// <summary>How long the record of sign-ins is kept, in days; 网络安全法 asks for six months at least.</summary>
    public int KeepDays { get; init; } = 365;
}
