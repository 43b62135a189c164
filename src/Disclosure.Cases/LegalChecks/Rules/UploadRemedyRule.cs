using Disclosure.Cases.Letters;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>A second remedy beside the right one misleads as a wrong one does (行政复议法 art. 23; 法释〔2025〕8号).</summary>
internal sealed class UploadRemedyRule : ILegalRule<JudgedUpload>
{
    public string Name => "Upload: remedies";

    public IReadOnlyList<string> Articles => ["《行政复议法》第二十三条", "法释〔2025〕8号"];

    public string Judges => "What was finished in Word names no remedy beside those of the text.";

    public IEnumerable<Refusal> Check(JudgedUpload upload)
    {
        if (RemedyWords.In(upload.FoundText).Count > RemedyWords.In(upload.ExpectedText).Count)
        {
            yield return new Refusal("check.uploadOtherRemedy");
        }
    }
}
