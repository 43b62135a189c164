namespace Disclosure.Cases.Demonstration;

/// <summary>How far the making of the district is. Its cases are made side by side, in the order of time.</summary>
/// <param name="Arrived">How many applications have arrived, from 1.</param>
/// <param name="Applications">How many there will be.</param>
/// <param name="Day">The day in the district's history.</param>
public sealed record DemonstrationProgress(int Arrived, int Applications, DateOnly Day);
