using Dapper;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Reporting;

/// <summary>A filter as a condition on <c>case_files c</c>, with its arguments and those of the page.</summary>
internal sealed class QueueCondition
{
    // A sentence pasted into the field is no reason to look for each of its words.
    private const int MostWords = 6;

    // No telephone number and no identity number has fewer digits and letters.
    private const int ShortestNumber = 7;

    private const string HasOpenInquiry = "c.case_id IN (SELECT i.case_id FROM inquiries i WHERE i.answered_on IS NULL)";

    private readonly List<string> conditions = [];

    /// <param name="filter">The filter.</param>
    /// <param name="hash">The hash under which a text stands that is kept encrypted.</param>
    /// <param name="isSmall">Whether little is left of the cases by what else the query asks: then what is searched for
    /// is looked up case by case.</param>
    public QueueCondition(
        QueueFilter filter, Dialect dialect, Func<Applicant, (string? Number, string? Contact)> hash, bool isSmall = false)
    {
        var size = Math.Clamp(filter.PageSize, 1, 200);
        Arguments.AddDynamicParams(new { take = size, skip = (Math.Max(filter.Page, 1) - 1) * size });
        OfStages(filter.Stages);
        Add(filter.AgencyId is not null, "c.agency_id = @AgencyId", new { filter.AgencyId });
        Add(filter.OfficerId is not null, "c.officer_id = @OfficerId", new { filter.OfficerId });
        Add(filter.DueUntil is not null, "c.sort_due <= @DueUntil", new { filter.DueUntil });
        Add(filter.DueFrom is not null, "c.sort_due >= @DueFrom", new { filter.DueFrom });
        Add(filter.IsStanding, "(c.clock_stands = 1 OR c.is_consulting = 1)");
        Add(filter.HasOpenInquiry, HasOpenInquiry);
        if (filter.CaseIds is { } ids)
        {
            Add(true, ids.Count == 0 ? "1 = 0" : "c.case_id IN @CaseIds", new { CaseIds = RowMapping.List(ids) });
        }

        OfWords(filter, dialect, hash, isSmall || filter.Stages is null || filter.CaseIds is not null);
    }

    public string Sql => conditions.Count == 0 ? "1 = 1" : string.Join(" AND ", conditions);

    /// <summary>Whether it looks through the lines of all cases.</summary>
    public bool IsScan { get; private set; }

    public DynamicParameters Arguments { get; } = new();

    private void OfStages(IReadOnlyList<CaseStage>? stages)
    {
        if (stages is null)
        {
            Add(true, "c.is_open = 1");
        }
        else if (stages.Count < Enum.GetValues<CaseStage>().Length)
        {
            Add(
                true,
                stages.Count == 0 ? "1 = 0" : "c.stage IN @stages",
                new { stages = RowMapping.List(stages.Select(stage => StoredNames.Of(stage))) });
        }
    }

    private void OfWords(
        QueueFilter filter, Dialect dialect, Func<Applicant, (string? Number, string? Contact)> hash, bool isSmall)
    {
        var words = (filter.Search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(ComparedText.Of).Where(word => word.Length > 0).Distinct().Take(MostWords).ToList();
        if (words.Count == 0)
        {
            return;
        }

        var contains = new List<string>();
        foreach (var word in words)
        {
            Arguments.Add($"word{contains.Count}", word);
            var found = dialect.Contains("s.body", $"@word{contains.Count}");
            if (word.Count(char.IsAsciiLetterOrDigit) >= ShortestNumber)
            {
                var (number, contact) = hash(new Applicant(ApplicantKind.NaturalPerson, "", word, word, null, false, null));
                Arguments.Add($"number{contains.Count}", RowMapping.Ascii(number ?? ""));
                Arguments.Add($"contact{contains.Count}", RowMapping.Ascii(contact ?? ""));
                found = $"({found} OR s.case_id IN (SELECT n.case_id FROM applicants n WHERE n.number_hash = @number{contains.Count} "
                    + $"UNION SELECT n.case_id FROM applicants n WHERE n.contact_hash = @contact{contains.Count}))";
            }

            contains.Add(found);
        }

        // Open cases are few: each is looked up. All others are found by one scan, of the agency's lines where it is one's.
        var all = string.Join(" AND ", contains);
        IsScan = !isSmall;
        Add(true, isSmall
            ? $"EXISTS (SELECT 1 FROM case_search s WHERE s.case_id = c.case_id AND {all})"
            : "c.case_id IN (SELECT s.case_id FROM case_search s "
                + $"WHERE {(filter.AgencyId is null ? "" : "s.agency_id = @AgencyId AND ")}{all})");
    }

    private void Add(bool applies, string condition, object? arguments = null)
    {
        if (applies)
        {
            conditions.Add(condition);
            Arguments.AddDynamicParams(arguments);
        }
    }
}
