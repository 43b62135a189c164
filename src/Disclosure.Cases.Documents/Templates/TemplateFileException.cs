namespace Disclosure.Cases.Documents.Templates;

/// <summary>A template file cannot be used; the message names the file and what is wrong with it.</summary>
public sealed class TemplateFileException : Exception
{
    /// <summary>Names the file and the fault.</summary>
    public TemplateFileException(string file, string fault, Exception? inner = null)
        : base($"Template '{file}': {fault}", inner) => File = file;

    /// <summary>The file.</summary>
    public string File { get; }
}
