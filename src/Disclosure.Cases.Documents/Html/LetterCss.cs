namespace Disclosure.Cases.Documents.Html;

/// <summary>The style sheets of letters in HTML. Colours are the paper's: a letter is white in dark pages too.</summary>
internal static class LetterCss
{
    /// <summary>For a letter within a page; every rule is confined to <c>.letter</c>.</summary>
    public const string Screen = """
        .letter { box-sizing: border-box; max-width: 210mm; margin: 0 auto; padding: 14mm 26mm 20mm 28mm; background: #fff; color: #000; font: 16pt/28.95pt "仿宋_GB2312", "仿宋", FangSong, "Noto Serif CJK SC", serif; letter-spacing: -0.3pt; overflow-wrap: anywhere; }
        .letter p, .letter h1, .letter h2, .letter h3, .letter ol, .letter ul, .letter table { margin: 0; padding: 0; }
        .letter-masthead { margin: 0 -6mm 0 -8mm; text-align: center; color: #d00000; font-family: "方正小标宋简体", "华文中宋", STZhongsong, "Noto Serif CJK SC", serif; font-size: 36pt; line-height: 1.2; text-wrap: balance; }
        .letter-masthead-letter { border-bottom: 3px solid #d00000; padding-bottom: 4mm; position: relative; }
        .letter-masthead-letter::after { content: ""; position: absolute; left: 0; right: 0; bottom: -6px; border-bottom: 1px solid #d00000; }
        .letter-masthead-document { margin-left: 0; margin-right: 0; padding: 12mm 0 10mm; }
        .letter .letter-number { text-align: right; padding-top: 6mm; }
        .letter .letter-masthead-document + .letter-number { text-align: center; padding: 0 0 4mm; border-bottom: 2px solid #d00000; }
        .letter-rule { margin: 0; border: 0; border-top: 2px solid #d00000; }
        .letter .letter-title { margin: 14mm 0 9mm; text-align: center; font: 22pt/1.4 "方正小标宋简体", "华文中宋", STZhongsong, "Noto Serif CJK SC", serif; text-wrap: balance; break-after: avoid; }
        .letter-body p, .letter-heading, .letter-subheading { text-indent: 2em; }
        .letter-body { text-align: justify; }
        .letter .letter-heading { font: inherit; font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
        .letter .letter-subheading { font: inherit; font-family: "楷体_GB2312", "楷体", KaiTi, "Noto Serif CJK SC", serif; }
        .letter .letter-list { list-style: none; text-indent: 2em; }
        .letter-table { width: 100%; border-collapse: collapse; font-size: 14pt; line-height: 1.5; }
        .letter-table td { border: 1px solid #000; padding: 2mm 3mm; height: 8mm; }
        .letter-attachments { display: flex; margin-top: 1.8em; padding-left: 2em; }
        .letter .letter-attachments ol { list-style: none; }
        .letter .letter-attachments-numbered ol { list-style: decimal; padding-left: 1.2em; }
        .letter-attachments span { flex: none; }
        .letter-signature { width: fit-content; margin: 57.9pt 4em 0 auto; text-align: center; }
        .letter .letter-margin { margin-top: 1em; font-size: 12pt; color: #444; }
        .letter-organ { max-width: 26em; text-wrap: balance; }
        .letter-unbroken { white-space: nowrap; }
        .letter-draft { color: #8a5a00; background: #fff4d6; }
        .letter-missing { color: #9b1c1c; background: #fde2e2; }
        """;

    /// <summary>For a letter that is a document of its own: the paper, and print after GB/T 9704-2012.</summary>
    public const string Paper = """
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
        @page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt "宋体", SimSun, "Noto Serif CJK SC", serif; vertical-align: top; padding: 7mm 1em 0 0; } }
        @page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt "宋体", SimSun, "Noto Serif CJK SC", serif; vertical-align: top; padding: 7mm 0 0 1em; } }
        html { background: #e9e9e6; }
        body { margin: 0; padding: 10mm 0; }
        .letter { min-height: 297mm; padding-top: 30mm; }
        @media print {
          html { background: none; }
          body { padding: 0; }
          .letter { padding: 0; min-height: 0; max-width: none; }
          .letter p { orphans: 2; widows: 2; }
          .letter-heading, .letter-subheading, .letter-lead-in, .letter .letter-addressee { break-after: avoid; }
          .letter-closing, .letter-table tr { break-inside: avoid; }
          .letter-closing { break-before: avoid; }
        }
        """;

    /// <summary>
    /// For print with the letter masthead: its top 30 mm below the edge, no number on page one, and the lower double
    /// rule 20 mm above the foot.
    /// </summary>
    public const string FirstPageOfLetter = """
        @page :first { margin-top: 30mm; @bottom-right { content: none; } @bottom-left { content: none; } @bottom-center { content: ""; width: 170mm; height: 0.5mm; margin: 14mm -6mm 20mm -8mm; border-top: 0.75pt solid #d00000; border-bottom: 2.25pt solid #d00000; } }
        """;
}
