using Disclosure.Cases.Differences;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Tests.ReplyTemplates;

public sealed class LetterDifferenceTests
{
    [Test]
    public void Paragraphs_DeletedInsertedAndChanged_AreToldApart()
    {
        var changes = Between(["甲段落在这里。", "将被删去的一段话。", "本机关决定予以公开。", "末段"], ["甲段落在这里。", "本机关经研究决定公开。", "全新的说明文字", "末段"]);
        Assert.That(changes.Select(Marked), Is.EqualTo(new[] { "甲段落在这里。", "[-将被删去的一段话。-]", "本机关[+经研究+]决定[-予以-]公开。", "[+全新的说明文字+]", "末段" }));
    }

    [Test]
    public void CharacterBeyondTheBmp_IsNeverTorn()
    {
        // 𠮷 and 𠮸 share their first half.
        Assert.That(Marked(Between(["申请人𠮷某的住址在此"], ["申请人𠮸某的住址在此"]).Single()), Is.EqualTo("申请人[-𠮷-][+𠮸+]某的住址在此"));
    }

    [Test]
    public void LongParagraph_ChangedAtBothEnds_IsComparedWhole()
    {
        var clause = string.Concat(Enumerable.Range(0, 2_000).Select(number => $"第{number}句话的内容，"));
        var pieces = Between(["头" + clause + "尾"], ["首" + clause + "末"]).Single().Pieces;
        Assert.That(
            pieces.Where(piece => piece.Kind == ChangeKind.Same).Sum(piece => piece.Text.Length),
            Is.GreaterThan(clause.Length - 20));
    }

    [Test]
    public void Pieces_OfAnyTwoTexts_MakeBothUp()
    {
        var random = new Random(711);
        for (var round = 0; round < 300; round++)
        {
            var (first, second) = (Some(), Some());
            var changes = Between(first, second);
            Assert.Multiple(() =>
            {
                Assert.That(TextOf(changes, ChangeKind.Inserted), Is.EqualTo(string.Concat(first)));
                Assert.That(TextOf(changes, ChangeKind.Deleted), Is.EqualTo(string.Concat(second)));
            });
        }

        string[] Some() => [.. Enumerable.Range(0, random.Next(5))
            .Select(_ => string.Concat(random.GetItems(["甲", "乙", "𠮷", "。", "é"], random.Next(12))))];

        static string TextOf(IEnumerable<ChangedParagraph> changes, ChangeKind left) =>
            string.Concat(changes.SelectMany(paragraph => paragraph.Pieces).Where(piece => piece.Kind != left).Select(piece => piece.Text));
    }

    private static IReadOnlyList<ChangedParagraph> Between(string[] first, string[] second) =>
        LetterDifference.Between(
            [.. first.Select(text => new LetterParagraph(LetterPart.Body, text))],
            [.. second.Select(text => new LetterParagraph(LetterPart.Body, text))]);

    private static string Marked(ChangedParagraph paragraph) => string.Concat(paragraph.Pieces.Select(piece => piece.Kind switch
    {
        ChangeKind.Deleted => $"[-{piece.Text}-]",
        ChangeKind.Inserted => $"[+{piece.Text}+]",
        _ => piece.Text,
    }));
}
