using System.Text.RegularExpressions;

namespace Disclosure.Cases.Tests.Architecture;

/// <summary>
/// The arrows of the design: hosts → jobs → hosting → storage, documents → domain → MediatR and FluentValidation, and no other.
/// </summary>
public sealed partial class DependencyTests
{
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Allowed = new()
    {
        ["Disclosure.Cases"] = ([], ["MediatR", "FluentValidation", "Microsoft.Extensions.DependencyInjection.Abstractions"]),
        ["Disclosure.Cases.Delivery"] = (["Disclosure.Cases"], ["MailKit", "Microsoft.Extensions.Http"]),
        ["Disclosure.Cases.Documents"] = (["Disclosure.Cases"], ["CsvHelper", "DocumentFormat.OpenXml", "Handlebars.Net", "YamlDotNet"]),
        ["Disclosure.Cases.Storage"] = (["Disclosure.Cases"], [
            "Dapper", "Microsoft.Data.Sqlite", "Microsoft.Data.SqlClient", "Microsoft.Extensions.Identity.Core",
            "Microsoft.AspNetCore.DataProtection", "Npgsql",
        ]),
        ["Disclosure.Cases.Hosting"] = (
            ["Disclosure.Cases", "Disclosure.Cases.Delivery", "Disclosure.Cases.Documents", "Disclosure.Cases.Storage"],
            ["Cronos", "Otp.NET", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "OpenTelemetry.Extensions.Hosting"]),
        ["Disclosure.Cases.Demonstration"] = (["Disclosure.Cases", "Disclosure.Cases.Documents", "Disclosure.Cases.Storage"], []),
        ["Disclosure.Cases.Web"] = (
            [
                "Disclosure.Cases", "Disclosure.Cases.Documents", "Disclosure.Cases.Storage",
                "Disclosure.Cases.Hosting", "Disclosure.Cases.Jobs", "Disclosure.Cases.Demonstration",
            ],
            ["Microsoft.AspNetCore.Authentication.OpenIdConnect", "Microsoft.AspNetCore.OpenApi", "QRCoder"]),
        ["Disclosure.Cases.Jobs"] = (
            ["Disclosure.Cases.Hosting"],
            ["Hangfire.AspNetCore", "Hangfire.InMemory", "Hangfire.PostgreSql", "Hangfire.SqlServer"]),
        ["Disclosure.Cases.Worker"] = (["Disclosure.Cases.Hosting", "Disclosure.Cases.Jobs"], []),
        ["Disclosure.Cases.Cli"] = (
            [
                "Disclosure.Cases", "Disclosure.Cases.Documents", "Disclosure.Cases.Storage",
                "Disclosure.Cases.Hosting", "Disclosure.Cases.Demonstration",
            ],
            ["System.CommandLine"]),
    };

    [Test]
    public void EveryProject_Refers_OnlyAlongTheArrows()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src"));
        Assert.That(folders.Select(Path.GetFileName), Is.EquivalentTo(Allowed.Keys));
        foreach (var folder in folders)
        {
            var name = Path.GetFileName(folder);
            var project = File.ReadAllText(Path.Combine(folder, name + ".csproj"));
            var (projects, packages) = Allowed[name];
            Assert.Multiple(() =>
            {
                Assert.That(
                    Projects().Matches(project).Select(match => match.Groups["name"].Value),
                    Is.SubsetOf(projects),
                    $"{name}: projects");
                Assert.That(
                    Packages().Matches(project).Select(match => match.Groups["name"].Value),
                    Is.SubsetOf(packages),
                    $"{name}: packages");
            });
        }
    }

    [Test]
    public void Solution_OfAllProjects_BuildsEach()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Disclosure.Cases.sln"));
        var projects = SolutionProjects().Matches(solution)
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["id"].Value);
        Assert.That(projects.Keys, Is.SupersetOf(Allowed.Keys));
        Assert.Multiple(() =>
        {
            foreach (var (name, id) in projects)
            {
                Assert.That(solution, Does.Contain($"{id}.Debug|Any CPU.ActiveCfg"), name);
                Assert.That(solution, Does.Contain($"{id}.Debug|Any CPU.Build.0"), name);
            }
        });
    }

    [Test]
    public void DomainAssembly_Refers_ToNothingThatIsForeignButItsThreePackages()
    {
        var foreign = typeof(Actor).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal));
        Assert.That(foreign, Is.SubsetOf(["MediatR", "FluentValidation", "Microsoft.Extensions.DependencyInjection.Abstractions"]));
    }

    [GeneratedRegex(@"ProjectReference Include=""[^""]*/(?<name>[\w.]+)\.csproj""")]
    private static partial Regex Projects();

    [GeneratedRegex(@"""(?<name>[\w.]+)"", ""[^""]+\.csproj"", ""(?<id>\{[0-9A-F-]+\})""")]
    private static partial Regex SolutionProjects();

    [GeneratedRegex(@"PackageReference Include=""(?<name>[\w.]+)""")]
    private static partial Regex Packages();
}
