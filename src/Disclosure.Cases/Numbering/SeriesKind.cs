namespace Disclosure.Cases.Numbering;

/// <summary>The four series of numbers that every agency keeps for each year (docs/domain.md, "Numbers").</summary>
public enum SeriesKind
{
    /// <summary>登记: given when an application is registered.</summary>
    Register,

    /// <summary>复: decisions, texts 08–26, given at approval.</summary>
    Decision,

    /// <summary>告: notices, given at approval.</summary>
    Notice,

    /// <summary>函: letters to third parties and other agencies, given at approval.</summary>
    Letter,
}
