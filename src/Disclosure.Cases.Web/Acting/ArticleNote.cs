using Disclosure.Cases.Law;

namespace Disclosure.Cases.Web.Acting;

/// <summary>
/// The article behind something on a page: its name, and its words on hover and on focus. The words are the law's own and
/// stay Chinese.
/// </summary>
/// <param name="Id">The id of the words, unique on the page.</param>
/// <param name="Article">The article.</param>
internal sealed record ArticleNote(string Id, Article Article)
{
    /// <summary>How the reader's language cites it.</summary>
    public string Name => Texts.CurrentLanguage == Texts.English ? $"Art. {Article.Number}" : Article.Name;

    /// <summary>The note beside something with an id, on an article by its number.</summary>
    public static ArticleNote Behind(string id, int number) => new(id + "-article", Regulation.Find(number));
}
