namespace Disclosure.Cases.Documents.Layout;

/// <summary>
/// Where a letter's pages end, reckoned as Word, WPS and LibreOffice lay it out: lines of one height, no single line at the foot or head
/// of a page, and what stays with the next on its page.
/// </summary>
internal sealed class PageFlow
{
    private readonly int capacity;
    private int bottom;

    private PageFlow(int capacity, int first) => (this.capacity, bottom) = (capacity, first);

    /// <summary>How many pages it takes.</summary>
    public int Pages { get; private set; } = 1;

    /// <summary>The lines of text on the last page.</summary>
    public int LastText { get; private set; }

    /// <summary>How full the emptiest page before the last is, from 0 to 1; 1 where there is none.</summary>
    public double LeastFill { get; private set; } = 1;

    /// <param name="items">What the letter consists of, in order.</param>
    /// <param name="capacity">The height of the type area.</param>
    /// <param name="first">What the masthead takes of the first page.</param>
    public static PageFlow Of(IReadOnlyList<FlowItem> items, int capacity, int first)
    {
        var flow = new PageFlow(capacity, first);
        for (var from = 0; from < items.Count;)
        {
            var to = from;
            while (to < items.Count - 1 && items[to].StaysWithNext)
            {
                to++;
            }

            var last = items[to];
            var needed = items.Skip(from).Take(to - from).Sum(item => item.Height) + last.Before + (last.FewestAtFoot * last.LineHeight);
            if (flow.bottom + needed > capacity && flow.bottom > 0 && needed <= capacity)
            {
                flow.TurnPage();
            }

            for (; from <= to; from++)
            {
                flow.Place(items[from]);
            }
        }

        return flow;
    }

    /// <summary>Whether two lines of text stand with the signature, and each page before is two thirds full.</summary>
    public bool IsFair => Pages == 1 || (LastText >= 2 && LeastFill >= 2 / 3.0);

    private void Place(FlowItem item)
    {
        var left = item.Lines;
        var before = item.Before;
        while (left > 0)
        {
            var fit = Math.Max(0, (capacity - bottom - before) / item.LineHeight);
            var placed = fit >= left ? left : Math.Min(fit, left - 2);
            if (placed < Math.Min(left, 2) && bottom > 0)
            {
                TurnPage();
                continue;
            }

            placed = Math.Clamp(placed, 1, left);
            bottom += before + (placed * item.LineHeight);
            LastText += item.IsText ? placed : 0;
            left -= placed;
            before = 0;
            if (left > 0)
            {
                TurnPage();
            }
        }

        bottom += item.After;
    }

    private void TurnPage()
    {
        LeastFill = Math.Min(LeastFill, (double)bottom / capacity);
        (bottom, LastText) = (0, 0);
        Pages++;
    }
}
