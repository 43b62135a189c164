using System.Text;

namespace Disclosure.Cases.Kernel;

/// <summary>Who applies, in the six columns of the annual report's table 3.</summary>
public enum ApplicantKind
{
    /// <summary>自然人.</summary>
    NaturalPerson,

    /// <summary>商业企业.</summary>
    CommercialEnterprise,

    /// <summary>科研机构.</summary>
    ResearchInstitution,

    /// <summary>社会公益组织.</summary>
    PublicWelfareOrganisation,

    /// <summary>法律服务机构.</summary>
    LegalServiceOrganisation,

    /// <summary>其他.</summary>
    Other,
}
