using Disclosure.Cases.Importing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Disclosure.Cases.Documents.Spreadsheets;

/// <summary>The workbook with which an office begins: a sheet each for agencies, users and opening numbers, with its headings.</summary>
public sealed class OfficeForm : IOfficeForm
{
    private const double Width = 24;

    /// <inheritdoc/>
    public byte[] ToXlsx()
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var list = new Sheets();
            workbook.Workbook = new Workbook(list);
            foreach (var sheet in OfficeSheets.All)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(
                    new Columns(new Column { Min = 1, Max = (uint)sheet.Columns.Count, Width = Width, CustomWidth = true }),
                    new SheetData(new Row(sheet.Columns.Select((column, index) => new Cell
                    {
                        CellReference = ColumnName.Of(index) + "1",
                        DataType = CellValues.InlineString,
                        InlineString = new InlineString(new Text(column.Heading)),
                    })) { RowIndex = 1 }));
                list.Append(new Sheet { Name = sheet.Name, SheetId = (uint)list.Count() + 1, Id = workbook.GetIdOfPart(part) });
            }
        }

        return bytes.ToArray();
    }
}
