using System.Text;
using Disclosure.Cases.Documents.Model;

namespace Disclosure.Cases.Documents.Typography;

/// <summary>The characters of a line, each with the run it stands in, so that a rule may look across runs.</summary>
internal sealed class PrintedLine
{
    private readonly IReadOnlyList<Inline> runs;
    private readonly List<(char Letter, int Run)> letters = [];

    public PrintedLine(IReadOnlyList<Inline> runs)
    {
        this.runs = runs;
        letters.AddRange(runs.SelectMany((run, index) => run.Text.Select(letter => (letter, index))));
    }

    public int Length => letters.Count;

    /// <summary>The character at a place; NUL before the first and after the last.</summary>
    public char this[int place]
    {
        get => place >= 0 && place < letters.Count ? letters[place].Letter : '\0';
        set => letters[place] = (value, letters[place].Run);
    }

    /// <summary>The run of a character, by its place among the runs.</summary>
    public int RunAt(int place) => letters[place].Run;

    /// <summary>Whether somebody typed the character, or the case's data have it; else it is the wording's own.</summary>
    public bool IsFilledIn(int place) => runs[letters[place].Run].IsFilledIn;

    /// <summary>The same of a whole run.</summary>
    public bool RunIsFilledIn(int run) => runs[run].IsFilledIn;

    public string Text => string.Concat(letters.Select(each => each.Letter));

    /// <summary>Takes characters away.</summary>
    public void Remove(int place, int count = 1) => letters.RemoveRange(place, count);

    /// <summary>The runs with what has become of their text; one that has none left is gone.</summary>
    public IReadOnlyList<Inline> Runs()
    {
        var texts = runs.Select(_ => new StringBuilder()).ToList();
        foreach (var (letter, run) in letters)
        {
            texts[run].Append(letter);
        }

        return [.. runs.Select((run, index) => run with { Text = texts[index].ToString() })
            .Where((run, index) => run.Text.Length > 0 || runs[index].Text.Length == 0)];
    }
}
