namespace Disclosure.Cases.CaseFiles;

/// <summary>How an application came in; it decides which day is the day of receipt (art. 31).</summary>
[StoredName("Channel")]
public enum Channel
{
    /// <summary>当面提交: received on the day of submission (art. 31(1)).</summary>
    [StoredName("InPerson")]
    InPerson,

    /// <summary>口头申请: the clerk writes it down; received that day (art. 29, 31(1)).</summary>
    [StoredName("Oral")]
    Oral,

    /// <summary>需签收的邮寄: received on the day signed for (art. 31(2)).</summary>
    [StoredName("SignedPost")]
    SignedPost,

    /// <summary>平常信函: received on the day confirmed with the applicant (art. 31(2)).</summary>
    [StoredName("OrdinaryPost")]
    OrdinaryPost,

    /// <summary>互联网: received on the day both sides confirmed (art. 31(3)).</summary>
    [StoredName("Internet")]
    Internet,

    /// <summary>传真: received on the day both sides confirmed (art. 31(3)).</summary>
    [StoredName("Fax")]
    Fax,

    /// <summary>电子邮件, where the office publishes an address: as internet (art. 31(3)).</summary>
    [StoredName("Email")]
    Email,
}

/// <summary>Article 31: which day counts as the day of receipt.</summary>
public static class Receipt
{
    /// <summary>Whether the day of receipt is the day on which the application is confirmed with the applicant.</summary>
    public static bool NeedsConfirmation(this Channel channel) => channel switch
    {
        Channel.InPerson or Channel.Oral or Channel.SignedPost => false,
        Channel.OrdinaryPost or Channel.Internet or Channel.Fax or Channel.Email => true,
    };

    /// <summary>The day of receipt, or null while a confirmation is still outstanding.</summary>
    public static DateOnly? ReceivedOn(Channel channel, DateOnly arrivedOn, DateOnly? confirmedOn) =>
        channel.NeedsConfirmation() ? confirmedOn : arrivedOn;
}
