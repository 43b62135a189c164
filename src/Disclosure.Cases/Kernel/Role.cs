namespace Disclosure.Cases.Kernel;

/// <summary>What a user may do. A user can hold several roles.</summary>
[Flags]
[StoredName("Role")]
public enum Role
{
    /// <summary>Nobody in particular.</summary>
    [StoredName("None")]
    None = 0,

    /// <summary>登记、承办: logs applications, answers the five questions, drafts.</summary>
    [StoredName("Clerk")]
    Clerk = 1,

    /// <summary>审核、签发: approves or returns what others drafted.</summary>
    [StoredName("Reviewer")]
    Reviewer = 2,

    /// <summary>政府信息公开工作主管部门: watches all agencies of the district (art. 3, 47).</summary>
    [StoredName("Manager")]
    Manager = 4,

    /// <summary>Keeps agencies, users and number series in order: all three administrators in one, where they are not divided.</summary>
    [StoredName("Administrator")]
    Administrator = 8,

    /// <summary>The application itself, in a recurring job.</summary>
    [StoredName("System")]
    System = 16,

    /// <summary>A system through which citizens file online: hands in what they send, and decides nothing.</summary>
    [StoredName("Portal")]
    Portal = 32,

    /// <summary>
    /// 系统管理员 of the three (<see cref="AdministratorSeparation"/>): agencies, calendars, texts, connected systems, operation.
    /// </summary>
    [StoredName("SystemAdministrator")]
    SystemAdministrator = 64,

    /// <summary>安全保密管理员: users, their roles, passwords, second factors and sessions; confirms what is emptied.</summary>
    [StoredName("SecurityAdministrator")]
    SecurityAdministrator = 128,

    /// <summary>安全审计员: reads the records of looks, sign-ins and administration, and what the verification found; changes nothing.</summary>
    [StoredName("AuditAdministrator")]
    AuditAdministrator = 256,
}
