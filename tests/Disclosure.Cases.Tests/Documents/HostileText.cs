using System.Text.Json.Nodes;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using FsCheck;
using FsCheck.Fluent;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>A letter, a place in it where somebody types, and what is typed there.</summary>
/// <param name="Sample">The letter's name.</param>
/// <param name="Place">The fact's key, or the field of case and agency as the check names it.</param>
/// <param name="Text">What is typed.</param>
internal sealed record HostileText(string Sample, string Place, string Text)
{
    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{{", "}}}", "{{agency}}", "{{#each applicants}}", "{{/each}}", "{{> x}}", "\\", "<w:p>",
        "</w:t></w:r></w:p>", "]]>", "<![CDATA[", "&", "&amp;", "&#x0;", "<", ">", "\"",
        "1.", "1．", "一、", "（一）", "# ", "- ", "| a |", "|", "---", "\n# ", "\n- ",
        "\n| a | b |", "\n\n", "\n", "\r\n", "\t", "\u2028", "：", "：\n", "……", "%s", "{0}",
        "\0", "\u0001", "\u000B", "\u001B", "\u007F", "\u0085", "\u202E", "\u202A",
        "\u2066", "\u2069", "\u200E", "\u200B", "\u200D", "\uFEFF", "\u00AD",
        "\uE000", "\uE0000\uE001", "\uE00099\uE001", "\uE001", "\uE002",
        "\uE002office\uE002", "\uF8FF", "\uD842", "\uDFB7", "\uFFFE", "\uFFFF", "\uFDD0",
        "𠮷", "𬎆", "👨‍👩‍👧", "e\u0301", "普通", "政府信息", "abc", " ", "　", "12",
    ];

    // A reason for withholding has to say something of the case.
    private const string Particular = "\n载有本案当事人的住址和电话号码。";

    // Mostly what can be printed, so that both sides are tried; some of each longer than any text may be.
    private static readonly Gen<string> Texts = Gen.Frequency(
        (12, Gen.Elements(Pieces).ListOf().Where(pieces => pieces.Count > 0).Select(pieces => string.Concat(pieces))),
        (12, Gen.Elements(Pieces.Where(Printable).ToArray()).ListOf().Where(pieces => pieces.Count > 0)
            .Select(pieces => string.Concat(pieces))),
        (1, Gen.Elements(Pieces.Where(Printable).ToArray())
            .Select(piece => string.Concat(Enumerable.Repeat(piece + "字", (50_000 / (piece.Length + 1)) + 1)))),
        (1, Gen.Elements("{{", "<w:p>", "𠮷", "字\n", "# ").Select(piece => string.Concat(Enumerable.Repeat(piece, 60)))),
        (1, Gen.Elements("{{", "<w:p>", "𠮷", "1.").Select(piece => string.Concat(Enumerable.Repeat(piece, 19_000 / piece.Length)))));

    private static readonly (string Sample, string Place)[] All = [.. Samples.Names.SelectMany(PlacesOf)];

    public static Arbitrary<HostileText> Arbitrary { get; } = Arb.From(
        Gen.Elements(All).Zip(Texts, (where, text) => new HostileText(where.Sample, where.Place, text)),
        Shrunk);

    /// <summary>The letter with <paramref name="text"/> in the place.</summary>
    public Letter With(string text)
    {
        var letter = Samples.Read(Sample);
        var (@case, agency) = (letter.Case, letter.Agency);
        return Place switch
        {
            "case.applicants[0].name" =>
                letter with { Case = @case with { Applicants = [@case.Applicants[0] with { Name = text }, .. @case.Applicants.Skip(1)] } },
            "case.requested" => letter with { Case = @case with { Requested = text } },
            "case.registerNumber" => letter with { Case = @case with { RegisterNumber = text } },
            "agency.name" => letter with { Agency = agency with { Name = text } },
            "agency.office" => letter with { Agency = agency with { Office = text } },
            "agency.address" => letter with { Agency = agency with { Address = text } },
            "agency.phone" => letter with { Agency = agency with { Phone = text } },
            "agency.reconsiderationOrgan" => letter with { Agency = agency with { ReconsiderationOrgan = text } },
            "agency.court" => letter with { Agency = agency with { Court = text } },
            _ => letter.WithFact(Place, Of(letter, text)),
        };
    }

    public override string ToString() =>
        $"{Sample}, {Place}: {JsonValue.Create(Text.Length > 300 ? Text[..300] + "…" : Text).ToJsonString()}";

    private static bool Printable(string piece) =>
        PrintedText.Fault(piece + "字", true) is null && !piece.Contains("……", StringComparison.Ordinal);

    private static IEnumerable<(string Sample, string Place)> PlacesOf(string sample)
    {
        var template = Samples.Templates.Find(Samples.CodeOf(sample))!;
        string[] frame =
        [
            "case.applicants[0].name", "case.requested", "case.registerNumber", "agency.name", "agency.office",
            "agency.address", "agency.phone", "agency.reconsiderationOrgan", "agency.court",
        ];
        return template.For(Samples.Read(sample).Variant).Facts
            .Where(fact => fact.Kind is FactKind.Text or FactKind.Paragraphs or FactKind.List or FactKind.Sections)
            .Select(fact => fact.Key)
            .Concat(frame)
            .Select(place => (sample, place));
    }

    private JsonNode Of(Letter letter, string text)
    {
        var kind = Samples.Templates.Find(letter.TemplateCode)!.Facts.First(fact => fact.Key == Place).Kind;
        if (kind == FactKind.Sections)
        {
            var parts = letter.Facts[Place]!.DeepClone().AsArray();
            parts[0]!["text"] = text + Particular;
            return parts;
        }

        return kind == FactKind.List ? new JsonArray(text, "乙")
            : kind == FactKind.Paragraphs && WithholdingGround.Find(letter.TemplateCode) is not null ? JsonValue.Create(text + Particular)
            : JsonValue.Create(text);
    }

    private static IEnumerable<HostileText> Shrunk(HostileText hostile) => hostile.Text.Length < 2
        ? []
        : [
            hostile with { Text = hostile.Text[..(hostile.Text.Length / 2)] },
            hostile with { Text = hostile.Text[(hostile.Text.Length / 2)..] },
            hostile with { Text = hostile.Text[1..] },
            hostile with { Text = hostile.Text[..^1] },
        ];
}
