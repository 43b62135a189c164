namespace Disclosure.Cases.ReplyTemplates;

/// <summary>The catalogue of format texts. It is data: an office can put its own wording in.</summary>
public interface IReplyTemplates
{
    /// <summary>The 26 in their order, then the companions.</summary>
    IReadOnlyList<ReplyTemplate> All { get; }

    /// <summary>The template with <paramref name="code"/>, or null.</summary>
    ReplyTemplate? Find(string code);
}
