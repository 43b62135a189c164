using System.Text.RegularExpressions;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>A second remedy beside the right one misleads as a wrong one does (行政复议法 art. 23; 法释〔2025〕8号).</summary>
internal sealed partial class UploadRemedyRule : ILegalRule<JudgedUpload>
{
    public string Name => "Upload: remedies";

    public IReadOnlyList<string> Articles => ["《行政复议法》第二十三条", "法释〔2025〕8号"];

    public string Judges => "What was finished in Word names no remedy beside those of the text.";

    public IEnumerable<Refusal> Check(JudgedUpload upload)
    {
        if (Remedies().Count(upload.FoundText) > Remedies().Count(upload.ExpectedText))
        {
            yield return new Refusal("check.uploadOtherRemedy");
        }
    }

    [GeneratedRegex("(?:申请|提起)行政(?:复议|诉讼)")]
    private static partial Regex Remedies();
}
