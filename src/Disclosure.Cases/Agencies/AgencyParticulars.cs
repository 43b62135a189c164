using FluentValidation;

namespace Disclosure.Cases.Agencies;

/// <summary>What an agency is from a day on, as an administrator states it; the parts are those of <see cref="Agency"/>.</summary>
/// <param name="Name">The name that signs.</param>
/// <param name="Code">机关代字.</param>
/// <param name="Kind">The tier.</param>
/// <param name="Office">政府信息公开工作机构 (art. 4).</param>
/// <param name="Address">Office address.</param>
/// <param name="Postcode">Postcode.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="ReconsiderationOrgan">Where reconsideration is applied for.</param>
/// <param name="ReconsiderationAddress">That organ's address.</param>
/// <param name="Court">The court for an action.</param>
/// <param name="Masthead">Which masthead its letters carry.</param>
public sealed record AgencyParticulars(
    string Name,
    string Code,
    AgencyKind Kind,
    string Office,
    string Address,
    string Postcode,
    string Phone,
    string ReconsiderationOrgan,
    string ReconsiderationAddress,
    string Court,
    MastheadKind Masthead)
{
    /// <summary>The particulars of a version.</summary>
    public static AgencyParticulars Of(Agency agency) => new(
        agency.Name, agency.Code, agency.Kind, agency.Office, agency.Address, agency.Postcode, agency.Phone,
        agency.ReconsiderationOrgan, agency.ReconsiderationAddress, agency.Court, agency.Masthead);

    /// <summary>The version that an agency has with these particulars from a day on.</summary>
    public Agency From(Guid agencyId, DateOnly day) => new(
        agencyId, day, Code.Trim(), Name.Trim(), Kind, Office.Trim(), Address.Trim(), Postcode.Trim(), Phone.Trim(),
        ReconsiderationOrgan.Trim(), ReconsiderationAddress.Trim(), Court.Trim(), Masthead);

    /// <summary>Each particular by its identifier, in the order in which people read them.</summary>
    public IEnumerable<(string Field, string? Value)> Fields =>
    [
        (JournalFields.Name, Name), (JournalFields.Code, Code), (JournalFields.Kind, StoredNames.Of(Kind)), (JournalFields.Office, Office),
        (JournalFields.Address, Address), (JournalFields.Postcode, Postcode), (JournalFields.Phone, Phone),
        (JournalFields.ReconsiderationOrgan, ReconsiderationOrgan), (JournalFields.ReconsiderationAddress, ReconsiderationAddress),
        (JournalFields.Court, Court), (JournalFields.Masthead, StoredNames.Of(Masthead)),
    ];
}

internal sealed class AgencyParticularsRules : AbstractValidator<AgencyParticulars>
{
    private const int Longest = 200;

    public AgencyParticularsRules()
    {
        RuleFor(agency => agency.Name).IsLine(Longest);
        RuleFor(agency => agency.Code).IsLine(20);
        RuleFor(agency => agency.Kind).IsInEnum().Refuse("choice.unknown");
        RuleFor(agency => agency.Office).IsLine(Longest);
        RuleFor(agency => agency.Address).IsLine(Longest);
        RuleFor(agency => agency.Postcode).IsLine(20);
        RuleFor(agency => agency.Phone).IsLine(100);
        RuleFor(agency => agency.ReconsiderationOrgan).IsLine(Longest);
        RuleFor(agency => agency.ReconsiderationAddress).IsLine(Longest);
        RuleFor(agency => agency.Court).IsLine(Longest);
        RuleFor(agency => agency.Masthead).IsInEnum().Refuse("choice.unknown");
    }
}

/// <summary>What the agencies of a district owe to one another.</summary>
internal static class AgencyRules
{
    /// <summary>
    /// A code belongs to one agency for ever: numbers carry it alone, and its series of a year would begin again at 1
    /// under another agency. Null when it is free.
    /// </summary>
    public static Refusal? CodeTaken(IEnumerable<Agency> history, Guid agencyId, string code) =>
        history.FirstOrDefault(other => other.Id != agencyId && other.Code == code.Trim()) is { } taken
            ? new Refusal("agency.codeTaken", code.Trim(), taken.Name)
            {
                Field = $"{nameof(AddAgency.Particulars)}.{nameof(AgencyParticulars.Code)}",
            }
            : null;
}
