using System.Reflection;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.Agencies;

/// <summary>
/// What a password must be, for every door by which one comes in: long rather than odd, not what everybody tries first, and
/// without the names of whom it belongs to. A phrase is fine.
/// </summary>
public static partial class Passwords
{
    /// <summary>The fewest characters of a password, counted as code points.</summary>
    public const int Shortest = 12;

    private const int Longest = 200;

    // How many different characters have to be left once all that is common is taken out.
    private const int FewestOfItsOwn = 6;

    private static readonly string[] Rows =
    [
        "01234567890", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM", "!@#$%^&*()",
        "1QAZ2WSX3EDC4RFV5TGB6YHN7UJM8IK9OL0P", "QAZWSXEDCRFVTGBYHNUJMIKOLP", "一二三四五六七八九十",
    ];

    private static readonly string[] Lines = [.. Rows.SelectMany(row => new[] { row, string.Concat(row.Reverse()) })];

    private static readonly string[] Common = [.. Read().Select(Compared).OrderByDescending(word => word.Length)];

    /// <summary>What is wrong with a password; null: nothing.</summary>
    /// <param name="password">The password.</param>
    /// <param name="names">The names of the user and of the agency, which may not stand in it.</param>
    public static Refusal? Fault(string password, params IEnumerable<string?> names)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.EnumerateRunes().Count() < Shortest)
        {
            return new Refusal("user.passwordTooShort", Shortest);
        }

        if (password.Length > Longest)
        {
            return new Refusal("text.tooLong", Longest);
        }

        var compared = Compared(password);
        return IsCommon(compared) ? new Refusal("user.passwordCommon")
            : names.Any(name => IsIn(compared, Compared(name))) ? new Refusal("user.passwordHasName")
            : null;
    }

    // A number of twelve digits and more is somebody's telephone, identity number or birthday.
    private static bool IsCommon(string password)
    {
        var own = new HashSet<char>();
        for (var at = 0; at < password.Length;)
        {
            var taken = CommonAt(password, at);
            if (taken == 0)
            {
                own.Add(password[at]);
            }

            at += Math.Max(taken, 1);
        }

        return own.Count < FewestOfItsOwn || password.TrimEnd('X').All(char.IsDigit);
    }

    // How much of the password from a place on is a common word, a date, one character again and again, or a walk along the keys.
    private static int CommonAt(string password, int at)
    {
        var rest = password[at..];
        var word = Common.FirstOrDefault(word => rest.StartsWith(word, StringComparison.Ordinal))?.Length ?? 0;
        var again = rest.TakeWhile(each => each == rest[0]).Count();
        var walk = Lines.Max(line => Along(line, rest));
        return new[]
        {
            word,
            Date().Match(rest).Length,
            again >= 3 ? again : 0,
            walk >= (char.IsDigit(rest[0]) ? 3 : 4) ? walk : 0,
        }.Max();
    }

    private static int Along(string line, string text)
    {
        var from = line.IndexOf(text[0], StringComparison.Ordinal);
        return from < 0 ? 0 : line[from..].Zip(text).TakeWhile(pair => pair.First == pair.Second).Count();
    }

    // One letter, or two as in Li, stand in many a phrase by chance; two characters of a Chinese name do not.
    private static bool IsIn(string password, string name) =>
        name.Length >= (name.Any(char.IsAscii) ? 3 : 2) && password.Contains(name, StringComparison.Ordinal);

    private static string Compared(string? text) =>
        string.Concat(ComparedText.Of(text).Where(each => each is not ('-' or '_' or '.')));

    private static string[] Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("common-passwords.txt")!);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"\A(19|20)\d\d((0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))?")]
    private static partial Regex Date();
}
