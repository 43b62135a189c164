namespace Disclosure.Cases.Bulletins;

/// <summary>A bulletin as a file. Like everything on paper it is in Chinese, whoever asks for it.</summary>
public interface IBulletinFiles
{
    /// <summary>The bulletin with its tables and texts.</summary>
    /// <param name="figures">Its figures.</param>
    /// <param name="parts">What was written.</param>
    /// <param name="organ">Who issues it.</param>
    /// <param name="tabledBy">Who made the table (制表人).</param>
    /// <param name="on">The day of the table, and of issue.</param>
    /// <param name="number">The number line; null while it is not issued.</param>
    byte[] ToDocx(
        BulletinFigures figures, IReadOnlyDictionary<BulletinPart, string> parts, string organ, string tabledBy, DateOnly on,
        string? number);
}
