namespace Disclosure.Cases.Agencies;

/// <summary>The masthead an agency's letters bear (GB/T 9704-2012).</summary>
[StoredName("MastheadKind")]
public enum MastheadKind
{
    /// <summary>信函格式, §10.1: red name, red double rules above and below, number under the first rule.</summary>
    [StoredName("Letter")]
    Letter,

    /// <summary>The ordinary official document: red name, number centred below it, one red rule.</summary>
    [StoredName("Document")]
    Document,
}
