namespace Disclosure.Cases.Demonstration;

/// <summary>What was made, and who can sign in to look at it.</summary>
/// <param name="Agencies">How many agencies.</param>
/// <param name="Cases">How many cases, open ones included.</param>
/// <param name="OpenCases">How many of them are open today.</param>
/// <param name="Commands">How many commands were carried out.</param>
/// <param name="Password">The one password of everybody in the demonstration.</param>
/// <param name="SignIns">The sign-ins worth knowing; every agency has a <c>…-clerk</c> and a <c>…-reviewer</c> besides.</param>
public sealed record DemonstrationSummary(
    int Agencies, int Cases, int OpenCases, int Commands, string Password, IReadOnlyList<DemonstrationSignIn> SignIns);

/// <summary>Somebody who can sign in.</summary>
/// <param name="SignInName">What to type.</param>
/// <param name="Role">What the person does, in Chinese.</param>
/// <param name="Agency">Where.</param>
public sealed record DemonstrationSignIn(string SignInName, string Role, string Agency);
