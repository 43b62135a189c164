namespace Disclosure.Cases.CaseFiles;

/// <summary>
/// The document whose number an applicant gives as proof of identity (art. 29 ¶2(1)). The numbers are stored as well, in what
/// is kept of an applicant.
/// </summary>
[StoredName("IdentityDocumentKind")]
public enum IdentityDocumentKind
{
    /// <summary>居民身份证.</summary>
    [StoredName("ResidentIdentityCard")]
    ResidentIdentityCard = 0,

    /// <summary>统一社会信用代码 (GB 32100).</summary>
    [StoredName("UnifiedSocialCreditCode")]
    UnifiedSocialCreditCode = 1,

    /// <summary>港澳居民来往内地通行证.</summary>
    [StoredName("HongKongMacaoTravelPermit")]
    HongKongMacaoTravelPermit = 2,

    /// <summary>台湾居民来往大陆通行证.</summary>
    [StoredName("TaiwanTravelPermit")]
    TaiwanTravelPermit = 3,

    /// <summary>港澳台居民居住证.</summary>
    [StoredName("HongKongMacaoTaiwanResidencePermit")]
    HongKongMacaoTaiwanResidencePermit = 4,

    /// <summary>外国人永久居留身份证.</summary>
    [StoredName("ForeignPermanentResidentCard")]
    ForeignPermanentResidentCard = 5,

    /// <summary>护照.</summary>
    [StoredName("Passport")]
    Passport = 6,

    /// <summary>其他.</summary>
    [StoredName("Other")]
    Other = 7,
}
