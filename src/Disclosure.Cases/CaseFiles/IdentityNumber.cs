using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.CaseFiles;

/// <summary>
/// Numbers of proofs of identity: of which document one is, whether it can be one of it, and its form for comparing. Width,
/// case, blanks and hyphens make no difference.
/// </summary>
public static partial class IdentityNumber
{
    // GB 32100-2015: digits and capitals without I, O, S, V, Z.
    private const string CreditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private const string CheckDigits = "10X98765432";

    /// <summary>The number without what makes no difference; empty where there is none.</summary>
    public static string Plain(string? number) => Hyphens().Replace(ComparedText.Of(number), "");

    /// <summary>
    /// The number as it is compared: of a resident's old identity card (15 digits) the number that the same person's new one
    /// has, with the century of all who had an old one, and its check digit (GB 11643-1999).
    /// </summary>
    public static string Compared(string? number, ApplicantKind applicant, IdentityDocumentKind? document)
    {
        var plain = Plain(number);
        return (document ?? Recognised(plain, applicant)) == IdentityDocumentKind.ResidentIdentityCard
            && plain.Length == OldLength && plain.All(char.IsAsciiDigit) && IsDay(plain[6..12])
            ? WithCheckDigit($"{plain[..6]}19{plain[6..]}")
            : plain;
    }

    /// <summary>The document that the number is of, by its form; null where the form does not tell.</summary>
    public static IdentityDocumentKind? Recognised(string? number, ApplicantKind applicant)
    {
        var plain = Plain(number);
        return applicant != ApplicantKind.NaturalPerson
            ? MaybeCreditCode().IsMatch(plain) ? IdentityDocumentKind.UnifiedSocialCreditCode : null
            : plain switch
            {
                _ when ResidencePermit().IsMatch(plain) => IdentityDocumentKind.HongKongMacaoTaiwanResidencePermit,
                _ when ForeignCard().IsMatch(plain) => IdentityDocumentKind.ForeignPermanentResidentCard,
                _ when MaybeIdentityCard().IsMatch(plain) => IdentityDocumentKind.ResidentIdentityCard,
                _ when HongKongMacaoPermit().IsMatch(plain) => IdentityDocumentKind.HongKongMacaoTravelPermit,
                _ when TaiwanPermit().IsMatch(plain) => IdentityDocumentKind.TaiwanTravelPermit,
                _ when Passport().IsMatch(plain) => IdentityDocumentKind.Passport,
                _ when CreditCode().IsMatch(plain) => IdentityDocumentKind.UnifiedSocialCreditCode,
                _ => null,
            };
    }

    /// <summary>
    /// What speaks against the number, or null. It may stand in the document all the same: then whoever registers says so.
    /// </summary>
    public static Refusal? Doubt(string? number, ApplicantKind applicant, IdentityDocumentKind? document)
    {
        var plain = Plain(number);
        if (plain.Length == 0 || (document ?? Recognised(plain, applicant)) is not { } kind)
        {
            return null;
        }

        var (hasForm, hasCheckDigit) = kind switch
        {
            // The old number has no check digit: only the day of birth shows a slip.
            IdentityDocumentKind.ResidentIdentityCard => (
                IdentityCard().IsMatch(plain) && (plain.Length != OldLength || IsDay(plain[6..12])),
                plain.Length == OldLength || HasCheckDigit(plain)),
            IdentityDocumentKind.HongKongMacaoTaiwanResidencePermit => (ResidencePermit().IsMatch(plain), HasCheckDigit(plain)),
            IdentityDocumentKind.ForeignPermanentResidentCard =>
                (ForeignCard().IsMatch(plain), plain.Length == OldLength || HasCheckDigit(plain)),
            IdentityDocumentKind.UnifiedSocialCreditCode =>
                (CreditCode().IsMatch(plain), CreditCode().IsMatch(plain) && plain == CreditCodeOf(plain[..^1])),
            IdentityDocumentKind.HongKongMacaoTravelPermit => (HongKongMacaoPermit().IsMatch(plain), true),
            IdentityDocumentKind.TaiwanTravelPermit => (TaiwanPermit().IsMatch(plain), true),
            IdentityDocumentKind.Passport or IdentityDocumentKind.Other => (true, true),
        };
        return !hasForm ? new Refusal("identity.form", kind) : !hasCheckDigit ? new Refusal("identity.checkDigit", kind) : null;
    }

    /// <summary>The 17 digits of an identity card with the check digit behind them (GB 11643-1999, ISO 7064 MOD 11-2).</summary>
    public static string WithCheckDigit(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return digits + CheckDigits[digits.Aggregate(0, (sum, digit) => (sum + digit - '0') * 2 % 11)];
    }

    /// <summary>The 17 characters of a credit code with the check character behind them (GB 32100-2015, ISO 7064 MOD 31).</summary>
    public static string CreditCodeOf(string characters)
    {
        ArgumentNullException.ThrowIfNull(characters);
        var (sum, weight) = (0, 1);
        foreach (var character in characters)
        {
            sum += CreditCodeAlphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % CreditCodeAlphabet.Length;
        }

        return characters + CreditCodeAlphabet[(CreditCodeAlphabet.Length - (sum % CreditCodeAlphabet.Length)) % CreditCodeAlphabet.Length];
    }

    private const int OldLength = 15;

    private static bool HasCheckDigit(string plain) => IdentityCard().IsMatch(plain) && plain == WithCheckDigit(plain[..^1]);

    private static bool IsDay(string day) => DateOnly.TryParseExact(
        "19" + day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"[\p{Pd}\u2212]")]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"\A(\d{15}|\d{17}[\dX])\z", RegexOptions.ECMAScript)]
    private static partial Regex IdentityCard();

    // One digit too many or too few is a slip, and asked about.
    [GeneratedRegex(@"\A\d{14,18}[\dX]?\z", RegexOptions.ECMAScript)]
    private static partial Regex MaybeIdentityCard();

    [GeneratedRegex(@"\A8[123]0000\d{11}[\dX]\z", RegexOptions.ECMAScript)]
    private static partial Regex ResidencePermit();

    // Cards since 2023 begin with 9; those before had three letters of the country.
    [GeneratedRegex(@"\A(9\d{16}[\dX]|[A-Z]{3}\d{12})\z", RegexOptions.ECMAScript)]
    private static partial Regex ForeignCard();

    [GeneratedRegex(@"\A[0-9A-HJ-NPQRTUWXY]{18}\z")]
    private static partial Regex CreditCode();

    [GeneratedRegex(@"\A[0-9A-Z]{17,19}\z")]
    private static partial Regex MaybeCreditCode();

    [GeneratedRegex(@"\A[HM]\d{8}(\d{2})?\z", RegexOptions.ECMAScript)]
    private static partial Regex HongKongMacaoPermit();

    [GeneratedRegex(@"\A(\d{8}|\d{10}[A-Z]?)\z", RegexOptions.ECMAScript)]
    private static partial Regex TaiwanPermit();

    [GeneratedRegex(@"\A[A-Z]{1,2}\d{7,8}\z", RegexOptions.ECMAScript)]
    private static partial Regex Passport();
}
