namespace Disclosure.Cases.AnnualReports;

/// <summary>An annual report as files. Like everything on paper they are in Chinese, whoever asks for them.</summary>
public interface IAnnualReportFiles
{
    /// <summary>The tables as a spreadsheet, a sheet each, in the official arrangement.</summary>
    byte[] ToXlsx(string title, AnnualFigures figures);

    /// <summary>The tables as comma-separated values, UTF-8 with its mark.</summary>
    byte[] ToCsv(AnnualFigures figures);

    /// <summary>The report with its chapters: what was written, the tables, and where nothing was written room for it.</summary>
    /// <param name="title">The title.</param>
    /// <param name="scope">Whose report.</param>
    /// <param name="year">The year.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="chapters">What was written.</param>
    byte[] ToDocx(
        string title, string scope, int year, AnnualFigures figures, IReadOnlyDictionary<ReportChapter, string> chapters);
}
