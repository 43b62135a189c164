namespace Disclosure.Cases.Storage.Sealing;

/// <summary>The records cannot be sealed or checked: their key is missing, damaged, or another database's.</summary>
public sealed class SealingKeyException : RefusedException
{
    internal SealingKeyException(string code, string path, Exception? inner = null)
        : base(Texts.Say(Texts.English, $"audit.each.{code}", path), new Refusal("records.keyUnfit"), inner) =>
            (Code, Path) = (code, path);

    /// <summary><c>key.missing</c>, <c>key.damaged</c>, <c>key.wrong</c>, or <c>key.data</c>: the data keys do not open with it.</summary>
    public string Code { get; }

    /// <summary>What is wrong, and where the key was looked for.</summary>
    public string Say(string language) => Texts.Say(language, $"audit.each.{Code}", Path);

    /// <summary>Where the key was looked for.</summary>
    public string Path { get; }
}
