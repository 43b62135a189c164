using System.Text.RegularExpressions;

namespace Disclosure.Cases.EndToEnd;

/// <summary>The user guide shows the pages that the tests have taken pictures of, and no others.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class UserGuideTests
{
    [Test]
    public void Guide_ItsPictures_AreThoseOfTheFolder()
    {
        var named = Picture().Matches(File.ReadAllText(UserGuide.File)).Select(match => match.Groups["name"].Value).ToList();
        var files = Directory.GetFiles(UserGuide.Folder).Select(Path.GetFileName);
        Assert.Multiple(() =>
        {
            Assert.That(named, Is.EqualTo(UserGuide.Pages.Select(page => page + ".png")), "the guide and the list of its pages");
            Assert.That(files, Is.EquivalentTo(named), "the folder and the guide; DISCLOSURE_RENEW_PICTURES=1 takes the pictures");
        });
    }

    [GeneratedRegex(@"!\[[^\]]+\]\(guide/(?<name>[^)]+)\)")]
    private static partial Regex Picture();
}
