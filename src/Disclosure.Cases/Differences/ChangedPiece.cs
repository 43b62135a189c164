namespace Disclosure.Cases.Differences;

/// <summary>What became of a piece of text.</summary>
public enum ChangeKind
{
    /// <summary>It stands in both.</summary>
    Same,

    /// <summary>It stands in the first only.</summary>
    Deleted,

    /// <summary>It stands in the second only.</summary>
    Inserted,
}

/// <summary>A piece of a paragraph.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The piece.</param>
public sealed record ChangedPiece(ChangeKind Kind, string Text);
