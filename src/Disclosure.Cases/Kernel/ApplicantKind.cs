namespace Disclosure.Cases.Kernel;

/// <summary>
/// Who applies, in the six columns of the annual report's table 3. The numbers are stored as well, in what is kept of an applicant.
/// </summary>
[StoredName("ApplicantKind")]
public enum ApplicantKind
{
    /// <summary>自然人.</summary>
    [StoredName("NaturalPerson")]
    NaturalPerson = 0,

    /// <summary>商业企业.</summary>
    [StoredName("CommercialEnterprise")]
    CommercialEnterprise = 1,

    /// <summary>科研机构.</summary>
    [StoredName("ResearchInstitution")]
    ResearchInstitution = 2,

    /// <summary>社会公益组织.</summary>
    [StoredName("PublicWelfareOrganisation")]
    PublicWelfareOrganisation = 3,

    /// <summary>法律服务机构.</summary>
    [StoredName("LegalServiceOrganisation")]
    LegalServiceOrganisation = 4,

    /// <summary>其他.</summary>
    [StoredName("Other")]
    Other = 5,
}
