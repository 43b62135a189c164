namespace Disclosure.Cases.Web.Presentation;

/// <summary>Leads through the pages of a list.</summary>
/// <param name="Page">The page shown, from 1.</param>
/// <param name="Pages">How many there are, at least 1.</param>
/// <param name="Link">The address of a page.</param>
internal sealed record Pager(int Page, int Pages, Func<int, string> Link)
{
    /// <summary>How many pages so many rows fill; a list without rows has one.</summary>
    /// <param name="rows">The rows of all pages.</param>
    /// <param name="size">The rows of a page.</param>
    public static int Count(int rows, int size) => Math.Max(1, (rows + size - 1) / size);
}
