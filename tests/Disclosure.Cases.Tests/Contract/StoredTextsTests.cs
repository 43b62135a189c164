using System.Text.Json;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;

namespace Disclosure.Cases.Tests.Contract;

/// <summary>What is stored as JSON beside the events, byte by byte as the databases hold it.</summary>
public sealed class StoredTextsTests
{
    [Test]
    public void Applicant_Kept_IsTheAgreedText()
    {
        var whole = new Applicant(
            ApplicantKind.ResearchInstitution, "某研究院", "91500000000000000X", "023-1", "示范市", true, new Representative("吴某", "院长"));
        const string AgreedWhole = """
            {"Kind":2,"Name":"\u67D0\u7814\u7A76\u9662","IdentityNumber":"91500000000000000X","Contact":"023-1",
            "Address":"\u793A\u8303\u5E02","ProofSeen":true,"Representative":{"Name":"\u5434\u67D0","Authority":"\u9662\u957F"},
            "SameApplicantKey":"ResearchInstitution|#91500000000000000X"}
            """;
        Assert.That(whole.Write(), Is.EqualTo(AgreedWhole.ReplaceLineEndings("")));

        var confirmed = whole with { Document = IdentityDocumentKind.UnifiedSocialCreditCode, NumberConfirmed = true };
        Assert.That(
            confirmed.Write(),
            Is.EqualTo(AgreedWhole.ReplaceLineEndings("").Replace(
                "\"SameApplicantKey\"", "\"Document\":1,\"NumberConfirmed\":true,\"SameApplicantKey\"", StringComparison.Ordinal)));

        var least = new Applicant(ApplicantKind.NaturalPerson, "𠮷某", null, null, null, false, null);
        const string AgreedLeast = """
            {"Kind":0,"Name":"\uD842\uDFB7\u67D0","IdentityNumber":null,"Contact":null,"Address":null,"ProofSeen":false,
            "Representative":null,"SameApplicantKey":null}
            """;
        Assert.That(least.Write(), Is.EqualTo(AgreedLeast.ReplaceLineEndings("")));
    }

    [Test]
    public void Marks_Kept_AreTheAgreedText_AndReadBack()
    {
        const string Agreed = """[{"paragraph":2,"quote":"示范","remark":"措辞"}]""";
        PassageMark[] marks = [new(2, "示范", "措辞")];
        Assert.That(PassageMark.Write(marks), Is.EqualTo(Agreed));
        Assert.That(PassageMark.Read(Agreed), Is.EqualTo(marks));
    }

    [Test]
    public void Changes_InTheJournal_AreTheAgreedText_AndReadBack()
    {
        const string Agreed = """[{"Field":"Roles","Before":null,"After":"Clerk, Reviewer"}]""";
        FieldChange[] changes = [new(JournalFields.Roles, null, StoredNames.Of(Role.Clerk | Role.Reviewer))];
        Assert.That(JsonSerializer.Serialize(changes, StoredJson.Readable), Is.EqualTo(Agreed));
        Assert.That(JsonSerializer.Deserialize<FieldChange[]>(Agreed, StoredJson.Readable), Is.EqualTo(changes));
    }

    [Test]
    public void Member_WithoutAStoredName_IsNeverStored() => Assert.That(
        () => JsonSerializer.Serialize(new Nameless("x"), StoredJson.Readable),
        Throws.InvalidOperationException.With.Message.Contains("Nameless.Text"));

    private sealed record Nameless(string Text);
}
