namespace Disclosure.Cases.Documents.Layout;

/// <summary>A paragraph or row as it takes room on a page; measures in twips.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="LineHeight">The height of a line.</param>
/// <param name="Before">The room before it.</param>
/// <param name="After">The room after it.</param>
internal sealed record FlowItem(int Lines, int LineHeight, int Before = 0, int After = 0)
{
    /// <summary>Whether it belongs on the page of what follows.</summary>
    public bool StaysWithNext { get; init; }

    /// <summary>Whether it is never broken over two pages.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether it is the letter's text; else masthead, contact, attachments or signature.</summary>
    public bool IsText { get; init; }

    /// <summary>The height of all of it.</summary>
    public int Height => Before + (Lines * LineHeight) + After;

    /// <summary>The lines that have to stay together at its beginning: two at least on each page, so three are not broken.</summary>
    public int FewestAtFoot => IsWhole || StaysWithNext || Lines <= 3 ? Lines : 2;
}
