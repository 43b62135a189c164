using Disclosure.Cases.Differences;
using FsCheck;
using FsCheck.Fluent;

namespace Disclosure.Cases.Tests.ReplyTemplates;

public sealed class LineDifferenceTests
{
    [TestCase("a\nb\nc\n", "a\nb\nc\n", " a| b| c")]
    [TestCase("a\nb\nc\n", "a\nx\nc\n", " a|-b|+x| c")]
    [TestCase("a\nb\n", "b\n", "-a| b")]
    [TestCase("b\n", "a\nb\n", "+a| b")]
    [TestCase("a\n", "a\na\n", " a|+a")]
    [TestCase("a\nb\nc\nd\n", "b\nc\nx\nd\n", "-a| b| c|+x| d")]
    [TestCase("", "𠮷\n", "-|+𠮷")]
    public void Difference_OfTwoTexts_IsTheShortestWay(string before, string after, string expected) =>
        Assert.That(
            string.Join('|', LineDifference.Of(before, after).Select(line =>
                $"{(line.Change switch { ChangeKind.Same => ' ', ChangeKind.Deleted => '-', ChangeKind.Inserted => '+' })}{line.Text}")),
            Is.EqualTo(expected));

    [Test]
    public void Difference_OfAnyTwoTexts_GivesBothBack()
    {
        var texts = Gen.Elements("a", "b", "c").ListOf().Select(lines => lines.Append("end").ToArray());
        Check.One(Properties.Config, Prop.ForAll(texts.ToArbitrary(), texts.ToArbitrary(), (before, after) =>
        {
            var lines = LineDifference.Of(string.Join('\n', before), string.Join('\n', after));
            return lines.Where(line => line.Change != ChangeKind.Inserted).Select(line => line.Text).SequenceEqual(before)
                && lines.Where(line => line.Change != ChangeKind.Deleted).Select(line => line.Text).SequenceEqual(after)
                && lines.Where(line => line.Before is not null).Select(line => line.Before!.Value)
                    .SequenceEqual(Enumerable.Range(1, before.Length))
                && lines.Where(line => line.After is not null).Select(line => line.After!.Value)
                    .SequenceEqual(Enumerable.Range(1, after.Length));
        }));
    }
}
