namespace Disclosure.Cases.Web.Acting;

/// <summary>Where on the page a field stands.</summary>
/// <param name="Field">The field's name, as findings carry it.</param>
/// <param name="Label">What people read.</param>
/// <param name="Id">The id to lead to.</param>
internal sealed record Place(string Field, string Label, string Id);

/// <summary>What is wrong, above a form: each line names its field and leads to it.</summary>
/// <param name="Findings">What is wrong.</param>
/// <param name="Places">The fields of the page.</param>
internal sealed record FindingSummary(IReadOnlyList<Finding> Findings, IEnumerable<Place> Places)
{
    /// <summary>The line above; null where nothing was kept.</summary>
    public string? Heading { get; init; }

    /// <summary>
    /// The lines: where to lead, or null, and what to say. A sentence that names its field is not preceded by it once more.
    /// </summary>
    public IEnumerable<(string? Id, string Text)> Lines =>
        Findings.Select(finding => Places.FirstOrDefault(place => place.Field == finding.Field) is { } place
            ? (place.Id, finding.Text.Contains(place.Label, StringComparison.Ordinal) ? finding.Text : $"{place.Label}：{finding.Text}")
            : ((string?)null, finding.Text));
}
