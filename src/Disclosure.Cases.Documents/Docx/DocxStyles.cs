namespace Disclosure.Cases.Documents.Docx;

/// <summary>The named styles, after GB/T 9704-2012. A letter's paragraphs name one; only computed indents stand beside it.</summary>
internal static class DocxStyles
{
    public const string Body = "LetterBody";
    public const string BodyLast = "LetterBodyLast";
    public const string LeadIn = "LetterLeadIn";
    public const string Heading = "LetterHeading";
    public const string Subheading = "LetterSubheading";
    public const string Item = "LetterItem";
    public const string Title = "LetterTitle";
    public const string TitleOfForm = "LetterTitleOfForm";
    public const string Addressee = "LetterAddressee";
    public const string Masthead = "LetterMasthead";
    public const string MastheadRule = "LetterMastheadRule";
    public const string FootRuleThin = "LetterFootRuleThin";
    public const string FootRuleThick = "LetterFootRuleThick";
    public const string DocumentMasthead = "LetterDocumentMasthead";
    public const string Number = "LetterNumber";
    public const string DocumentNumber = "LetterDocumentNumber";
    public const string AttachmentFirst = "LetterAttachmentFirst";
    public const string AttachmentNext = "LetterAttachmentNext";
    public const string AttachmentLast = "LetterAttachmentLast";
    public const string AttachmentOnly = "LetterAttachmentOnly";
    public const string Organ = "LetterOrgan";
    public const string Date = "LetterDate";
    public const string Cell = "LetterCell";
    public const string Table = "LetterTable";
    public const string PageOdd = "LetterPageOdd";
    public const string PageEven = "LetterPageEven";
    public const string DraftMark = "LetterDraftMark";

    private const string Red = "D00000";
    private const string SongTitle = "<w:rFonts w:ascii=\"方正小标宋简体\" w:eastAsia=\"方正小标宋简体\" w:hAnsi=\"方正小标宋简体\" w:cs=\"Times New Roman\"/>";
    private const string Hei = "<w:rFonts w:ascii=\"黑体\" w:eastAsia=\"黑体\" w:hAnsi=\"黑体\" w:cs=\"Times New Roman\"/>";
    private const string Kai = "<w:rFonts w:ascii=\"楷体_GB2312\" w:eastAsia=\"楷体_GB2312\" w:hAnsi=\"楷体_GB2312\" w:cs=\"Times New Roman\"/>";
    private const string Song = "<w:rFonts w:ascii=\"宋体\" w:eastAsia=\"宋体\" w:hAnsi=\"宋体\" w:cs=\"Times New Roman\"/>";

    // 170 mm centred on the page: 8 mm beyond the type area on the left, 6 mm on the right.
    private const string Wide = "<w:ind w:left=\"-453\" w:right=\"-341\"/>";

    // The grid stands in the section, and the styles keep it by themselves: exact lines and tightened characters give the same
    // 22 × 28 where a program reads a grid narrower than its characters as "two cells each", or a substitute font is taller.
    // Lines are not stretched: on a grid they need not be, and LibreOffice drops punctuation at the end of lines it stretches.
    public static string Xml { get; } = Of(PageLayout.Standard);

    /// <summary>The styles part of a letter in a layout.</summary>
    public static string Of(PageLayout layout) => $"""
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:docDefaults>
        <w:rPrDefault><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
        <w:pPrDefault/>
        </w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:line="{layout.LinePitch}" w:lineRule="exact"/></w:pPr><w:rPr><w:spacing w:val="{PageGeometry.CharTightening}"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>
        <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        {Style(Body, "公文正文", "Normal", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>")}
        {Style(BodyLast, "公文正文（末段）", Body, "<w:keepNext/>")}
        {Style(LeadIn, "公文正文（引语）", Body, "<w:keepNext/>")}
        {Style(Heading, "公文标题一", Body, "<w:keepNext/>", Hei)}
        {Style(Subheading, "公文标题二", Body, "<w:keepNext/>", Kai)}
        {Style(Item, "公文列项", Body, "")}
        {Style(Title, "公文题名", "Normal", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"1158\" w:after=\"579\" w:line=\"640\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", SongTitle + Size(44))}
        {Style(TitleOfForm, "表单题名", Title, "<w:spacing w:before=\"0\" w:after=\"360\"/>")}
        {Style(Addressee, "公文主送", "Normal", "<w:keepNext/>")}
        {Style(Masthead, "信函版头", "Normal", $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"11\" w:color=\"{Red}\"/></w:pBdr><w:spacing w:line=\"820\" w:lineRule=\"exact\"/>{Wide}<w:jc w:val=\"center\"/>", SongTitle + $"<w:color w:val=\"{Red}\"/>" + Size(72))}
        {Style(MastheadRule, "信函上细线", "Normal", $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"{Red}\"/></w:pBdr><w:spacing w:line=\"40\" w:lineRule=\"exact\"/>{Wide}", Size(2))}
        {Style(FootRuleThin, "信函下细线", "Normal", $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"{Red}\"/></w:pBdr><w:spacing w:line=\"40\" w:lineRule=\"exact\"/>{Wide}", Size(2))}
        {Style(FootRuleThick, "信函下粗线", "Normal", $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"0\" w:color=\"{Red}\"/></w:pBdr><w:spacing w:line=\"40\" w:lineRule=\"exact\"/>{Wide}", Size(2))}
        {Style(DocumentMasthead, "文件版头", "Normal", "<w:spacing w:before=\"1984\" w:after=\"1158\" w:line=\"820\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", SongTitle + $"<w:color w:val=\"{Red}\"/>" + Size(72))}
        {Style(Number, "信函文号", "Normal", "<w:spacing w:before=\"140\"/><w:jc w:val=\"right\"/>")}
        {Style(DocumentNumber, "文件文号", "Normal", $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"11\" w:color=\"{Red}\"/></w:pBdr><w:jc w:val=\"center\"/>")}
        {Style(AttachmentFirst, "附件说明（首项）", "Normal", $"<w:keepNext/><w:keepLines/><w:spacing w:before=\"{layout.LinePitch}\"/><w:ind w:left=\"1920\" w:hanging=\"1280\"/>")}
        {Style(AttachmentNext, "附件说明（续项）", "Normal", "<w:keepLines/><w:ind w:left=\"1920\" w:hanging=\"320\"/>")}
        {Style(AttachmentLast, "附件说明（末项）", AttachmentNext, "<w:keepNext/>")}
        {Style(AttachmentOnly, "附件说明（一项）", "Normal", $"<w:keepNext/><w:keepLines/><w:spacing w:before=\"{layout.LinePitch}\"/><w:ind w:left=\"1600\" w:hanging=\"960\"/>")}
        {Style(Organ, "发文机关署名", "Normal", $"<w:keepNext/><w:keepLines/><w:spacing w:before=\"{layout.LinesAboveOrgan * layout.LinePitch}\"/><w:jc w:val=\"right\"/>")}
        {Style(Date, "成文日期", "Normal", "<w:keepLines/><w:jc w:val=\"right\"/>")}
        {Style(Cell, "表单单元格", "Normal", "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"400\" w:lineRule=\"exact\"/><w:jc w:val=\"left\"/>", Size(28))}
        {Style(PageOdd, "页码（单页）", "Normal", "<w:spacing w:after=\"230\" w:line=\"320\" w:lineRule=\"exact\"/><w:ind w:right=\"280\"/><w:jc w:val=\"right\"/>", Song + Size(28))}
        {Style(PageEven, "页码（双页）", "Normal", "<w:spacing w:after=\"230\" w:line=\"320\" w:lineRule=\"exact\"/><w:ind w:left=\"280\"/><w:jc w:val=\"left\"/>", Song + Size(28))}
        <w:style w:type="character" w:customStyle="1" w:styleId="{DraftMark}"><w:name w:val="待签发"/><w:qFormat/><w:rPr><w:color w:val="8A5A00"/><w:shd w:val="clear" w:color="auto" w:fill="FFF4D6"/></w:rPr></w:style>
        <w:style w:type="table" w:customStyle="1" w:styleId="{Table}"><w:name w:val="表单"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:left w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:right w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tblBorders></w:tblPr></w:style>
        </w:styles>
        """;

    private static string Style(string id, string name, string basedOn, string paragraph, string run = "") =>
        $"<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>"
        + $"<w:basedOn w:val=\"{basedOn}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>";

    private static string Size(int halfPoints) => $"<w:sz w:val=\"{halfPoints}\"/><w:szCs w:val=\"{halfPoints}\"/>";
}
