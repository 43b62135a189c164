namespace Disclosure.Cases.Letters;

/// <summary>Says of a text in a letter what <see cref="PrintedText"/> says of it, with the name of its place.</summary>
internal static class LetterText
{
    /// <summary>Why the text cannot stand there, or null when it can.</summary>
    public static Refusal? Fault(string label, string text, bool lines) => PrintedText.Fault(text, lines) is not { } fault
        ? null
        : new Refusal(
            fault.Code switch
            {
                "text.empty" => "letter.fact-blank",
                "text.notOneLine" => "letter.not-one-line",
                "text.tooLong" => "letter.text-too-long",
                _ => "letter.control-character",
            },
            [label, .. fault.Arguments]);
}
