using System.Globalization;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Acting;

/// <summary>
/// Reads what was typed into a form. What cannot be read is a finding beside its field, and nothing is sent; the rest is
/// for the command to judge.
/// </summary>
internal sealed class FormReader(IFormCollection form, IStringLocalizer<Words> words)
{
    /// <summary>Stands for all agencies where one of them, or all, is chosen.</summary>
    public const string All = "district";

    private readonly List<Finding> findings = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>What was typed, as it was typed; null when nothing was.</summary>
    public string? Raw(string name) => form.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>A text as the domain takes it in; empty when nothing was typed.</summary>
    public string Text(string name) => PrintedText.Entered(Raw(name));

    /// <summary>A text, or null when nothing was typed.</summary>
    public string? OptionalText(string name) => Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>A day that must be given.</summary>
    public DateOnly Date(string name)
    {
        if (string.IsNullOrWhiteSpace(Raw(name)))
        {
            Refuse(name, words["请填写日期。"]);
        }

        return OptionalDate(name) ?? default;
    }

    /// <summary>A day that may be left out.</summary>
    public DateOnly? OptionalDate(string name)
    {
        if (string.IsNullOrWhiteSpace(Raw(name)))
        {
            return null;
        }

        if (Dates.Parse(Raw(name)) is { } day)
        {
            return day;
        }

        Refuse(name, words["“{0}”不是存在的日期，请按“2026-11-22”的格式填写。", Cut(Raw(name)!)]);
        return null;
    }

    /// <summary>A whole number that must be given.</summary>
    public int Number(string name)
    {
        if (string.IsNullOrWhiteSpace(Raw(name)))
        {
            Refuse(name, words["请填写数字。"]);
        }

        return OptionalNumber(name) ?? default;
    }

    /// <summary>A whole number that may be left out.</summary>
    public int? OptionalNumber(string name)
    {
        if (string.IsNullOrWhiteSpace(Raw(name)))
        {
            return null;
        }

        if (int.TryParse(Raw(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse(name, words["“{0}”不是整数。", Cut(Raw(name)!)]);
        return null;
    }

    /// <summary>One of the values of an enumeration, by its stored name: what was typed may be kept as a draft.</summary>
    public T Choice<T>(string name)
        where T : struct, Enum
    {
        if (StoredNames.TryRead<T>(Raw(name), out var value))
        {
            return value;
        }

        Refuse(name, words["请从所列选项中选择。"]);
        return default;
    }

    /// <summary>One of the values of an enumeration, or null where none was chosen.</summary>
    public T? OptionalChoice<T>(string name)
        where T : struct, Enum => string.IsNullOrEmpty(Raw(name)) ? null : Choice<T>(name);

    /// <summary>The id of something that was chosen.</summary>
    public Guid Id(string name)
    {
        if (Guid.TryParse(Raw(name), out var id))
        {
            return id;
        }

        Refuse(name, words["请从所列选项中选择。"]);
        return default;
    }

    /// <summary>The id of something that was chosen; null where nothing was.</summary>
    public Guid? OptionalId(string name) => string.IsNullOrEmpty(Raw(name)) ? null : Id(name);

    /// <summary>The id of something that was chosen; null where all were.</summary>
    public Guid? IdOrAll(string name) => Raw(name) == All ? null : Id(name);

    /// <summary>The ids of everything that was ticked.</summary>
    public IReadOnlyList<Guid> Ids(string name) =>
        form.TryGetValue(name, out var values)
            ? [.. values.Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)]
            : [];

    /// <summary>Whether a box was ticked.</summary>
    public bool Yes(string name) => Raw(name) is "true" or "on";

    /// <summary>The uploaded file, or null.</summary>
    public IFormFile? File(string name) => form.Files.GetFile(name);

    /// <summary>The name of an uploaded file; null where there is none, or nothing of it can be seen.</summary>
    public static string? NameOf(IFormFile? upload) =>
        PrintedText.OneLine(Path.GetFileName(upload?.FileName ?? "")) is { Length: > 0 } name ? name : null;

    /// <summary>Adds a finding of the caller.</summary>
    public void Refuse(string? field, string text) => findings.Add(new Finding(field, text));

    private static string Cut(string text) => text.Length > 30
        ? new StringInfo(text).SubstringByTextElements(0, Math.Min(20, new StringInfo(text).LengthInTextElements)) + "…"
        : text;
}
