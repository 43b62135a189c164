using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.Tests.CaseFiles;

/// <summary>
/// The tables in docs/events.md are made from the events themselves. <c>DISCLOSURE_RENEW_GOLDEN=1</c> writes them anew and fails.
/// </summary>
public sealed partial class EventsPageTests
{
    private const string Begin = "<!-- events -->\n";
    private const string End = "<!-- /events -->";

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "events.md");
    private static readonly Assembly Domain = typeof(CaseEvent).Assembly;
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<string, XElement> Summaries = XDocument.Load(Path.ChangeExtension(Domain.Location, ".xml"))
        .Descendants("member").Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!);

    // The clock has events of its own with the same names.
    private static readonly List<(string Folder, string Text)> Sources = [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", "Disclosure.Cases"), "*.cs", SearchOption.AllDirectories)
        .Select(path => (
            Path.GetRelativePath(Path.Combine(Repository.Root, "src", "Disclosure.Cases"), path).Split(Path.DirectorySeparatorChar)[0],
            path))
        .Where(source => source.Item1 is not ("bin" or "obj" or "CaseFiles" or "Clock"))
        .Select(source => (source.Item1, File.ReadAllText(source.path)))];

    [Test]
    public void Tables_InTheEventsPage_AreTheEvents()
    {
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var renewed = Tables().Replace(page, Begin + Written().Replace("$", "$$", StringComparison.Ordinal) + End);
        if (Environment.GetEnvironmentVariable("DISCLOSURE_RENEW_GOLDEN") == "1")
        {
            File.WriteAllText(Page, renewed);
            Assert.Fail("docs/events.md was written anew: read it, then run again without DISCLOSURE_RENEW_GOLDEN.");
        }

        Assert.That(page, Is.EqualTo(renewed));
    }

    private static string Written()
    {
        var events = Domain.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent)))
            .OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        var parts = new SortedDictionary<string, Type>(StringComparer.Ordinal);
        events.SelectMany(Members).ToList().ForEach(member => Collect(member.ParameterType, parts));
        var text = new StringBuilder(
            "## Event types\n\n| event | stored as | what happened | members | recorded in |\n|---|---|---|---|---|\n");
        foreach (var type in events)
        {
            text.Append(
                $"| `{type.Name}` | `{StoredName(type)}` | {Summary("T:" + type.FullName)} | {MembersOf(type)} | {FoldersOf(type)} |\n");
        }

        text.Append("\n## Records inside events\n\n| record | what it is | members |\n|---|---|---|\n");
        foreach (var type in parts.Values.Where(type => !type.IsEnum))
        {
            text.Append($"| `{type.Name}` | {Summary("T:" + type.FullName)} | {MembersOf(type)} |\n");
        }

        text.Append("\n## Choices inside events\n\n| enumeration | what it is | stored values |\n|---|---|---|\n");
        foreach (var type in parts.Values.Where(type => type.IsEnum))
        {
            var values = type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"`{StoredName(field)}`");
            text.Append($"| `{type.Name}` | {Summary("T:" + type.FullName)} | {string.Join(", ", values)} |\n");
        }

        return text.ToString();
    }

    // Records and enumerations of the domain, however deep they lie.
    private static void Collect(Type type, SortedDictionary<string, Type> parts)
    {
        foreach (var each in type.GetGenericArguments().Append(type)
            .Where(each => each.Assembly == Domain && parts.TryAdd(each.Name, each) && !each.IsEnum))
        {
            Members(each).ToList().ForEach(member => Collect(member.ParameterType, parts));
        }

        type.GetGenericArguments().Where(each => each.IsGenericType).ToList().ForEach(each => Collect(each, parts));
    }

    private static ParameterInfo[] Members(Type record) =>
        record.GetConstructors().Select(constructor => constructor.GetParameters()).MaxBy(parameters => parameters.Length) ?? [];

    private static string MembersOf(Type record) =>
        string.Join(", ", Members(record).Select(member => $"`{member.Name}: {NameOf(Nullability.Create(member))}`"));

    private static string NameOf(NullabilityInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var name = type == typeof(int) ? "int" : type == typeof(bool) ? "bool" : type == typeof(string) ? "string"
            : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", info.GenericTypeArguments.Select(NameOf))}>" : type.Name;
        return info.ReadState == NullabilityState.Nullable ? name + "?" : name;
    }

    // The attribute where there is one, else the name in C#.
    private static string StoredName(MemberInfo member) => member.GetCustomAttributesData()
        .FirstOrDefault(attribute =>
            attribute.AttributeType.Name == "StoredNameAttribute")?.ConstructorArguments[0].Value as string ?? member.Name;

    private static string FoldersOf(Type type) => string.Join(", ", Sources
        .Where(source => Regex.IsMatch(source.Text, $@"new {type.Name}\(")).Select(source => $"`{source.Folder}`").Distinct()
        .Order(StringComparer.Ordinal));

    private static string Summary(string member) => Summaries.GetValueOrDefault(member) is not { } summary ? "" : Blanks().Replace(
        string.Concat(summary.Nodes().Select(node => node is XElement element
            ? element.Attribute("cref")?.Value.Split('.')[^1] ?? element.Value
            : ((XText)node).Value)),
        " ").Trim();

    [GeneratedRegex("<!-- events -->\n.*?<!-- /events -->", RegexOptions.Singleline)]
    private static partial Regex Tables();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
