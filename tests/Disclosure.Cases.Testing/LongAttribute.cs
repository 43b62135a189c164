using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Disclosure.Cases.Testing;

/// <summary>A test that takes minutes: it is left out, and says so, unless DISCLOSURE_LONG=1.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongAttribute : NUnitAttribute, IApplyToTest
{
    /// <summary>Whether a run may take its time.</summary>
    public static bool AreRun => Environment.GetEnvironmentVariable("DISCLOSURE_LONG") == "1";

    public void ApplyToTest(Test test)
    {
        if (!AreRun && test.RunState is RunState.Runnable)
        {
            test.RunState = RunState.Ignored;
            test.Properties.Set(PropertyNames.SkipReason, "Long: set DISCLOSURE_LONG=1.");
        }
    }
}
