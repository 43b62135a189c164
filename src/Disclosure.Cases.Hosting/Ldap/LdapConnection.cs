using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Disclosure.Cases.Hosting.Ldap;

/// <summary>A connection to the directory: encrypted before anything secret is said, and one question at a time.</summary>
internal sealed class LdapConnection : IAsyncDisposable
{
    // A name, without attributes; a directory that sends more is none.
    private const int LongestMessage = 1 << 16;
    private const byte Sequence = 0x30;
    private const byte LongLength = 0x80;
    private const int MostEntries = 2;

    private readonly TcpClient client = new();
    private readonly LdapSettings settings;
    private Stream stream = Stream.Null;
    private int questions;

    private LdapConnection(LdapSettings settings) => this.settings = settings;

    /// <summary>Connects.</summary>
    public static async Task<LdapConnection> Open(LdapSettings settings, CancellationToken cancellation)
    {
        var connection = new LdapConnection(settings);
        try
        {
            await connection.client.ConnectAsync(settings.Address.DnsSafeHost, settings.Port, cancellation);
            connection.stream = connection.client.GetStream();
            if (settings.StartsTls)
            {
                var answer = await connection.Ask(LdapMessage.StartTls, LdapOperation.ExtendedResponse, null, cancellation);
                LdapException.ThrowUnless(answer.Code == 0, $"StartTLS: {answer.Code}");
            }

            if (settings.IsEncrypted || settings.StartsTls)
            {
                await connection.Encrypt(cancellation);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Shows by a password to be an entry.</summary>
    /// <returns>The code of the result; 0: it is that entry's password.</returns>
    public async Task<int> Bind(string name, string password, CancellationToken cancellation) =>
        (await Ask(id => LdapMessage.Bind(id, name, password), LdapOperation.BindResponse, null, cancellation)).Code;

    /// <summary>The names of the entries that have a value, two at most.</summary>
    public async Task<IReadOnlyList<string>> Find(string value, CancellationToken cancellation)
    {
        const int sizeLimitExceeded = 4;
        var found = new List<string>();
        var done = await Ask(
            id => LdapMessage.Search(
                id, settings.Base, settings.Attribute, value, MostEntries, (int)settings.Patience.TotalSeconds),
            LdapOperation.SearchResultDone, found, cancellation);
        LdapException.ThrowUnless(done.Code is 0 or sizeLimitExceeded, $"search: {done.Code}");
        return found;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        client.Dispose();
    }

    // Name, chain and time of the certificate are looked at by the platform.
    private async Task Encrypt(CancellationToken cancellation)
    {
        var encrypted = new SslStream(stream);
        stream = encrypted;
        var options = new SslClientAuthenticationOptions { TargetHost = settings.Address.DnsSafeHost };
        if (settings.Authorities is { } authorities)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        await encrypted.AuthenticateAsClientAsync(options, cancellation);
    }

    // Exactly what belongs to an answer is read: nothing that came before the encryption is taken for something after it.
    private async Task<LdapAnswer> Ask(
        Func<int, byte[]> question, LdapOperation expected, List<string>? entries, CancellationToken cancellation)
    {
        var id = ++questions;
        await stream.WriteAsync(question(id), cancellation);
        while (true)
        {
            var answer = LdapMessage.Read(await Next(cancellation));
            LdapException.ThrowUnless(answer.Id == id, $"message {answer.Id} ({answer.Operation}, {answer.Code}) was not asked for");
            if (answer.Operation == expected)
            {
                return answer;
            }

            var belongs = answer.Operation is LdapOperation.SearchResultEntry or LdapOperation.SearchResultReference;
            LdapException.ThrowUnless(entries is not null && belongs, $"{answer.Operation} is no answer");
            if (answer.Operation == LdapOperation.SearchResultEntry)
            {
                LdapException.ThrowUnless(entries!.Count < MostEntries, "more entries than were asked for");
                entries.Add(answer.Name);
            }
        }
    }

    // LDAP has definite lengths alone (RFC 4511, 5.1).
    private async Task<byte[]> Next(CancellationToken cancellation)
    {
        var head = new byte[2 + sizeof(int)];
        await stream.ReadExactlyAsync(head.AsMemory(0, 2), cancellation);
        var more = head[1] >= LongLength ? head[1] - LongLength : 0;
        LdapException.ThrowUnless(head[0] == Sequence && head[1] != LongLength && more <= sizeof(int), "no message of LDAP");
        await stream.ReadExactlyAsync(head.AsMemory(2, more), cancellation);
        var length = more == 0 ? head[1] : head.AsSpan(2, more).ToArray().Aggregate(0L, (sum, part) => (sum << 8) | part);
        LdapException.ThrowUnless(length <= LongestMessage, "a message is too long");
        var message = new byte[2 + more + (int)length];
        head.AsSpan(0, 2 + more).CopyTo(message);
        await stream.ReadExactlyAsync(message.AsMemory(2 + more), cancellation);
        return message;
    }
}

/// <summary>The directory does not do what it should.</summary>
internal sealed class LdapException(string message) : Exception(message)
{
    /// <summary>Refuses an answer that cannot be relied on.</summary>
    public static void ThrowUnless(bool isRight, string message)
    {
        if (!isRight)
        {
            throw new LdapException(message);
        }
    }
}
