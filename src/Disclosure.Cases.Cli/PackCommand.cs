using Disclosure.Cases.Documents.EvidencePacks;
using Disclosure.Cases.EvidencePacks;
using Disclosure.Cases.Storage.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Cli;

/// <summary>
/// <c>verify --pack</c>: proves an evidence pack. A court's machine has neither database nor key: then it says which key signed, or
/// compares it with the fingerprint that was named; where there is a key, it also reckons the seals again.
/// </summary>
internal static class PackCommand
{
    public static async Task<int> Verify(
        string file, string? fingerprint, string? connectionString, string language, CancellationToken cancellation)
    {
        try
        {
            await using var services = Services.Build(connectionString);
            await using var scope = services.CreateAsyncScope();
            await using var pack = File.OpenRead(file);
            var check = new PackCheck(scope.ServiceProvider.GetRequiredService<IPackKeys>());
            return Say(await check.Check(pack, fingerprint, cancellation), language);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or SettingException
            or SealingKeyException)
        {
            return Failure.Of(problem is SealingKeyException key ? key.Say(language) : problem.Message);
        }
    }

    private static int Say(PackVerdict verdict, string language)
    {
        if (!verdict.IsSound)
        {
            return Failure.Of(
                [Texts.Say(language, "pack.unsound"), .. verdict.Findings.Select(each => $"{each.Code}: {each.Say(language)}")]);
        }

        var facts = verdict.Facts!;
        Console.WriteLine(Texts.Say(language, "pack.sound", facts.RegisterNumber, facts.Events, facts.LastAt));
        Console.WriteLine(Texts.Say(language, "pack.fingerprint", facts.Fingerprint));
        Console.WriteLine(Texts.Say(language, "pack.list", facts.List));
        foreach (var line in Listed("pack.proves", verdict.Proved).Concat(Listed("pack.provesNot", verdict.Unproved)))
        {
            Console.WriteLine(line);
        }

        return 0;

        IEnumerable<string> Listed(string heading, IEnumerable<Refusal> lines) =>
            [Texts.Say(language, heading), .. lines.Select(each => "· " + each.Say(language))];
    }
}
