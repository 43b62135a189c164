using Disclosure.Cases.Jobs;
using Disclosure.Cases.Kernel.Jobs;

namespace Disclosure.Cases.Storage.Tests.Scheduling;

/// <summary>
/// What Hangfire stores of our code, on SQL Server also over an upgrade: the entry's name, its methods with the types of their
/// parameters, and the types of two exceptions. The names of the jobs themselves are in <c>stored-names.txt</c>.
/// </summary>
public sealed class StoredJobsTests
{
    private const string Contract =
        "Stored names are a contract: this stands in Hangfire's tables, and would not be run any more. Keep it, and add another beside it.";

    private static readonly string[] Agreed =
    [
        "Run(String, Nullable`1, PerformContext, CancellationToken)",
        "RunAllMissed(CancellationToken)",
        "RunHere(String, CancellationToken)",
        "RunMissed(String, Nullable`1, PerformContext, CancellationToken)",
        "RunRequested(String, Guid, PerformContext, CancellationToken)",
    ];

    [Test]
    public void Entry_ForHangfire_IsAsAgreed()
    {
        var methods = typeof(JobEntry).GetMethods().Where(method => method.DeclaringType == typeof(JobEntry))
            .Select(method => $"{method.Name}({string.Join(", ", method.GetParameters().Select(each => each.ParameterType.Name))})");
        Assert.That(methods.Order(StringComparer.Ordinal), Is.EqualTo(Agreed), Contract);
        Assert.That(JobEntry.StoredName, Is.EqualTo("disclosure-job"), Contract);
    }

    [TestCase("Disclosure.Cases.Scheduling.JobFailedException")]
    [TestCase("Disclosure.Cases.Scheduling.JobGivenUpException")]
    public void Exception_OnceStored_IsStillKnown(string type) => Assert.That(JobConsole.IsOurs(type), Contract);

    [Test]
    public void Exceptions_StoredToday_AreKnown()
    {
        Assert.That(JobConsole.IsOurs(typeof(JobFailedException).FullName!), Contract);
        Assert.That(JobConsole.IsOurs(typeof(JobGivenUpException).FullName!), Contract);
    }
}
