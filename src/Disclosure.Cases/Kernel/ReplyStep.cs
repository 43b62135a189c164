namespace Disclosure.Cases.Kernel;

/// <summary>The five questions of the five-step method (五步法), in their order.</summary>
[StoredName("ReplyStep")]
public enum ReplyStep
{
    /// <summary>补不补: is the application complete and clear? (art. 29, 30)</summary>
    [StoredName("Completeness")]
    Completeness,

    /// <summary>该不该: is it an application for government information, and ours to answer? (art. 10, 35, 36, 39)</summary>
    [StoredName("Competence")]
    Competence,

    /// <summary>有没有: do we hold it? (art. 36(4), 38)</summary>
    [StoredName("Existence")]
    Existence,

    /// <summary>给不给: may it be given? (art. 13–17, 32, 34, 36, 37)</summary>
    [StoredName("Disclosure")]
    Disclosure,

    /// <summary>当不当: is the reply right in form, basis, date, remedy and service?</summary>
    [StoredName("Propriety")]
    Propriety,
}
