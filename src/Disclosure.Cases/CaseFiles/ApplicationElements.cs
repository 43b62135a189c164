namespace Disclosure.Cases.CaseFiles;

/// <summary>The three elements of an application (art. 29 ¶2), checked one by one.</summary>
/// <param name="Who">Name, proof of identity, contact.</param>
/// <param name="What">Name, number or another description of the information.</param>
/// <param name="How">Form in which, and way by which it is wanted.</param>
public sealed record ApplicationElements(
    [StoredName("Who")] bool Who,
    [StoredName("What")] bool What,
    [StoredName("How")] bool How)
{
    /// <summary>Whether nothing is missing.</summary>
    [StoredName("AreComplete")]
    public bool AreComplete => Who && What && How;
}
