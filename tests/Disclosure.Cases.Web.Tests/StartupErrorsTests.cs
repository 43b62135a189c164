using Disclosure.Cases.Hosting;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Cases.Web.Tests;

/// <summary>What is said of a start that failed; standard output and error are the whole process's, so nothing runs beside it.</summary>
[NonParallelizable]
internal sealed class StartupErrorsTests
{
    [Test]
    public void Report_OfAWrongSetting_SaysItsMessageAlone()
    {
        var (said, logged) = Report(() => throw new SettingException("Jobs:Workers must be a number."));
        Assert.That((said, logged), Is.EqualTo(("Jobs:Workers must be a number." + Environment.NewLine, "")));
    }

    [Test]
    public void Report_OfWhatMayBeAFaultOfTheSoftware_LogsItsStackTrace()
    {
        var (said, logged) = Report(() => throw new ArgumentException("No such thing."));
        Assert.That(said, Is.EqualTo("No such thing." + Environment.NewLine));
        Assert.That(logged, Does.Contain("ArgumentException: No such thing.").And.Contain($"at {typeof(StartupErrorsTests).FullName}"));
    }

    private static (string Said, string Logged) Report(Action start)
    {
        var (error, output) = (Console.Error, Console.Out);
        using var said = new StringWriter();
        using var logged = new StringWriter();
        try
        {
            Console.SetError(said);
            Console.SetOut(logged);
            start();
        }
        catch (Exception problem)
        {
            Assert.That(StartupErrors.Report(problem, new ConfigurationBuilder().Build()), Is.EqualTo(StartupErrors.ExitCode));
        }
        finally
        {
            Console.SetError(error);
            Console.SetOut(output);
        }

        return (said.ToString(), logged.ToString());
    }
}
