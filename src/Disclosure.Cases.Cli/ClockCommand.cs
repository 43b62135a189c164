using System.CommandLine;
using Disclosure.Cases.Clock;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Cli;

/// <summary>
/// <c>clock</c>: answers timelines in the JSON form of the statutory clock, by the district's calendar where a database is
/// named, else by the one that comes with the program.
/// </summary>
internal static class ClockCommand
{
    public static Command Create(Option<string> language)
    {
        var file = new Argument<string>("file")
        {
            Description = "The timeline as JSON, or - for standard input.",
            DefaultValueFactory = _ => "-",
        };
        var lines = new Option<bool>("--lines")
        {
            Description = "Read one timeline a line and write one answer a line, refused ones included.",
        };
        var command = new Command("clock", "Reckons the deadlines of a case from what happened in it.")
        {
            file, lines, DatabaseCommands.ConnectionString,
        };
        command.SetAction((parse, cancellation) =>
        {
            return Services.NamesDatabase(parse.GetValue(DatabaseCommands.ConnectionString))
                ? DatabaseCommands.Run(parse, language, async (services, stop) => await With(await District(services, stop)), cancellation)
                : With(WorkingDayCalendar.Official);
            Task<int> With(WorkingDayCalendar calendar) => parse.GetValue(lines)
                ? AnswerLines(parse.GetValue(file)!, calendar, parse.GetValue(language)!, cancellation)
                : Answer(parse.GetValue(file)!, calendar, parse.GetValue(language)!, cancellation);
        });
        return command;
    }

    private static async Task<WorkingDayCalendar> District(IServiceProvider services, CancellationToken cancellation)
    {
        var calendars = services.GetRequiredService<CalendarsInForce>();
        await calendars.Refresh(services.GetRequiredService<ICalendarChanges>(), cancellation);
        return calendars.District;
    }

    private static async Task<int> Answer(string file, WorkingDayCalendar calendar, string language, CancellationToken cancellation)
    {
        string timeline;
        try
        {
            using var reader = Input.Open(file);
            timeline = await reader.ReadToEndAsync(cancellation);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Failure.Of(problem.Message);
        }

        var (json, refused) = ClockJson.Answer(timeline, calendar, language);
        Console.WriteLine(json);
        return refused ? 1 : 0;
    }

    private static async Task<int> AnswerLines(string file, WorkingDayCalendar calendar, string language, CancellationToken cancellation)
    {
        try
        {
            using var reader = Input.Open(file);
            await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = false };
            while (await reader.ReadLineAsync(cancellation) is { } line)
            {
                await output.WriteLineAsync(ClockJson.Answer(line, calendar, language).Json);
            }

            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Failure.Of(problem.Message);
        }
    }
}
