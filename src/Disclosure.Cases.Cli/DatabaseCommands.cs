using System.CommandLine;
namespace Disclosure.Cases.Cli;
internal static class DatabaseCommands { public static IEnumerable<Command> Create(Option<string> language) => []; }
