using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;

namespace Disclosure.Cases.Tests.ReplyProcess;

internal sealed class PassageMarkTests
{
    [TestCase(1, "乙", 1, Description = "its own paragraph first")]
    [TestCase(0, "乙", 1, Description = "else wherever the words stand")]
    [TestCase(7, "甲", 0, Description = "a paragraph that is gone")]
    [TestCase(0, "丙", null, Description = "words that were changed")]
    public void Passage_IsFoundAgainByItsWords(int paragraph, string quote, int? expected) =>
        Assert.That(new PassageMark(paragraph, quote, "改").PlaceIn(["甲方", "乙方", "又是乙方"]), Is.EqualTo(expected));

    [Test]
    public void Marks_WrittenAndRead_AreTheSame()
    {
        PassageMark[] marks = [new(3, "共<42>页", "页数与\n附件不一致"), new(5, "𠮷", "请核对")];
        Assert.Multiple(() =>
        {
            Assert.That(PassageMark.Read(PassageMark.Write(marks)), Is.EqualTo(marks));
            Assert.That(PassageMark.Write([]), Is.Null, "nothing is kept where nothing was marked");
            Assert.That(PassageMark.Read(""), Is.Empty, "a text whose retention period has ended");
        });
    }

    [Test]
    public void Return_RecordedBeforePassagesCouldBeMarked_IsReadAndWrittenAsItWas()
    {
        const string Stored =
            """{"DocumentId":"9b0f5c1e-2f5d-4f0e-9a43-7d2e2a7a1b11","Reason":{"Id":"6a1f5c1e-2f5d-4f0e-9a43-7d2e2a7a1b12","Hash":"ab"}}""";
        var caseEvent = CaseEventJson.Read("DocumentReturned", Stored);
        Assert.Multiple(() =>
        {
            Assert.That(((DocumentReturned)caseEvent).Marks, Is.Null);
            Assert.That(CaseEventJson.Write(caseEvent), Is.EqualTo(Stored));
        });
    }
}
