namespace Disclosure.Cases.Tests.Contract;

/// <summary>
/// A file of what is stored, a line each, in ordinal order. It may grow: DISCLOSURE_RENEW_GOLDEN=1 adds the lines that are new, and
/// fails, so that they are read. No line ever changes or goes: it stands in the databases of the offices.
/// </summary>
internal sealed class ContractFile(string name)
{
    private readonly string location = Path.Combine(Repository.Root, "tests", "Disclosure.Cases.Tests", "Contract", name);

    public IReadOnlyList<string> Lines => File.Exists(location) ? [.. File.ReadLines(location)] : [];

    /// <summary>What a test says where a line does not hold any more.</summary>
    public string Broken =>
        $"Stored names are a contract: what {name} says stands in databases, and would not be read any more. Give the stored name back; "
        + "the name in C# may be any.";

    /// <summary>Everything that the program would write today is agreed.</summary>
    public void HasAllOf(IEnumerable<string> today)
    {
        var agreed = Lines;
        var added = today.Except(agreed).Order(StringComparer.Ordinal).ToList();
        if (added.Count > 0 && Environment.GetEnvironmentVariable("DISCLOSURE_RENEW_GOLDEN") == "1")
        {
            File.WriteAllText(location, string.Concat(agreed.Concat(added).Order(StringComparer.Ordinal).Select(line => line + "\n")));
            Assert.Fail($"{added.Count} lines were added to {name}: read them, then run without DISCLOSURE_RENEW_GOLDEN.");
        }

        Assert.That(added, Is.Empty, $"If these are new, DISCLOSURE_RENEW_GOLDEN=1 adds them to {name} for good. If not: {Broken}");
    }

    /// <summary>Nothing that was agreed is gone.</summary>
    public void HasNothingBut(IEnumerable<string> today) => Assert.That(Lines.Except(today), Is.Empty, Broken);
}
