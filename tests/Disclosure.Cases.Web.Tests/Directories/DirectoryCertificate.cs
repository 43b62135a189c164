using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Disclosure.Cases.Web.Tests.Directories;

/// <summary>The certificate of a directory on loopback, by an authority that no machine knows, as files of PEM.</summary>
internal sealed class DirectoryCertificate : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("disclosure-tls-");

    public DirectoryCertificate()
    {
        using var authorityKey = RSA.Create(2048);
        var request = new CertificateRequest("CN=authority", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var authority = request.CreateSelfSigned(from, until);
        using var key = RSA.Create(2048);
        var own = new CertificateRequest("CN=directory", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        own.CertificateExtensions.Add(names.Build());
        using var certificate = own.Create(authority, from, until, [1, 2, 3]);
        File.WriteAllText(Authority, authority.ExportCertificatePem());
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(Key, key.ExportPkcs8PrivateKeyPem());
    }

    public string Authority => Path.Combine(folder.FullName, "authority.pem");

    public string Certificate => Path.Combine(folder.FullName, "certificate.pem");

    public string Key => Path.Combine(folder.FullName, "key.pem");

    public X509Certificate2 Load() => X509Certificate2.CreateFromPemFile(Certificate, Key);

    public void Dispose() => folder.Delete(recursive: true);
}
