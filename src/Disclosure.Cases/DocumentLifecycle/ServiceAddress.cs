using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>Where a letter may be served: where its recipient said, or where somebody says how else the address is known.</summary>
internal static class ServiceAddress
{
    /// <summary>What the way asks for and nothing else; an address that was left out is the one that the applicant gave.</summary>
    /// <param name="way">The way.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="applicant">The applicant who is served; null for whoever else it is addressed to.</param>
    public static ServiceParticulars Filled(ServiceWay way, ServiceParticulars typed, Applicant? applicant) => typed with
    {
        Address = way == ServiceWay.Post ? Given(typed.Address) ?? Given(applicant?.Address) : null,
        ElectronicAddress = way == ServiceWay.Electronic ? Given(typed.ElectronicAddress) ?? Given(applicant?.ElectronicAddress) : null,
        MailNumber = way == ServiceWay.Post ? Closed(typed.MailNumber ?? "") : null,
        MailNumberNote = way == ServiceWay.Post ? Given(typed.MailNumberNote) : null,
        Through = way == ServiceWay.ThroughAgency ? Given(typed.Through) : null,
        Signer = Given(typed.Signer),
        Basis = way is ServiceWay.Post or ServiceWay.Electronic ? Given(typed.Basis) : null,
    };

    /// <summary>What speaks against serving a letter there, or null.</summary>
    /// <param name="way">The way.</param>
    /// <param name="filled">Address, number and the like, as <see cref="Filled"/> makes them.</param>
    /// <param name="applicant">The applicant who is served; null for whoever else it is addressed to.</param>
    public static Refusal? Judge(ServiceWay way, ServiceParticulars filled, Applicant? applicant) => (way, applicant) switch
    {
        (ServiceWay.Electronic, { } person) when Given(person.ElectronicAddress) is null =>
            At("service.notAgreedToElectronic", nameof(filled.ElectronicAddress)),
        (ServiceWay.Electronic, { } person) when !IsSame(person.ElectronicAddress, filled.ElectronicAddress) =>
            At("service.otherElectronicAddress", nameof(filled.ElectronicAddress), person.ElectronicAddress),
        (ServiceWay.Electronic, null) when filled.ElectronicAddress is null =>
            At("service.addressNeeded", nameof(filled.ElectronicAddress)),
        (ServiceWay.Electronic, null) when filled.Basis is null => At("service.electronicBasisNeeded", nameof(filled.Basis)),
        (ServiceWay.Post, _) when filled.Address is null => At("service.addressNeeded", nameof(filled.Address)),
        (ServiceWay.Post, { } person) when filled.Basis is null && Given(person.Address) is null =>
            At("service.noAddressGiven", nameof(filled.Basis)),
        (ServiceWay.Post, { } person) when filled.Basis is null && !IsSame(person.Address, filled.Address) =>
            At("service.otherAddress", nameof(filled.Basis), person.Address),
        _ => null,
    };

    /// <summary>Whether it goes where its recipient said; of others than applicants nobody records what they said.</summary>
    public static bool WasGiven(ServiceParticulars filled, Applicant? applicant) =>
        applicant is null || IsSame(applicant.Address, filled.Address);

    /// <summary>A mail's number as it is kept: in plain width, in capitals and without blanks.</summary>
    public static string Closed(string number) => string.Concat(
        ComparedText.Folded(number).ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter)));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Whether a letter goes where its recipient said, however the address is written.</summary>
    public static bool IsSame(string? given, string? used) =>
        Given(given) is { } address && ComparedText.Of(address) == ComparedText.Of(used);

    private static Refusal At(string code, string field, params object?[] arguments) =>
        new(code, arguments) { Field = $"{nameof(ServeDocument.Particulars)}.{field}" };
}
