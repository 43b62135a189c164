using System.Text.RegularExpressions;

namespace Disclosure.Cases.CaseFiles;

/// <summary>Who is the same applicant: the one function that decides it.</summary>
public static partial class SameApplicant
{
    private const int ShortestTelephone = 7;

    /// <summary>
    /// The key that the same applicant has each time: the kind and the identity number; without a number the kind, the name
    /// <em>and</em> the contact, never the name alone. Null when there is neither number nor contact: then nobody is the same.
    /// The document does not count: the number is the same whatever it was called.
    /// </summary>
    public static string? KeyOf(Applicant applicant)
    {
        ArgumentNullException.ThrowIfNull(applicant);
        return !Enum.IsDefined(applicant.Kind) ? null
            : IdentityNumber.Compared(applicant.IdentityNumber, applicant.Kind, applicant.Document) is { Length: > 0 } number
            ? $"{StoredNames.Of(applicant.Kind)}|#{number}"
            : Contact(applicant.Contact) is { Length: > 0 } contact
            ? $"{StoredNames.Of(applicant.Kind)}|{ComparedText.Of(applicant.Name)}|{contact}"
            : null;
    }

    /// <summary>Whether two are the same applicant.</summary>
    public static bool Are(Applicant one, Applicant other) => KeyOf(one) is { } key && key == KeyOf(other);

    /// <summary>A telephone number as it is dialled within the country, digits alone; null for any other text.</summary>
    public static string? Telephone(string text)
    {
        var compared = ComparedText.Of(text);
        return TelephoneNumber().IsMatch(compared) && compared.Count(char.IsAsciiDigit) >= ShortestTelephone ? Contact(compared) : null;
    }

    /// <summary>A contact as it is compared: a telephone number as its digits, dialled within the country; else a text.</summary>
    public static string Contact(string? contact)
    {
        var text = ComparedText.Of(contact);
        if (!TelephoneNumber().IsMatch(text))
        {
            return text;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var national = International().Match(text.TrimStart('(')) is { Success: true } abroad && abroad.Groups["rest"].Value is var rest
            ? string.Concat(rest.Where(char.IsAsciiDigit))
            : null;
        return national is null ? digits
            : Mobile().IsMatch(national) || national.StartsWith('0') || ServiceNumber().IsMatch(national) ? national
            : "0" + national;
    }

    [GeneratedRegex(@"\A\(?\+?[\d()\p{Pd}\u2212.·]*\d[\d()\p{Pd}\u2212.·]*\z")]
    private static partial Regex TelephoneNumber();

    // Without a plus or noughts before it, 86 is the country's only before a mobile number.
    [GeneratedRegex(@"\A(\+86|0086|86(?=\D*1[3-9](\D*\d){9}\D*\z))\D*(?<rest>\d.*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex International();

    [GeneratedRegex(@"\A1[3-9]\d{9}\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"\A[48]00\d{7}\z")]
    private static partial Regex ServiceNumber();
}
