using System.Reflection;
using System.Text.RegularExpressions;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Differences;
using Disclosure.Cases.EvidencePacks;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Retention;
using Disclosure.Cases.SavedFilters;
using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Training;

namespace Disclosure.Cases.Tests.Contract;

/// <summary>
/// Every name under which something is stored (<c>stored-names.txt</c>): of events, values, jobs, refusals and other codes. They are
/// apart from the names in C#, and never change.
/// </summary>
public sealed partial class StoredNamesTests
{
    private static readonly ContractFile File = new("stored-names.txt");

    // What is worked out anew each time, and stands in no database, no file and no message.
    private static readonly Type[] NotStored =
    [
        typeof(AgeBand), typeof(AgendaSection), typeof(CaseAction), typeof(ChangeKind), typeof(DoubtFigure), typeof(DueOrigin),
        typeof(FeeBasis), typeof(FilterKeeping), typeof(HeldField), typeof(InquiryFigure), typeof(JobScope), typeof(LetterPart),
        typeof(OpenFigure), typeof(PackSigner), typeof(RegistrationQuestion), typeof(ReplyFigure), typeof(ReplyTimeliness),
        typeof(RetentionState), typeof(Whereabouts),
    ];

    // Families of sentences for pages and the console, which are no refusals.
    private static readonly string[] OnlyShown = ["cli.", "due.", "job.", "pack.", "practice.", "schedule.", "suggest.", "unserved."];

    private static readonly IReadOnlyList<Type> Enumerations = [.. typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsEnum)];

    private static IEnumerable<Type> StoredEnumerations => Enumerations.Where(type => StoredNames.Find(type) is not null);

    [Test]
    public void Names_OfToday_AreAgreed() => File.HasAllOf(All());

    [Test]
    public void Names_Agreed_AreStillThere() => File.HasNothingBut(All());

    [Test]
    public void EveryEnumeration_IsStoredOrSaidNotToBe() => Assert.That(
        Enumerations.Where(type => StoredNames.Find(type) is null),
        Is.EquivalentTo(NotStored),
        "Is it stored, anywhere? Then it has a [StoredName], and so has each of its values. Is it not? Then it is listed here.");

    [Test]
    public void EveryEvent_AndEveryValueOfAStoredEnumeration_HasAName()
    {
        var nameless = StoredEnumerations.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Cast<MemberInfo>()
            .Concat(EventSamples.Types)
            .Where(member => member.GetCustomAttribute<StoredNameAttribute>() is null);
        Assert.That(nameless.Select(member => $"{member.DeclaringType?.Name} {member.Name}"), Is.Empty, "Give it a [StoredName].");
    }

    [Test]
    public void Names_OfAKind_AreUnique()
    {
        Assert.That(EventSamples.Types.Select(StoredNames.Of), Is.Unique);
        Assert.That(StoredEnumerations.Select(StoredNames.Of), Is.Unique);
        Assert.That(RecurringJob.All.Select(job => job.Name).Concat(RequestedJob.All.Select(job => job.Name)), Is.Unique);
        Assert.That(All(), Is.Unique);
    }

    [Test]
    public void EveryRefusal_InTheSources_HasACodeThatIsAgreed()
    {
        Assert.That(CodesInSources(), Has.Count.GreaterThan(150));
        Assert.That(CodesInSources().Select(code => $"code {code}").Except(File.Lines), Is.Empty);
    }

    // SQL is written with the names in it.
    [Test]
    public void EveryName_InSql_IsAStoredOne()
    {
        var written = Sources("src/Disclosure.Cases.Storage", "*.cs").Concat(Sources("database", "*.sql"))
            .SelectMany(source => NameInSql().Matches(source)).Select(match => match.Groups["name"].Value).ToHashSet();
        Assert.That(written, Has.Count.GreaterThan(10));
        Assert.That(written.Except(StoredEnumerations.SelectMany(Values).Select(NameOf)), Is.Empty);
    }

    [Test]
    public void EveryValue_Stored_IsReadBack() => Assert.Multiple(() =>
    {
        foreach (var value in StoredEnumerations.SelectMany(Values))
        {
            Assert.That(StoredNames.Read(value.GetType(), NameOf(value)), Is.EqualTo(value));
        }
    });

    [TestCase(Role.None, "None")]
    [TestCase(Role.Reviewer | Role.Clerk, "Clerk, Reviewer")]
    [TestCase(Role.Administrator | Role.Manager | Role.Clerk, "Clerk, Manager, Administrator")]
    public void Flags_Stored_AreReadBack(Role roles, string name)
    {
        Assert.That(StoredNames.Of(roles), Is.EqualTo(name));
        Assert.That(StoredNames.TryRead<Role>(name, out var read) ? read : Role.Portal, Is.EqualTo(roles));
    }

    [TestCase("")]
    [TestCase("clerk")]
    [TestCase("1")]
    [TestCase("Clerk, Nobody")]
    public void Name_ThatIsNone_IsRefused(string name)
    {
        Assert.That(StoredNames.TryRead<Role>(name, out _), Is.False);
        Assert.That(() => StoredNames.Read(typeof(Role), name), Throws.InstanceOf<InvalidDataException>());
    }

    [Test]
    public void Value_ThatIsNone_OrNotStored_HasNoName()
    {
        Assert.That(StoredNames.Find((Channel)99), Is.Null);
        Assert.That(() => StoredNames.Of((Channel)99), Throws.InvalidOperationException);
        Assert.That(() => StoredNames.Of(CaseAction.Approve), Throws.InvalidOperationException);
    }

    private static IEnumerable<string> All() =>
    [
        .. EventSamples.Types.Select(type => $"event {StoredNames.Of(type)}"),
        .. StoredEnumerations.SelectMany(Values).Select(value => $"value {Texts.CodeOf(value)}"),
        .. StoredEnumerations.Where(IsStoredByNumber).SelectMany(Values)
            .Select(value => $"number {Texts.CodeOf(value)} = {Convert.ToInt32(value)}"),
        .. RecurringJob.All.Append(RecurringJob.BackUp(default)).Select(job => $"recurring job {job.Name}"),
        .. RequestedJob.All.Select(job => $"requested job {job.Name}"),
        .. RefusalCodes().Select(code => $"code {code}"),
        .. typeof(JournalFields).GetFields().Select(field => $"journal field {field.GetRawConstantValue()}"),
        .. Exercises.All.Select(exercise => $"exercise {exercise.Code}"),
        .. WithholdingGround.All.Select(ground => $"ground {ground.Code}"),
    ];

    // Many are put together where they are given; each has a sentence, and most families have refusals alone.
    private static IEnumerable<string> RefusalCodes() => Texts.Codes
        .Except(Enumerations.SelectMany(Values).Select(Texts.CodeOf))
        .Where(code => !OnlyShown.Any(family => code.StartsWith(family, StringComparison.Ordinal)))
        .Union(CodesInSources());

    private static HashSet<string> CodesInSources() =>
        [.. Sources("src", "*.cs").SelectMany(source => RefusalCode().Matches(source)).Select(match => match.Groups["code"].Value)];

    private static IEnumerable<string> Sources(string folder, string files) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), files, SearchOption.AllDirectories)
            .Select(System.IO.File.ReadAllText);

    private static bool IsStoredByNumber(Type type) => type.IsDefined(typeof(FlagsAttribute)) || type == typeof(ApplicantKind);

    private static IEnumerable<Enum> Values(Type type) => Enum.GetValues(type).Cast<Enum>();

    private static string NameOf(Enum value) => StoredNames.Find(value)!;

    [GeneratedRegex("""(?:new Refusal|Refuse)\("(?<code>[a-z][A-Za-z-]*[.][^"]+)"[,)]""")]
    private static partial Regex RefusalCode();

    [GeneratedRegex("'(?<name>[A-Z][a-z]+[A-Za-z]*)'")]
    private static partial Regex NameInSql();
}
