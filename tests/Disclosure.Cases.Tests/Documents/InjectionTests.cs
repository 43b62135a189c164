using System.Text.Json.Nodes;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>What people type stays text, whatever it looks like: in facts, in the case, in the agency's data.</summary>
[TestFixtureSource(nameof(Attacks))]
public sealed class InjectionTests(string typed)
{
    private static readonly string[] Attacks =
    [
        "{{agency}}", "{{{agency}}}", "{{#each applicants}}x{{/each}}", "{{> partial}}", "{{lookup this 'x'}}", "\\{{agency}}",
        "# 标题", "- 项", "| 甲 | 乙 |", "---", "**粗**", "[链接](javascript:alert(1))",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</article><h1>伪造</h1>", "\"><b>", "&lt;b&gt;", "&#60;b&#62;",
        "</w:t></w:r></w:p><w:p>", "]]>", "<![CDATA[x]]>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
        "𠮷野家𬎆", "👨", "葛\U000E0100飾", "%s {0} {1:X}", "=cmd|'/C calc'!A0", "null", "“”", "（）",
    ];

    [Test]
    public void Fact_OfOneLine_StaysText() =>
        AssertStaysText(Samples.Read("11-refused-state-secret"), letter => FirstOf(letter, FactKind.Text, JsonValue.Create(typed)));

    [Test]
    public void Fact_OfParagraphs_StaysText() =>
        AssertStaysText(Samples.Read("19-not-existing"), letter => FirstOf(letter, FactKind.Paragraphs, JsonValue.Create(typed)));

    [Test]
    public void Fact_OfSections_StaysText() =>
        AssertStaysText(
            Samples.Read("10-partly-disclosed"),
            letter => letter.WithFact("withheld", new JsonArray(Samples.Part(TemplateCodes.RefusedStateSecret, ("classifiedBy", typed)))),
            sameShape: false);

    [Test]
    public void Fact_OfList_StaysText() =>
        AssertStaysText(Samples.Read("08-disclosed"), letter => letter.WithFact("attachments", new JsonArray(typed, "乙")));

    [Test]
    public void Requested_InTheCase_StaysText() =>
        AssertStaysText(Samples.Read("21-needs-creation"), letter => letter with { Case = letter.Case with { Requested = typed } });

    [Test]
    public void Cell_InAForm_StaysText() =>
        AssertStaysText(Samples.Read("proof-of-service"), letter => letter.WithFact("address", JsonValue.Create(typed)));

    [Test]
    public void ApplicantName_InTheAddressee_StaysText() =>
        AssertStaysText(
            Samples.Read("21-needs-creation"),
            letter => letter with { Case = letter.Case with { Applicants = [new(ApplicantKind.Other, typed)] } });

    [Test]
    public void Agency_InMastheadAndRemedy_StaysText() =>
        AssertStaysText(Samples.Read("21-needs-creation"), letter =>
            letter with { Agency = letter.Agency with { Name = typed, Court = typed, ReconsiderationOrgan = typed, Office = typed } });

    private static Letter FirstOf(Letter letter, FactKind kind, JsonNode value) =>
        letter.WithFact(Samples.Templates.Find(letter.TemplateCode)!.For(letter.Variant).Facts.First(fact => fact.Kind == kind).Key, value);

    private void AssertStaysText(Letter plain, Func<Letter, Letter> type, bool sameShape = true)
    {
        var attacked = type(plain);
        using var document = WordprocessingDocument.Open(new MemoryStream(Samples.Letters.ToDocx(attacked)), false);
        var body = document.MainDocumentPart!.Document.Body!;
        Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document), Is.Empty);
        Assert.That(FoldedPunctuation.Of(body.InnerText), Does.Contain(FoldedPunctuation.Of(typed)));

        var html = Samples.Letters.ToHtml(attacked);
        var parsed = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", ""));
        Assert.That(FoldedPunctuation.Of(parsed), Does.Contain(FoldedPunctuation.Of(typed)));
        Assert.That(Samples.Letters.ToHtmlPreview(attacked), Is.EqualTo(html));
        if (sameShape)
        {
            // Against an innocent text in the same place: not one element more or fewer.
            var innocent = type(plain) is var _ ? Innocent(plain, type) : plain;
            Assert.That(Tags(html), Is.EqualTo(Tags(Samples.Letters.ToHtml(innocent))));
            using var other = WordprocessingDocument.Open(new MemoryStream(Samples.Letters.ToDocx(innocent)), false);
            Assert.That(
                body.Descendants().Select(element => element.LocalName),
                Is.EqualTo(other.MainDocumentPart!.Document.Body!.Descendants().Select(element => element.LocalName)));
        }
    }

    // The attack's letter with the attack replaced everywhere by a plain word.
    private Letter Innocent(Letter plain, Func<Letter, Letter> type)
    {
        var json = JsonNode.Parse(LetterJson.Write(type(plain)))!;
        Replace(json);
        return LetterJson.Read(plain.TemplateCode, json.ToJsonString()).Letter!;

        void Replace(JsonNode node)
        {
            foreach (var (key, value) in node is JsonObject members ? members.ToList() : [])
            {
                if (value is JsonValue text && text.TryGetValue<string>(out var written) && written == typed)
                {
                    node[key] = "普通";
                }
                else if (value is not null)
                {
                    Replace(value);
                }
            }

            if (node is JsonArray list)
            {
                for (var index = 0; index < list.Count; index++)
                {
                    if (list[index] is JsonValue entry && entry.TryGetValue<string>(out var item) && item == typed)
                    {
                        list[index] = "普通";
                    }
                    else if (list[index] is { } inner)
                    {
                        Replace(inner);
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Tags(string html) =>
        System.Text.RegularExpressions.Regex.Matches(html, "<[^>]*>").Select(match => match.Value);
}
