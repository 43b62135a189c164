using System.Reflection;
using System.Runtime.CompilerServices;

namespace Disclosure.Cases.Tests.Architecture;

/// <summary>Whatever in the domain waits for something can be told to stop waiting.</summary>
public sealed class CancellationTests
{
    private static readonly Type[] Waiting =
    [
        typeof(Task), typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>), typeof(IAsyncEnumerable<>),
    ];

    // "Type.Method" and why it takes no token.
    private static readonly string[] Uncancelled =
    [
        // They give what is there already.
        "CaseHandler`2.Recorded",
        "CaseHandler`2.Refused",

        // What became of an export, an import or a message is recorded though the server stops meanwhile.
        "CarryOutImportHandler.Fail",
        "MakeExportHandler.Settle",
        "MakeExportHandler.Step",
        "SendNotificationHandler.Settle",
    ];

    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    [Test]
    public void Methods_ThatWait_TakeACancellationToken()
    {
        var methods = typeof(Actor).Assembly.GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), false) && !type.IsSubclassOf(typeof(Delegate)))
            .SelectMany(type => type.GetMethods(All))
            .Where(method => method.Name[0] != '<' && IsWaiting(method.ReturnType))
            .ToList();
        Assert.That(methods, Has.Count.GreaterThan(250), "they are no longer found");
        Assert.That(
            methods.Where(method => method.GetParameters().All(parameter => parameter.ParameterType != typeof(CancellationToken)))
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"),
            Is.EquivalentTo(Uncancelled));
    }

    private static bool IsWaiting(Type type) => Waiting.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
}
