namespace Disclosure.Cases.Kernel;

/// <summary>The five questions of the five-step method (五步法), in their order.</summary>
public enum ReplyStep
{
    /// <summary>补不补: is the application complete and clear? (art. 29, 30)</summary>
    Completeness,

    /// <summary>该不该: is it an application for government information, and ours to answer? (art. 10, 35, 36, 39)</summary>
    Competence,

    /// <summary>有没有: do we hold it? (art. 36(4), 38)</summary>
    Existence,

    /// <summary>给不给: may it be given? (art. 13–17, 32, 34, 36, 37)</summary>
    Disclosure,

    /// <summary>当不当: is the reply right in form, basis, date, remedy and service?</summary>
    Propriety,
}
