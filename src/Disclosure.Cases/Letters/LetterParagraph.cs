namespace Disclosure.Cases.Letters;

/// <summary>What a paragraph is in a letter, as far as its style says so.</summary>
public enum LetterPart
{
    /// <summary>发文机关标志.</summary>
    Masthead,

    /// <summary>发文字号.</summary>
    Number,

    /// <summary>标题.</summary>
    Title,

    /// <summary>主送.</summary>
    Addressee,

    /// <summary>正文, and whatever has no style of ours.</summary>
    Body,

    /// <summary>A section's heading.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>附件说明.</summary>
    Attachment,

    /// <summary>发文机关署名.</summary>
    Organ,

    /// <summary>成文日期.</summary>
    Date,

    /// <summary>A cell of a form's table.</summary>
    Cell,

    /// <summary>A footnote or endnote.</summary>
    Note,

    /// <summary>What somebody put at the head or foot of the pages.</summary>
    Margin,
}

/// <summary>One paragraph of a document, as it reads.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Text">Its text; line breaks within it as <c>\n</c>, a picture as ［图片］.</param>
public sealed record LetterParagraph(LetterPart Part, string Text);
