using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;

namespace Disclosure.Cases.Letters;

/// <summary>One applicant as the letter addresses them.</summary>
/// <param name="Kind">Decides between 您 and 你单位.</param>
/// <param name="Name">The name as registered.</param>
public sealed record LetterApplicant(ApplicantKind Kind, string Name)
{
    /// <summary>Who applied and died, or ended, where it is a successor; null else.</summary>
    public string? Succeeds { get; init; }
}

/// <summary>The signing agency as it stood on the day of the letter (its names and remedies are effective-dated).</summary>
/// <param name="Name">The organ's name, in the masthead and the signature.</param>
/// <param name="Masthead">Which of the two mastheads.</param>
public sealed record LetterAgency(string Name, MastheadKind Masthead)
{
    /// <summary>机关代字, or null.</summary>
    public string? Code { get; init; }

    /// <summary>政府信息公开工作机构, or null for the agency itself.</summary>
    public string? Office { get; init; }

    /// <summary>The office's address.</summary>
    public string? Address { get; init; }

    /// <summary>The office's postcode, or null.</summary>
    public string? Postcode { get; init; }

    /// <summary>The office's telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The organ of reconsideration.</summary>
    public string? ReconsiderationOrgan { get; init; }

    /// <summary>Where applications for reconsideration are received.</summary>
    public string? ReconsiderationAddress { get; init; }

    /// <summary>The court that has jurisdiction.</summary>
    public string? Court { get; init; }
}

/// <summary>What the letter says of the case.</summary>
/// <param name="RegisterNumber">The register number of the application.</param>
/// <param name="Applicants">The applicants, the representative one first; at least one.</param>
/// <param name="ReceivedOn">收到申请之日 (art. 31).</param>
/// <param name="CorrectedOn">The day the correction came in, or null when none was asked for.</param>
/// <param name="Requested">What is applied for, in the applicant's words; since a correction, in the corrected ones.</param>
public sealed record LetterCase(
    string RegisterNumber,
    IReadOnlyList<LetterApplicant> Applicants,
    DateOnly ReceivedOn,
    DateOnly? CorrectedOn,
    string Requested)
{
    /// <summary>What was applied for at first, where the correction changed it; else null.</summary>
    public string? FirstRequested { get; init; }

    /// <summary>The decision that this one takes the place of, after a reopening; null for a first decision.</summary>
    public LetterReplaced? Replaces { get; init; }
}

/// <summary>A decision that another one replaces.</summary>
/// <param name="Number">Its number.</param>
/// <param name="DecidedOn">Its date of issue.</param>
public sealed record LetterReplaced(string Number, DateOnly DecidedOn);

/// <summary>What a letter says of the items of one outcome, where there are several (docs/domain.md, "Several outcomes").</summary>
/// <param name="TemplateCode">The template that would answer them alone.</param>
/// <param name="Variant">Its variant, or null for its first.</param>
/// <param name="Items">The items by their place in the application, from 1, in rising order.</param>
/// <param name="Requested">What was applied for in these items.</param>
/// <param name="Facts">The template's facts by key.</param>
public sealed record LetterSection(string TemplateCode, string? Variant, IReadOnlyList<int> Items, string Requested, JsonObject Facts)
{
    /// <summary>What was applied for in them at first, where the correction changed it; else null.</summary>
    public string? FirstRequested { get; init; }

    /// <summary>The wording that it is made from; null for the one in force.</summary>
    public string? TemplateVersion { get; init; }
}

/// <summary>All that a document is made from; the same letter gives the same bytes.</summary>
/// <param name="TemplateCode">The template's code; of several sections the principal one's.</param>
/// <param name="Variant">The variant, or null for the template's first.</param>
/// <param name="Agency">Who signs.</param>
/// <param name="Case">What it is about.</param>
/// <param name="Facts">The template's facts by key; of several sections the principal one's.</param>
public sealed record Letter(string TemplateCode, string? Variant, LetterAgency Agency, LetterCase Case, JsonObject Facts)
{
    /// <summary>The title of a letter with several sections: none of its templates names it.</summary>
    public const string TitleOfSeveral = "政府信息公开告知书";

    /// <summary>What it says of each outcome; empty where all items have the same one.</summary>
    public IReadOnlyList<LetterSection> Sections { get; init; } = [];

    /// <summary>Each section as the letter it would be alone; the letter itself where it has no sections.</summary>
    public IReadOnlyList<Letter> Alone => Sections.Count == 0
        ? [this]
        : [.. Sections.Select(section => this with
        {
            TemplateCode = section.TemplateCode,
            TemplateVersion = section.TemplateVersion,
            Variant = section.Variant,
            Facts = section.Facts,
            Case = Case with { Requested = section.Requested, FirstRequested = section.FirstRequested },
            Sections = [],
        })];

    /// <summary>The wording that it is made from, of several sections the principal one's; null for the one in force.</summary>
    public string? TemplateVersion { get; init; }

    /// <summary>The number taken at approval; null in a draft, and for templates without a series.</summary>
    public string? Number { get; init; }

    /// <summary>The date of issue; null in a draft.</summary>
    public DateOnly? DecidedOn { get; init; }
}
