using System.Reflection;
using System.Text;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Notifications;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace Disclosure.Cases.Documents.Messages;

/// <summary>
/// The texts of messages: the first line is the subject, the rest the body. They come with the software as
/// <c>templates/messages/*.txt</c>; a file of the same name in the office's folder of templates replaces one.
/// </summary>
public sealed class MessageTexts : IMessageTexts
{
    private static readonly Dictionary<NotificationKind, (string File, object Sample)> Texts = new()
    {
        [NotificationKind.Alert] = ("alert.txt", Sample),
        [NotificationKind.LateList] = ("late-list.txt", new LateListText("2025年10月27日", 1, [Sample], "http://127.0.0.1/")),
        [NotificationKind.ApplicationReceived] = ("application-received.txt", ToApplicant),
        [NotificationKind.ReplyServed] = ("reply-served.txt", ToApplicant),
        [NotificationKind.PasswordGiven] = ("password-given.txt", ToUser),
        [NotificationKind.SecondFactorTakenAway] = ("second-factor-taken-away.txt", ToUser),
    };

    private readonly Dictionary<NotificationKind, HandlebarsTemplate<object, object>> compiled = [];

    /// <summary>Reads and tries out every text once.</summary>
    /// <param name="overrides">The office's folder of templates (<c>messages/*.txt</c> in it, or anywhere below); null for none.</param>
    /// <exception cref="TemplateFileException">A text is no Handlebars, or uses a placeholder that its kind does not have.</exception>
    public MessageTexts(string? overrides = null)
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });
        foreach (var (kind, (file, sample)) in Texts)
        {
            var (name, content) = Own(overrides, file) ?? (file, Shipped(file));
            try
            {
                compiled[kind] = handlebars.Compile(content.ReplaceLineEndings("\n"));
                if (Of(kind, sample) is ("", _) or (_, ""))
                {
                    throw new TemplateFileException(name, "a message needs a first line, which is its subject, and a text below it.");
                }
            }
            catch (Exception problem) when (problem is HandlebarsException or HandlebarsUndefinedBindingException)
            {
                throw new TemplateFileException(name, problem.Message, problem);
            }
        }
    }

    private static AlertText Sample => new("示范区人民政府", "示范府依申请〔2025〕1号", "答复申请人", "2025年10月24日", 0, 1, true, "http://127.0.0.1/");

    private static ApplicantText ToApplicant => new("示范区人民政府", "010-00000000", "示范府依申请〔2025〕1号");

    private static AccountText ToUser => new("2025年10月24日", "http://127.0.0.1/");

    /// <inheritdoc/>
    public (string Subject, string Body) Of(NotificationKind kind, object values)
    {
        var text = compiled[kind](values).Trim();
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..end].Trim(), text[end..].Trim());
    }

    private static (string Name, string Content)? Own(string? folder, string file) =>
        folder is not null
        && Directory.EnumerateFiles(folder, file, SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault() is { } path
            ? (path, File.ReadAllText(path, Encoding.UTF8))
            : null;

    private static string Shipped(string file)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"messages/{file}")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
