namespace Disclosure.Cases.Letters;

/// <summary>Makes documents from letters: for paper (DOCX), for the screen (HTML), both from one model.</summary>
public interface ILetters
{
    /// <summary>
    /// Everything that keeps the letter from being made: each refusal's <see cref="Refusal.Field"/> is the fact's key, or
    /// <c>variant</c>, <c>number</c>, <c>decidedOn</c>, <c>agency.…</c>, <c>case.…</c>.
    /// </summary>
    /// <param name="letter">The letter.</param>
    /// <param name="final">Whether it is to be issued: then number (where the template has a series) and date of
    /// issue are needed too.</param>
    IReadOnlyList<Refusal> Check(Letter letter, bool final = false);

    /// <summary>
    /// The letter as an Office Open XML document; the same letter and template give the same bytes. Without number or date of
    /// issue it is a draft and says so where they will stand, in content controls tagged <c>number</c> and <c>decidedOn</c>.
    /// </summary>
    /// <exception cref="LetterRefusedException"><see cref="Check"/> (not final) refuses the letter.</exception>
    byte[] ToDocx(Letter letter);

    /// <summary>The letter as an HTML fragment to stand in a page, styled by classes beginning with <c>letter-</c>.</summary>
    /// <exception cref="LetterRefusedException"><see cref="Check"/> (not final) refuses the letter.</exception>
    string ToHtml(Letter letter);

    /// <summary>The letter as an HTML document of its own, ready to print on A4.</summary>
    /// <exception cref="LetterRefusedException"><see cref="Check"/> (not final) refuses the letter.</exception>
    string ToHtmlPage(Letter letter);

    /// <summary>
    /// The letter as far as it goes, as an HTML fragment: what is missing or not usable shows as a highlighted ［label］.
    /// For the clerk's eyes while drafting, never for paper.
    /// </summary>
    /// <exception cref="LetterRefusedException">There is no such template.</exception>
    string ToHtmlPreview(Letter letter);

    /// <summary>
    /// The style sheet for <see cref="ToHtml(Letter)"/> and <see cref="ToHtmlPreview"/>; every rule is confined to <c>.letter</c>.
    /// </summary>
    string Css { get; }

    /// <summary>
    /// Puts number and date of issue into a draft that was finished in Word or WPS: fills the content controls tagged
    /// <c>number</c> and <c>decidedOn</c>, and changes nothing else.
    /// </summary>
    /// <param name="docx">The uploaded document.</param>
    /// <param name="number">The number taken at approval, or null for templates without a series.</param>
    /// <param name="decidedOn">The date of issue, or null for forms, which bear none.</param>
    /// <exception cref="LetterRefusedException">What <see cref="CheckUpload"/> refuses.</exception>
    byte[] FillIn(byte[] docx, string? number, DateOnly? decidedOn);

    /// <summary>
    /// What keeps an uploaded document from being filled in (<see cref="FillIn"/>): not a DOCX, too large, macros or outside
    /// content, tracked changes, comments or hidden text left in it, content controls gone or doubled. Empty when nothing does.
    /// </summary>
    /// <param name="docx">The uploaded document.</param>
    /// <param name="needsNumber">Whether the template has a series.</param>
    /// <param name="needsDate">Whether the document bears a date of issue; forms do not.</param>
    IReadOnlyList<Refusal> CheckUpload(byte[] docx, bool needsNumber, bool needsDate = true);

    /// <summary>The paragraphs of a document in order, tables and text boxes included, blank ones left out.</summary>
    /// <param name="docx">A document that <see cref="CheckUpload"/> accepts, or one made here.</param>
    /// <param name="asDraft">Whether the two content controls read as <see cref="DraftMarks"/>, whatever was typed into
    /// them: the approval overwrites it.</param>
    /// <exception cref="LetterRefusedException">Not a DOCX.</exception>
    IReadOnlyList<LetterParagraph> Read(byte[] docx, bool asDraft);

    /// <summary>A document as an HTML fragment to stand in a page, in the classes of <see cref="ToHtml(Letter)"/>.</summary>
    /// <param name="docx">A document that <see cref="CheckUpload"/> accepts, or one made here.</param>
    /// <param name="asDraft">As for <see cref="Read"/>.</param>
    /// <exception cref="LetterRefusedException">Not a DOCX.</exception>
    string ToHtml(byte[] docx, bool asDraft);

    /// <summary>
    /// The paragraphs that nobody may change when finishing the letter in Word: organ, title, addressee, remedies, and the
    /// decision replaced. Each as often as it must stand in the document.
    /// </summary>
    /// <exception cref="LetterRefusedException"><see cref="Check"/> (not final) refuses the letter.</exception>
    IReadOnlyList<string> FixedParagraphs(Letter letter);
}
