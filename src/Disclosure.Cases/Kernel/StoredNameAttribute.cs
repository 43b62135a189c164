namespace Disclosure.Cases.Kernel;

/// <summary>
/// The name under which something is stored, apart from its name in C#: of an event, of a value of an enumeration, of a member of
/// what is stored as JSON. The C# name may change at any time; this one never, since what was stored before has to stay readable.
/// It is read by <see cref="StoredNames"/> and <see cref="StoredJson"/> alone.
/// </summary>
/// <param name="name">The stored name.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Enum | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Property,
    Inherited = false)]
public sealed class StoredNameAttribute(string name) : Attribute
{
    /// <summary>The stored name.</summary>
    public string Name => name;
}
