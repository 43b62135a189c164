namespace Disclosure.Cases.Importing;

/// <summary>A cell as it was read from a file.</summary>
/// <param name="Text">What stands in it, without blanks around it; empty where nothing does.</param>
/// <param name="Day">The day that it holds, where the file says that it is one.</param>
/// <param name="Fault">Why it cannot be trusted: the code of a sentence; null where it can.</param>
public readonly record struct SheetCell(string Text, DateOnly? Day = null, string? Fault = null)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Text.Length == 0 && Fault is null;
}

/// <summary>A row of a sheet.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="IsHidden">Whether the file hides it.</param>
/// <param name="Cells">Its cells by their column; it ends with the last one that holds something.</param>
public sealed record SheetRow(int Number, bool IsHidden, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>The cell in a column, from 0.</summary>
    public SheetCell this[int column] => column < Cells.Count ? Cells[column] : new SheetCell("");

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Cells.All(cell => cell.IsEmpty);
}

/// <summary>A sheet of a workbook; a file of comma-separated values is one.</summary>
/// <param name="Name">Its name; empty for comma-separated values.</param>
/// <param name="IsHidden">Whether the file hides it.</param>
/// <param name="Rows">Its rows, in their order. Merged cells have each the value of the first.</param>
public sealed record ImportedSheet(string Name, bool IsHidden, IReadOnlyList<SheetRow> Rows);

/// <summary>The letters by which people know a column.</summary>
public static class ColumnName
{
    /// <summary>Of a column, from 0: A, B … Z, AA …</summary>
    public static string Of(int column) => column < 26 ? $"{(char)('A' + column)}" : Of((column / 26) - 1) + Of(column % 26);
}

/// <summary>Reads spreadsheets (XLSX) and comma-separated values, as offices keep them.</summary>
public interface ISheetReader
{
    /// <summary>The largest file, in megabytes.</summary>
    const int LargestFile = 20;

    /// <summary>The most rows of a sheet.</summary>
    const int MostRows = 50_000;

    /// <summary>The sheets of a file, or why it cannot be read.</summary>
    Result<IReadOnlyList<ImportedSheet>> Read(byte[] content);

    /// <summary>The text of a file: UTF-8, UTF-16 with its mark, or GB 18030, which Chinese Excel saves.</summary>
    Result<string> Decode(byte[] content);
}
