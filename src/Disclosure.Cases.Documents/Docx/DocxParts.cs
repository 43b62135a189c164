namespace Disclosure.Cases.Documents.Docx;

/// <summary>The parts of the package that are the same in every letter.</summary>
internal static class DocxParts
{
    /// <summary>The namespace of WordprocessingML.</summary>
    public const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    /// <summary>
    /// Which font to take where the standard's is not installed: Word and WPS go through the alternative names (ISO/IEC 29500-1, 17.8.3.1).
    /// </summary>
    public const string Fonts = $"""
        <w:fonts xmlns:w="{W}">
        <w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,FangSong_GB2312"/><w:panose1 w:val="02010609030101010101"/><w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="default"/></w:font>
        <w:font w:name="方正小标宋简体"><w:altName w:val="方正小标宋_GBK,小标宋,华文中宋,STZhongsong,宋体"/><w:charset w:val="86"/><w:family w:val="roman"/><w:pitch w:val="default"/></w:font>
        <w:font w:name="黑体"><w:altName w:val="SimHei"/><w:panose1 w:val="02010609060101010101"/><w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="default"/></w:font>
        <w:font w:name="楷体_GB2312"><w:altName w:val="楷体,KaiTi"/><w:panose1 w:val="02010609030101010101"/><w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="default"/></w:font>
        <w:font w:name="宋体"><w:altName w:val="SimSun"/><w:panose1 w:val="02010600030101010101"/><w:charset w:val="86"/><w:family w:val="roman"/><w:pitch w:val="default"/></w:font>
        <w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>
        </w:fonts>
        """;

    /// <summary>Page numbers at the outer edge need odd and even footers; mode 15 keeps Word out of its compatibility view.</summary>
    public const string Settings = $"""
        <w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:drawingGridHorizontalSpacing w:val="158"/><w:drawingGridVerticalSpacing w:val="579"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:balanceSingleByteDoubleByteWidth/><w:ulTrailSpace/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>
        """;

    /// <summary>Page number on odd pages, at the right.</summary>
    public static string FooterOdd { get; } = PageNumber(DocxStyles.PageOdd);

    /// <summary>Page number on even pages, at the left.</summary>
    public static string FooterEven { get; } = PageNumber(DocxStyles.PageEven);

    /// <summary>The lower double rule of the letter masthead, thin over thick; no page number on page one.</summary>
    public static string FooterFirst { get; } =
        $"<w:ftr xmlns:w=\"{W}\">{Empty(DocxStyles.FootRuleThin)}{Empty(DocxStyles.FootRuleThick)}</w:ftr>";

    public static string ContentTypes(bool letterhead) => $"""
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Types}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="{Types}.settings+xml"/><Override PartName="/word/fontTable.xml" ContentType="{Types}.fontTable+xml"/><Override PartName="/word/footer1.xml" ContentType="{Types}.footer+xml"/><Override PartName="/word/footer2.xml" ContentType="{Types}.footer+xml"/>{(letterhead ? $"<Override PartName=\"/word/header1.xml\" ContentType=\"{Types}.header+xml\"/><Override PartName=\"/word/footer3.xml\" ContentType=\"{Types}.footer+xml\"/>" : "")}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """;

    public const string PackageRelationships = $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """;

    public static string DocumentRelationships(bool letterhead) => $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdStyles" Type="{Relationships}/styles" Target="styles.xml"/><Relationship Id="rIdSettings" Type="{Relationships}/settings" Target="settings.xml"/><Relationship Id="rIdFonts" Type="{Relationships}/fontTable" Target="fontTable.xml"/><Relationship Id="rIdFooterOdd" Type="{Relationships}/footer" Target="footer1.xml"/><Relationship Id="rIdFooterEven" Type="{Relationships}/footer" Target="footer2.xml"/>{(letterhead ? $"<Relationship Id=\"rIdHeaderFirst\" Type=\"{Relationships}/header\" Target=\"header1.xml\"/><Relationship Id=\"rIdFooterFirst\" Type=\"{Relationships}/footer\" Target=\"footer3.xml\"/>" : "")}</Relationships>
        """;

    /// <summary>The document's title and maker. No time: it would make the bytes differ.</summary>
    public static string Core(string title, string organ) => $"""
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{Escape(title)}</dc:title><dc:creator>{Escape(organ)}</dc:creator></cp:coreProperties>
        """;

    private static string PageNumber(string style) =>
        $"<w:ftr xmlns:w=\"{W}\"><w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">— </w:t></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r>"
        + "<w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>";

    private static string Empty(string style) => $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr></w:p>";

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
