namespace Disclosure.Cases.Numbering;

/// <summary>The four series of numbers that every agency keeps for each year (docs/domain.md, "Numbers").</summary>
[StoredName("SeriesKind")]
public enum SeriesKind
{
    /// <summary>登记: given when an application is registered.</summary>
    [StoredName("Register")]
    Register,

    /// <summary>复: decisions, texts 08–26, given at approval.</summary>
    [StoredName("Decision")]
    Decision,

    /// <summary>告: notices, given at approval.</summary>
    [StoredName("Notice")]
    Notice,

    /// <summary>函: letters to third parties and other agencies, given at approval.</summary>
    [StoredName("Letter")]
    Letter,
}
