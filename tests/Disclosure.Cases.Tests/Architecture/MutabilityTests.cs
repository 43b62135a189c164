using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Disclosure.Cases.Tests.Architecture;

/// <summary>What the domain hands out cannot be changed from outside: a case changes by its events alone.</summary>
public sealed class MutabilityTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // "Type.Property" and why it may be set.
    private static readonly string[] MaySet =
    [
        // Who acts is set once for a scope, by the host.
        "CurrentActor.Value",
    ];

    private static readonly Type[] HandedThrough =
    [
        // The bytes of a file on their way from the upload to the store and back: copying them would cost megabytes.
        typeof(byte[]),
        // The facts of a letter as they were filled in, given along with a command or letter: no part of a case.
        typeof(JsonObject),
    ];

    private static readonly Type[] Types = typeof(Actor).Assembly.GetExportedTypes();

    [Test]
    public void Properties_OfTheDomain_AreSetByNobodyOutside()
    {
        var settable =
            from type in Types
            from property in type.GetProperties(All)
            where property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            select $"{type.Name}.{property.Name}";
        Assert.That(settable, Is.EquivalentTo(MaySet));
    }

    [Test]
    public void Properties_OfTheDomain_GiveNoCollectionThatCanBeChanged()
    {
        var changeable =
            from type in Types
            from member in type.GetProperties(All).Select(property => (property.Name, Type: property.PropertyType))
                .Concat(type.GetFields(All).Select(field => (field.Name, Type: field.FieldType)))
            where Parts(member.Type).Any(IsMutable)
            select $"{type.Name}.{member.Name}: {member.Type}";
        Assert.That(changeable, Is.Empty);
    }

    [Test]
    public void Fields_OfTheDomain_AreSetByNobodyOutside() =>
        Assert.That(
            Types.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(All))
                .Where(field => field is { IsInitOnly: false, IsLiteral: false })
                .Select(field => $"{field.DeclaringType!.Name}.{field.Name}"),
            Is.Empty);

    [TestCase(typeof(List<int>), true)]
    [TestCase(typeof(IDictionary<int, string>), true)]
    [TestCase(typeof(HashSet<int>), true)]
    [TestCase(typeof(Queue<int>), true)]
    [TestCase(typeof(string[]), true)]
    [TestCase(typeof(string), false)]
    [TestCase(typeof(IReadOnlyList<List<int>>), true)]
    [TestCase(typeof(IReadOnlySet<int>), false)]
    [TestCase(typeof(ImmutableArray<int>), false)]
    [TestCase(typeof(FrozenDictionary<int, int>), false)]
    public void Type_ThatHoldsSeveral_IsJudged(Type type, bool mutable) => Assert.That(Parts(type).Any(IsMutable), Is.EqualTo(mutable));

    // Whatever elements can be added to or put into, except what only looks like it.
    private static bool IsMutable(Type type) =>
        !HandedThrough.Contains(type)
        && type.Namespace is not ("System.Collections.Immutable" or "System.Collections.Frozen")
        && type.GetInterfaces().Append(type)
            .Any(each => each == typeof(ICollection) || (each.IsGenericType && each.GetGenericTypeDefinition() == typeof(ICollection<>)));

    private static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Append(type);
}
