using System.Security;
using Disclosure.Cases.Documents.Docx;

namespace Disclosure.Cases.Documents.Spreadsheets;

/// <summary>The parts of a workbook beside its sheet.</summary>
internal static class XlsxParts
{
    /// <summary>The sheet's own part.</summary>
    public const string Sheet = "xl/worksheets/sheet1.xml";

    // The formats of cells, by their place in the style sheet.
    public const uint Heading = 1;
    public const uint Text = 2;
    public const uint GuardedText = 3;
    public const uint Day = 4;
    public const uint Number = 5;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private const string ContentTypes = $"""
        {Declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/{Sheet}" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """;

    private const string PackageRelationships = $"""
        {Declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """;

    private const string WorkbookRelationships = $"""
        {Declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relationships}/styles" Target="styles.xml"/></Relationships>
        """;

    private const string Border = "applyBorder=\"1\" borderId=\"1\"";

    // A guarded text keeps its quote: it stays a text even after somebody has clicked into its cell.
    private const string Styles = $"""
        {Declaration}<styleSheet xmlns="{Main}">
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>
        <fonts count="2"><font><sz val="10.5"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="10.5"/><name val="宋体"/><charset val="134"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F0FA"/><bgColor indexed="64"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FFC3CCD6"/></left><right style="thin"><color rgb="FFC3CCD6"/></right><top style="thin"><color rgb="FFC3CCD6"/></top><bottom style="thin"><color rgb="FFC3CCD6"/></bottom><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="6">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="0" fontId="1" fillId="2" {Border} xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        <xf numFmtId="0" fontId="0" fillId="0" {Border} xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="0" fontId="0" fillId="0" {Border} xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="164" fontId="0" fillId="0" {Border} xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>
        <xf numFmtId="1" fontId="0" fillId="0" {Border} xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    /// <summary>Name and content of each part.</summary>
    public static IEnumerable<(string Name, string Xml)> Of(string title, string sheetName) =>
    [
        ("[Content_Types].xml", ContentTypes),
        ("_rels/.rels", PackageRelationships),
        ("xl/workbook.xml", Workbook(sheetName)),
        ("xl/_rels/workbook.xml.rels", WorkbookRelationships),
        ("xl/styles.xml", Styles),
        ("docProps/core.xml", Declaration + DocxParts.Core(title, "")),
    ];

    // The line of headings is printed on every page.
    private static string Workbook(string sheetName) => $"""
        {Declaration}<workbook xmlns="{Main}" xmlns:r="{Relationships}"><bookViews><workbookView/></bookViews><sheets><sheet name="{SecurityElement.Escape(sheetName)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'{SecurityElement.Escape(sheetName)}'!$1:$1</definedName></definedNames></workbook>
        """;
}
