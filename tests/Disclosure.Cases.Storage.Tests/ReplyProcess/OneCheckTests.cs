using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Documents;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Storage.CaseFiles;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>A submission and an approval compose the letter once and check it once, made by the program or finished in Word.</summary>
public sealed class OneCheckTests
{
    private readonly Counts counts = new();
    private TestOffice office = null!;
    private CaseDriver desk = null!;
    private Guid document;

    [SetUp]
    public async Task Open()
    {
        office = await TestOffice.OpenWithLetters(new DateOnly(2025, 9, 22), also: services => services
            .AddSingleton<ILetters>(provider => new CountedLetters(ActivatorUtilities.CreateInstance<LetterRenderer>(provider), counts))
            .AddScoped<ICaseTexts>(provider => new CountedTexts(ActivatorUtilities.CreateInstance<CaseTextStore>(provider), counts)));
        desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        await desk.Answer(StepAnswer.NotExisting);
        document = await desk.Draft(TemplateCodes.NotExisting);
    }

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task SubmissionAndApproval_ComposeOnce_AndCheckOnce() => await SubmitAndApprove();

    [Test]
    public async Task SubmissionAndApproval_OfAnUpload_ComposeOnce_AndCheckOnce()
    {
        var letter = await office.As(office.Clerk, async scope =>
        {
            var file = await desk.File();
            var composed = await scope.GetRequiredService<CaseLetters>()
                .Compose(file, file.Document(document), office.Clock.Today(), default);
            return scope.GetRequiredService<ILetters>().ToDocx(composed);
        });
        await desk.Do<Guid>((id, version) => new FinishInWord(id, version, document, "定稿.docx", letter));
        await SubmitAndApprove();
    }

    [Test]
    public async Task Submission_OfAFormThatNobodyApproves_ComposesOnce_AndChecksOnce()
    {
        var receipt = await desk.Draft(TemplateCodes.RegistrationReceipt, null, ("channel", "in-person"));
        var facts = (await desk.File()).Document(receipt).Facts.Id;
        counts.Clear();
        Assert.That(await desk.Submit(receipt), Is.Empty);
        Assert.That((await desk.File()).Document(receipt).Status, Is.EqualTo(DocumentStatus.Approved));
        Assert.That((counts.Compositions(facts), counts.Checks), Is.EqualTo((1, 1)));
    }

    private async Task SubmitAndApprove()
    {
        var facts = (await desk.File()).Document(document).Facts.Id;
        counts.Clear();
        Assert.That(await desk.Submit(document), Is.Empty);
        var submitted = (counts.Compositions(facts), counts.Checks);
        counts.Clear();
        await desk.Do<Approval>((id, version) => new ApproveDocument(id, version, document), office.Reviewer);
        var approved = (counts.Compositions(facts), counts.Checks);
        Assert.That((submitted, approved), Is.EqualTo(((1, 1), (1, 1))));
    }

    /// <summary>What was done since the last <see cref="Clear"/>: a letter is composed from the facts that it reads.</summary>
    private sealed class Counts
    {
        private readonly List<Guid> texts = [];

        public int Checks { get; set; }

        public int Compositions(Guid facts) => texts.Count(text => text == facts);

        public void Read(Guid text) => texts.Add(text);

        public void Clear()
        {
            texts.Clear();
            Checks = 0;
        }
    }

    private sealed class CountedTexts(ICaseTexts texts, Counts counts) : ICaseTexts
    {
        public TextRef Keep(Guid caseId, string text) => texts.Keep(caseId, text);

        public Task<string> Read(TextRef reference, CancellationToken cancellation)
        {
            counts.Read(reference.Id);
            return texts.Read(reference, cancellation);
        }

        public Task<IReadOnlyDictionary<Guid, string>> OfCase(Guid caseId, CancellationToken cancellation) =>
            texts.OfCase(caseId, cancellation);
    }

    private sealed class CountedLetters(ILetters letters, Counts counts) : ILetters
    {
        public string Css => letters.Css;

        public IReadOnlyList<Refusal> Check(Letter letter, bool final = false)
        {
            counts.Checks++;
            return letters.Check(letter, final);
        }

        public byte[] ToDocx(Letter letter) => letters.ToDocx(letter);

        public string ToHtml(Letter letter) => letters.ToHtml(letter);

        public string ToHtml(byte[] docx, bool asDraft) => letters.ToHtml(docx, asDraft);

        public string ToHtmlPage(Letter letter) => letters.ToHtmlPage(letter);

        public string ToHtmlPreview(Letter letter) => letters.ToHtmlPreview(letter);

        public byte[] FillIn(byte[] docx, string? number, DateOnly? decidedOn) => letters.FillIn(docx, number, decidedOn);

        public IReadOnlyList<Refusal> CheckUpload(byte[] docx, bool needsNumber, bool needsDate = true) =>
            letters.CheckUpload(docx, needsNumber, needsDate);

        public IReadOnlyList<LetterParagraph> Read(byte[] docx, bool asDraft) => letters.Read(docx, asDraft);

        public IReadOnlyList<string> FixedParagraphs(Letter letter) => letters.FixedParagraphs(letter);
    }
}
