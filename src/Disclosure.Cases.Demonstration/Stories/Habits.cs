namespace Disclosure.Cases.Demonstration.Stories;

/// <summary>What goes otherwise than straight in a story, and what is done beside it.</summary>
internal sealed record Habits
{
    /// <summary>Working days after the due date on which the reply is served; 0: in time.</summary>
    public int LateBy { get; init; }

    /// <summary>The reviewer gives the draft back once.</summary>
    public bool ReturnsDraft { get; init; }

    /// <summary>A mistake is found after approval: the letter is withdrawn before service, its number voided, and a new one made.</summary>
    public bool VoidsNumber { get; init; }

    /// <summary>The posted reply comes back and is served again.</summary>
    public bool MailComesBack { get; init; }

    /// <summary>The first posting went to a wrong address, and so does not count.</summary>
    public bool WrongAddress { get; init; }

    /// <summary>The applicant gets a receipt.</summary>
    public bool GivesReceipt { get; init; }

    /// <summary>The disclosure review is put on its form as well.</summary>
    public bool FillsReviewForm { get; init; }

    /// <summary>A proof of service is made out.</summary>
    public bool ProvesService { get; init; }

    /// <summary>The delivery is recorded a day too late, and put right.</summary>
    public bool CorrectsDeliveryDate { get; init; }

    /// <summary>Working days after service on which the file is closed; null: it is not.</summary>
    public int? ArchivesAfter { get; init; } = 20;
}
