using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Encryption;

/// <summary>The data-protection keys of a database, and the key of its hashes, as they are used.</summary>
internal sealed class DataKeys : IDisposable
{
    // Never another one: data are read with it for as long as they are kept.
    private const string ApplicationName = "Disclosure.Cases.Records";

    // A key is the newest one by its date; which date says nothing, and no key ever ends.
    private static readonly DateTimeOffset FirstKey = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;
    private readonly IDataProtector protector;
    private readonly byte[] hashKey;

    /// <param name="elements">The data-protection keys, as they write themselves.</param>
    public DataKeys(IReadOnlyList<XElement> elements, byte[] hashKey)
    {
        this.hashKey = hashKey;
        services = Services(new Elements(elements));
        protector = services.GetDataProtector("personal data");
        Count = elements.Count;
    }

    /// <summary>How many data-protection keys there are: one more with each rotation.</summary>
    public int Count { get; }

    /// <summary>A key that is newer than all that there are.</summary>
    public static XElement New(IReadOnlyList<XElement> before)
    {
        var elements = new Elements(before);
        using var services = Services(elements);
        services.GetRequiredService<IKeyManager>().CreateNewKey(FirstKey.AddDays(before.Count), Never);
        return elements.Added!;
    }

    public string Encrypt(string plain) => protector.Protect(plain);

    /// <exception cref="CryptographicException">It was not encrypted with any of these keys, or was changed since.</exception>
    public string Decrypt(string encrypted) => protector.Unprotect(encrypted);

    /// <summary>By which a text is found: lower-case hexadecimal, made by nobody who lacks the key.</summary>
    public string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes(text)));

    public void Dispose() => services.Dispose();

    private static ServiceProvider Services(Elements elements)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName(ApplicationName).DisableAutomaticKeyGeneration();
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = elements);
        return services.BuildServiceProvider();
    }

    // They are encrypted where they are stored, whole.
    private sealed class Elements(IReadOnlyList<XElement> known) : IXmlRepository
    {
        public XElement? Added { get; private set; }

        public IReadOnlyCollection<XElement> GetAllElements() => known;

        public void StoreElement(XElement element, string friendlyName) => Added = element;
    }
}
