namespace Disclosure.Cases.Web.Tests.Hostile;

/// <summary>A name and a value of a form or an address, or a file.</summary>
internal sealed record Part(string Name, string Value, bool IsFile = false);

/// <summary>Who asks: what a browser remembers of the person, or the token of a system.</summary>
internal sealed record Asker(string Name)
{
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>The token that the person's forms carry; null where no page gave one yet.</summary>
    public string? FormToken { get; set; }

    /// <summary>The token of a system; null for people.</summary>
    public string? Bearer { get; init; }
}

/// <summary>Something of the host that somebody can ask for, as it is rightly asked for.</summary>
/// <param name="By">Who asks.</param>
/// <param name="Method">The method.</param>
/// <param name="Pattern">The address as the host has it, for the figures.</param>
/// <param name="Path">The address with its places filled in.</param>
/// <param name="Query">What stands in the address.</param>
internal sealed record Door(Asker By, string Method, string Pattern, string Path, IReadOnlyList<Part> Query)
{
    /// <summary>The fields of the form; null where there is none.</summary>
    public IReadOnlyList<Part>? Form { get; init; }

    /// <summary>The JSON body; null where there is none.</summary>
    public string? Json { get; init; }

    public string? Handler => Query.FirstOrDefault(part => part.Name == "handler")?.Value;
}
