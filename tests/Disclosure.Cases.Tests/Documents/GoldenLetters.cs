using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>The letters that are kept word for word: every sample, and what may be otherwise in each.</summary>
internal static class GoldenLetters
{
    private static readonly Dictionary<string, Func<Letter>> Others = new()
    {
        ["08-disclosed~document-masthead"] = () => WithMasthead("08-disclosed", MastheadKind.Document),
        ["08-disclosed~organisation"] = () => ToOrganisation("08-disclosed"),
        ["08-disclosed~several-applicants"] = () => ToSeveral("08-disclosed"),
        ["08-disclosed~one-attachment"] = () => Samples.Read("08-disclosed").WithFact("attachments", new JsonArray("征收决定")),
        ["01-correction-notice~several-applicants"] = () => ToSeveral("01-correction-notice"),
        ["02-explanation-notice~corrected"] = () => Corrected("02-explanation-notice"),
        ["04-third-party-consultation~natural-person"] = () => Samples.Read("04-third-party-consultation")
            .WithFact("recipient", "林某").WithFact("recipientKind", "natural-person").WithFact("interest", "privacy"),
        ["10-partly-disclosed~before-2024"] = () => Before2024("10-partly-disclosed"),
        ["10-partly-disclosed~only-articles-14-to-16"] = () => WithGrounds(
            TemplateCodes.RefusedStateSecret, TemplateCodes.RefusedInternalAffairs),
        ["10-partly-disclosed~only-article-37"] = () => WithGrounds("not-government-information"),
        ["10-partly-disclosed~nobody-consulted"] = () => WithParts(Samples.Part(
            TemplateCodes.RefusedThirdPartyRights,
            ("consultedOn", null), ("thirdPartyAnswer", null), ("notConsultedReason", "上述人员均已离职，无法取得联系。"))),
        ["10-partly-disclosed~every-ground"] = () => WithGrounds([.. WithholdingGround.All.Select(ground => ground.Code)]),
        ["11-refused-state-secret~before-2024"] = () => Before2024("11-refused-state-secret"),
        ["14-refused-third-party-rights~nobody-consulted"] = () => Samples.Read("14-refused-third-party-rights")
            .WithFact("consultedOn", null).WithFact("thirdPartyAnswer", null)
            .WithFact("notConsultedReason", "因该公司已于2025年9月注销，本机关无法书面征求其意见，依法自行作出审查。"),
        ["16-refused-deliberative-process~natural-person"] = () => ToOne("16-refused-deliberative-process"),
        ["19-not-existing~corrected"] = () => Corrected("19-not-existing"),
        ["19-not-existing~organisation"] = () => ToOrganisation("19-not-existing"),
        ["21-needs-creation~replaces"] = () => Replacing("21-needs-creation"),
        ["23-not-an-application~organisation"] = () => ToOrganisation("23-not-an-application"),
        ["26-excessive-requests~unanswered"] = () => Samples.Read("26-excessive-requests").WithFact("explanationOutcome", "unanswered")
            .WithFact("reason", "说明理由告知书于2025年7月16日送达，截至2025年7月24日，本机关未收到任何说明。"),
        ["assistance-consultation~without-date"] = () => Samples.Read("assistance-consultation").WithFact("respondBy", null),
        ["fee-notice~per-application"] = () => Samples.Read("fee-notice").WithFact("basis", "per-application").WithFact("count", 57)
            .WithFact("finding", "2025年9月，申请人向本机关提出政府信息公开申请57件，申请公开政府信息的数量、频次明显超过合理范围。"),
        ["several-outcomes"] = () => SeveralOutcomesLetterTests.Mixed(),
        ["several-outcomes~refusals-only"] = () => SeveralOutcomesLetterTests.With(
            "11-refused-state-secret", ("11-refused-state-secret", [1, 3]), ("16-refused-deliberative-process", [2])),
        ["19-not-existing~successor"] = () => To(
            "19-not-existing", new LetterApplicant(ApplicantKind.NaturalPerson, "卫小某") { Succeeds = "卫某" }),
        ["registration-form~corrected"] = () => Corrected("registration-form")
            .WithFact("correctedItems", new JsonArray("龙溪街道2019年对滨江社区12组3号宅基地使用情况的审核记录")),
        ["registration-receipt~letter-masthead"] = () => WithMasthead("registration-receipt", MastheadKind.Letter),
    };

    public static IEnumerable<string> Names => Samples.Names.Concat(Others.Keys.Order(StringComparer.Ordinal));

    public static Letter Read(string name) => Others.TryGetValue(name, out var make) ? make() : Samples.Read(name);

    public static Letter ToOrganisation(string sample) =>
        To(sample, new LetterApplicant(ApplicantKind.CommercialEnterprise, "示范市恒远置业有限公司"));

    public static Letter ToOne(string sample) => To(sample, new LetterApplicant(ApplicantKind.NaturalPerson, "卫某"));

    public static Letter ToSeveral(string sample) =>
        To(
            sample,
            new LetterApplicant(ApplicantKind.NaturalPerson, "卫某"),
            new LetterApplicant(ApplicantKind.CommercialEnterprise, "示范市恒远置业有限公司"));

    public static Letter Corrected(string sample)
    {
        var letter = Samples.Read(sample);
        return letter with
        {
            Case = letter.Case with { CorrectedOn = letter.Case.ReceivedOn.AddDays(5), FirstRequested = "有关这件事的全部材料" },
        };
    }

    private static Letter To(string sample, params LetterApplicant[] applicants)
    {
        var letter = Samples.Read(sample);
        return letter with { Case = letter.Case with { Applicants = applicants } };
    }

    private static Letter WithMasthead(string sample, MastheadKind kind)
    {
        var letter = Samples.Read(sample);
        return letter with { Agency = letter.Agency with { Masthead = kind } };
    }

    private static Letter WithGrounds(params string[] grounds) => WithParts([.. grounds.Select(ground => Samples.Part(ground))]);

    private static Letter WithParts(params JsonNode[] parts) =>
        Samples.Read("10-partly-disclosed").WithFact("withheld", new JsonArray(parts));

    private static Letter Replacing(string sample)
    {
        var letter = Samples.Read(sample);
        return letter with { Case = letter.Case with { Replaces = new LetterReplaced("示范市监依申请复〔2025〕1号", new DateOnly(2025, 6, 3)) } };
    }

    private static Letter Before2024(string sample)
    {
        var json = File.ReadAllText(Path.Combine(Samples.Folder, "samples", sample + ".json"));
        return LetterJson.Read(
            Samples.CodeOf(sample),
            json.Replace("2023", "2022", StringComparison.Ordinal).Replace("2025", "2023", StringComparison.Ordinal)).Letter!;
    }
}
