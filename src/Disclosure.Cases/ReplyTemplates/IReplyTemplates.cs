namespace Disclosure.Cases.ReplyTemplates;

/// <summary>The catalogue of format texts. It is data: an office can put its own wording in.</summary>
public interface IReplyTemplates
{
    /// <summary>The wordings in force: the 26 in their order, then the companions.</summary>
    IReadOnlyList<ReplyTemplate> All { get; }

    /// <summary>The wording in force of the template with <paramref name="code"/>, or null.</summary>
    ReplyTemplate? Find(string code);

    /// <summary>
    /// A wording of the template with <paramref name="code"/>, in force or not; null when no such wording was kept.
    /// </summary>
    /// <param name="code">The template's code.</param>
    /// <param name="version">SHA-256 of the wording, lower-case hexadecimal; null for the one in force.</param>
    ReplyTemplate? Find(string code, string? version);

    /// <summary>
    /// The text that words a part withheld on a ground: the one in force where it speaks of parts, else the one that comes with
    /// the program; null where there is none.
    /// </summary>
    /// <param name="ground">The code of the template that withholds the whole on this ground.</param>
    ReplyTemplate? ForPart(string ground);
}
