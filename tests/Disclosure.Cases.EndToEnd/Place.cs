namespace Disclosure.Cases.EndToEnd;

/// <summary>Where somebody looks at a page; width and height in pixels.</summary>
internal sealed record Place(string Name, int Width, int Height)
{
    public static Place Desk { get; } = new("desk", 1366, 768);

    public static Place Telephone { get; } = new("telephone", 390, 844);
}
