using System.Text;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Cases.Testing;

/// <summary>A clock that stands until somebody moves it; only <c>Advance</c> lets timers fire.</summary>
internal sealed class StandingClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    public DateTimeOffset Now
    {
        get => GetUtcNow();
        set => AdjustTime(value);
    }

    public void MoveTo(DateOnly day, TimeOnly? time = null) =>
        Now = new DateTimeOffset(day, time ?? new TimeOnly(10, 0), ChinaTime.Offset).ToUniversalTime();
}

/// <summary>Letters that say no more than which letter they are.</summary>
internal sealed class OneLineLetters : ILetters
{
    private readonly byte[] more = [];

    public string Css => "";

    /// <summary>How many bytes follow the line.</summary>
    public int More
    {
        get => more.Length;
        init => new Random(value).NextBytes(more = new byte[value]);
    }

    /// <summary>Whether making a letter fails, as when the disk is full.</summary>
    public bool IsBroken { get; set; }

    public IReadOnlyList<Refusal> Check(Letter letter, bool final = false) => [];

    public byte[] ToDocx(Letter letter) => IsBroken
        ? throw new IOException("No space left.")
        : [.. Encoding.UTF8.GetBytes($"{letter.TemplateCode} {letter.Number} {letter.DecidedOn:yyyy-MM-dd}"), .. more];

    public string ToHtml(Letter letter) => letter.TemplateCode;

    public string ToHtmlPage(Letter letter) => letter.TemplateCode;

    public string ToHtmlPreview(Letter letter) => letter.TemplateCode;

    public byte[] FillIn(byte[] docx, string? number, DateOnly? decidedOn) => docx;

    public IReadOnlyList<Refusal> CheckUpload(byte[] docx, bool needsNumber, bool needsDate = true) => [];

    public IReadOnlyList<LetterParagraph> Read(byte[] docx, bool asDraft) => [new(LetterPart.Body, Encoding.UTF8.GetString(docx))];

    public string ToHtml(byte[] docx, bool asDraft) => Encoding.UTF8.GetString(docx);

    public IReadOnlyList<string> FixedParagraphs(Letter letter) => [];
}

/// <summary>A way out that keeps what it is given, or fails as it is told to.</summary>
internal sealed class RecordingChannel : INotificationChannel
{
    public string Name => "recording";

    public List<OutgoingMessage> Taken { get; } = [];

    /// <summary>What the next sending fails with; null: it is taken.</summary>
    public Func<Exception?> Fails { get; set; } = () => null;

    public bool Reaches(Recipient recipient) => recipient.Email is not null || recipient.Phone is not null;

    public Task Send(OutgoingMessage message, CancellationToken cancellation)
    {
        if (Fails() is { } problem)
        {
            throw problem;
        }

        Taken.Add(message);
        return Task.CompletedTask;
    }
}

/// <summary>Sheets that are the register numbers of their cases, a line each; something may happen after each line.</summary>
internal sealed class PlainSheets : ICaseLedgerSheets
{
    public List<string> Begun { get; } = [];

    public Func<int, Task> AfterLine { get; set; } = _ => Task.CompletedTask;

    public async Task<byte[]> ToXlsx(string title, IAsyncEnumerable<LedgerRow> rows, CancellationToken cancellation)
    {
        lock (Begun)
        {
            Begun.Add(title);
        }

        var lines = new List<string>();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            lines.Add(row.RegisterNumber);
            await AfterLine(lines.Count);
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }
}

/// <summary>Messages that say their values.</summary>
internal sealed class PlainMessageTexts : IMessageTexts
{
    public (string Subject, string Body) Of(NotificationKind kind, object values) => (kind.ToString(), values.ToString()!);
}

/// <summary>The three texts that the tests need.</summary>
internal sealed class PlainTemplates : IReplyTemplates, IOwnTemplates
{
    public IReadOnlyList<ReplyTemplate> All { get; } =
    [
        Template(TemplateCodes.CorrectionNotice, SeriesKind.Notice, null, ServiceEffect.AwaitsCorrection, ReplyStep.Completeness),
        Template(TemplateCodes.NotExisting, SeriesKind.Decision, "(四)1", ServiceEffect.Answers, ReplyStep.Existence),
        Template(TemplateCodes.AlreadyPublic, SeriesKind.Decision, "(一)", ServiceEffect.Answers, ReplyStep.Existence),
    ];

    public ReplyTemplate? Find(string code) => All.FirstOrDefault(template => template.Code == code);

    public ReplyTemplate? Find(string code, string? version) =>
        Find(code) is { } template && (version is null || version == template.Version) ? template : null;

    public ReplyTemplate? ForPart(string ground) => Find(ground);

    public ReplyTemplate? Base(string code) => Find(code);

    public bool IsFromFolder(string code) => false;

    public TemplateReading Judge(string code, string content) => new(Find(code), []);

    public Task Refresh(ITemplateVersions versions, CancellationToken cancellation) => Task.CompletedTask;

    private static ReplyTemplate Template(string code, SeriesKind series, string? row, ServiceEffect effect, ReplyStep step) => new()
    {
        No = null,
        Code = code,
        Title = code,
        Kind = TemplateKind.Substantive,
        Series = series,
        Row = row,
        Articles = [],
        Remedy = Remedy.Either,
        Effect = effect,
        Step = step,
        Addressee = AddresseeKind.Applicant,
        NeedsApproval = true,
        Facts = [],
        Variants = [],
        Body = "{{addressee}}",
        Version = new string('0', 64),
    };
}
