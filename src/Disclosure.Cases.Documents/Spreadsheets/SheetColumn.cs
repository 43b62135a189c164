namespace Disclosure.Cases.Documents.Spreadsheets;

/// <param name="Heading">What stands in the first line.</param>
/// <param name="Width">How wide it is, in digits of the standard font; a Chinese character takes two.</param>
/// <param name="Value">What stands in a line: a text, a day, a whole number; nothing for null and for an empty text.</param>
internal sealed record SheetColumn<T>(string Heading, double Width, Func<T, object?> Value);
