using Disclosure.Cases.Documents.Layout;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>A long name keeps its line by the width of its letters, or stands on two lines of equal weight.</summary>
public sealed class OrganNameTests
{
    [TestCase("示范区人民政府", 36, 100)]
    [TestCase("示范区规划和自然资源局不动产登记中心", 36, 73)]
    [TestCase("示范区规划和自然资源局不动产登记中心国土管理所", 31, 66)]
    public void Masthead_OfOneLine_IsNarrowedBeforeItGetsSmaller(string name, int points, int scale)
    {
        var set = OrganName.InMasthead(name, 475);
        Assert.That((set.Lines.Count, set.Points), Is.EqualTo((1, points)));
        Assert.That(set.Scale, Is.EqualTo(scale).Within(1));
    }

    [TestCase("示范区规划和自然资源局不动产登记中心及国土空间用途管制服务管理办公室", "示范区规划和自然资源局不动产登记中心")]
    [TestCase("示范市示范区人民政府办公室电子政务和政府信息公开工作领导小组联席会议办公室", "示范市示范区人民政府办公室电子政务和")]
    public void Masthead_OfTwoLines_HasHalvesOfEqualWeight(string name, string first)
    {
        var set = OrganName.InMasthead(name, 475);
        Assert.That(set.Lines, Has.Count.EqualTo(2));
        Assert.That(string.Concat(set.Lines), Is.EqualTo(name));
        Assert.That(Math.Abs(set.Lines[0].Length - set.Lines[1].Length), Is.LessThanOrEqualTo(6), first);
        Assert.That(set.Points * set.Scale / 100.0 * set.Lines.Max(line => line.Length), Is.LessThanOrEqualTo(475));
    }

    [TestCase(26, 1, 100)]
    [TestCase(30, 1, 86)]
    [TestCase(34, 2, 100)]
    [TestCase(60, 2, 86)]
    public void Signature_OfSoManyLetters_HasNoSmallRest(int letters, int lines, int scale)
    {
        var set = OrganName.InSignature(new string('字', letters), 26);
        Assert.That((set.Lines.Count, set.Scale), Is.EqualTo((lines, scale)));
        Assert.That(set.Lines.Max(line => line.Length) - set.Lines.Min(line => line.Length), Is.LessThanOrEqualTo(1));
    }
}
