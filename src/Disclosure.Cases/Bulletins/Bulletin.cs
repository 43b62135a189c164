using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Bulletins;

/// <summary>A quarterly bulletin (季度通报) that was issued: it never changes.</summary>
/// <param name="Year">The year of issue, in China.</param>
/// <param name="Number">1 for the first of its year; none is left out.</param>
/// <param name="Parts">What was written.</param>
/// <param name="Organ">Who issued it.</param>
/// <param name="IssuedBy">Who issued it and made its table (制表人).</param>
public sealed record Bulletin(
    Guid Id, int Year, int Number, BulletinFigures Figures, IReadOnlyDictionary<BulletinPart, string> Parts, string Organ,
    DateTimeOffset IssuedAt, Guid IssuedBy, string IssuedByName)
{
    /// <summary>The day of issue, in China.</summary>
    public DateOnly IssuedOn => ChinaTime.DayOf(IssuedAt);

    /// <summary>The number line, as <c>2026年第1期</c>.</summary>
    public string NumberLine(string language) => Texts.Say(language, "bulletin.number", Year, Number);

    /// <summary>What the bulletin of a quarter is called.</summary>
    public static string TitleOf(Quarter quarter, string language) =>
        Texts.Say(language, "bulletin.title", quarter.Year, quarter.Number);
}

/// <summary>The parts of a bulletin in which somebody writes; the tables stand between them.</summary>
[StoredName("BulletinPart")]
public enum BulletinPart
{
    /// <summary>主送: to whom it goes.</summary>
    [StoredName("Recipients")]
    Recipients,

    /// <summary>导语: before the tables.</summary>
    [StoredName("Opening")]
    Opening,

    /// <summary>情况说明.</summary>
    [StoredName("Remarks")]
    Remarks,

    /// <summary>工作要求.</summary>
    [StoredName("Demands")]
    Demands,
}

/// <summary>Keeps what is written for bulletins, what is issued, and the record of interviews.</summary>
public interface IBulletins
{
    /// <summary>The first day on which a reply was served or due; null where there is none.</summary>
    Task<DateOnly?> FirstFigureOn(CancellationToken cancellation);

    /// <summary>The text of a bulletin in preparation, by part.</summary>
    Task<IReadOnlyDictionary<BulletinPart, string>> Parts(Quarter quarter, CancellationToken cancellation);

    /// <summary>Keeps the text of a part.</summary>
    Task SetPart(Quarter quarter, BulletinPart part, string text, CancellationToken cancellation);

    /// <summary>The threshold in force.</summary>
    Task<InterviewThreshold> Threshold(CancellationToken cancellation);

    /// <summary>Puts a threshold in force; those before stay on record.</summary>
    /// <returns>Whether nobody else set one meanwhile.</returns>
    Task<bool> SetThreshold(InterviewThreshold threshold, DateTimeOffset at, Actor by, CancellationToken cancellation);

    /// <summary>Every bulletin that was issued, the last one first.</summary>
    Task<IReadOnlyList<Bulletin>> Issued(CancellationToken cancellation);

    /// <summary>A bulletin by its number, or null.</summary>
    Task<Bulletin?> Find(int year, int number, CancellationToken cancellation);

    /// <summary>A bulletin by its id, or null.</summary>
    Task<Bulletin?> Find(Guid id, CancellationToken cancellation);

    /// <summary>Keeps a bulletin that is issued.</summary>
    /// <returns>Whether no other one took its number meanwhile.</returns>
    Task<bool> Add(Bulletin bulletin, CancellationToken cancellation);

    /// <summary>The record of the interviews proposed by a bulletin, by agency and order.</summary>
    Task<IReadOnlyList<InterviewEntry>> Interviews(Guid bulletinId, CancellationToken cancellation);

    /// <summary>The record of an agency's interviews, of all bulletins, the first bulletin first.</summary>
    Task<IReadOnlyList<InterviewEntry>> InterviewsOf(Guid agencyId, CancellationToken cancellation);

    /// <summary>Adds an entry to the record of an interview.</summary>
    /// <returns>Whether no other one took its place meanwhile.</returns>
    Task<bool> Add(InterviewEntry entry, CancellationToken cancellation);
}
