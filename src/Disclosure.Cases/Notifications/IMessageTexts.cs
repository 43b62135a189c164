namespace Disclosure.Cases.Notifications;

/// <summary>The wording of messages: templates that come with the software, which an office may replace.</summary>
public interface IMessageTexts
{
    /// <summary>Subject and body of a message.</summary>
    /// <param name="kind">Which text.</param>
    /// <param name="values">What its placeholders stand for; nothing that tells who the applicant is or what was asked for.</param>
    (string Subject, string Body) Of(NotificationKind kind, object values);
}

/// <summary>What the text of an alert may say.</summary>
/// <param name="Agency">The agency's name.</param>
/// <param name="RegisterNumber">The case's register number.</param>
/// <param name="What">What is due.</param>
/// <param name="DueOn">By when, as written in Chinese.</param>
/// <param name="DaysLeft">Working days left; 0 on the due date and when late.</param>
/// <param name="DaysLate">Working days late; 0 until then.</param>
/// <param name="IsLate">Whether the date has passed.</param>
/// <param name="Link">The case's page, or null where no address is configured.</param>
public sealed record AlertText(
    string Agency, string RegisterNumber, string What, string DueOn, int DaysLeft, int DaysLate, bool IsLate, string? Link);

/// <summary>What the text of the day's list may say.</summary>
/// <param name="Day">The day, as written in Chinese.</param>
/// <param name="Count">How many are late.</param>
/// <param name="Late">Each of them.</param>
/// <param name="Link">The managers' page, or null where no address is configured.</param>
public sealed record LateListText(string Day, int Count, IReadOnlyList<AlertText> Late, string? Link);

/// <summary>What the texts for applicants may say.</summary>
/// <param name="Agency">The agency's name.</param>
/// <param name="Phone">The telephone of its office.</param>
/// <param name="RegisterNumber">The register number.</param>
public sealed record ApplicantText(string Agency, string Phone, string RegisterNumber);

/// <summary>What the texts for users about their own account may say; never a password, a code, or the account's name.</summary>
/// <param name="Day">When it was done, as written in Chinese.</param>
/// <param name="Link">The account's page, or null where no address is configured.</param>
public sealed record AccountText(string Day, string? Link);
