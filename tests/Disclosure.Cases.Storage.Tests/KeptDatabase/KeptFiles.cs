using System.IO.Compression;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;

namespace Disclosure.Cases.Storage.Tests.KeptDatabase;

/// <summary>The files of the kept database, and what was put into it that the tests send again.</summary>
internal static class KeptFiles
{
    public const string Compressed = "cases.db.gz";
    public const string Key = "chain.key";
    public const string Anchors = "anchors.log";

    /// <summary>A registration kept half-way, as the form of today typed it.</summary>
    public const string Draft =
        """{"Channel":["SignedPost"],"Applicants[0].Kind":["LegalServiceOrganisation"],"Applicants[0].Name":["某律师事务所"]}""";

    /// <summary>What the portal filed; sent again with its key it is the same case.</summary>
    public static FileOnline Filing { get; } = new(
        "key-1",
        [
            new Applicant(
                ApplicantKind.ResearchInstitution, "某研究院", "91500000000000000X", "023-1", "示范市", true, new Representative("吴某", "院长")),
            new Applicant(ApplicantKind.NaturalPerson, "𠮷某", null, "023-2", null, false, null),
        ],
        ["2024年度培训计划", "2024年度培训总结"], "纸质", "大字", true);

    /// <summary>A file beside this one in the sources.</summary>
    public static string Path(string name) =>
        System.IO.Path.Combine(Repository.Root, "tests", "Disclosure.Cases.Storage.Tests", "KeptDatabase", name);

    /// <summary>Puts the database, its key and its anchors into a folder, as <see cref="TestOffice.OpenIn"/> expects them.</summary>
    public static async Task Unpack(string folder)
    {
        await using (var from = new GZipStream(File.OpenRead(Path(Compressed)), CompressionMode.Decompress))
        await using (var to = File.Create(System.IO.Path.Combine(folder, "cases.db")))
        {
            await from.CopyToAsync(to);
        }

        foreach (var name in new[] { Key, Anchors })
        {
            File.Copy(Path(name), System.IO.Path.Combine(folder, name));
        }
    }
}
