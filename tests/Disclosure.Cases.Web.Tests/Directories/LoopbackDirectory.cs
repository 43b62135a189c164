using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Disclosure.Cases.Web.Tests.Directories;

/// <summary>
/// A directory of a few lines, which hears what is said to it, and misbehaves on demand. What a real one does, <see cref="OpenLdap"/>
/// shows; this one runs on every machine.
/// </summary>
internal sealed class LoopbackDirectory : ILoopbackDirectory
{
    private const int Success = 0;
    private const int InvalidCredentials = 49;

    private readonly TcpListener plain = new(IPAddress.Loopback, 0);
    private readonly TcpListener encrypted = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly X509Certificate2 certificate;

    public LoopbackDirectory(DirectoryCertificate certificate)
    {
        this.certificate = certificate.Load();
        _ = Listen(plain, isEncrypted: false);
        _ = Listen(encrypted, isEncrypted: true);
    }

    public string Address => $"ldap://127.0.0.1:{((IPEndPoint)plain.LocalEndpoint).Port}";

    public string Encrypted => $"ldaps://127.0.0.1:{((IPEndPoint)encrypted.LocalEndpoint).Port}";

    /// <summary>Which entry was shown which password, and whether that was encrypted.</summary>
    public ConcurrentQueue<(string Entry, string Password, bool IsEncrypted)> Binds { get; } = new();

    /// <summary>The names that were looked for.</summary>
    public ConcurrentQueue<string> Sought { get; } = new();

    /// <summary>What it answers to everything instead; empty: nothing at all.</summary>
    public byte[]? Instead { get; set; }

    /// <summary>The code with which the password of the clerk is judged instead.</summary>
    public int? Verdict { get; set; }

    /// <summary>How many entries have the clerk's name.</summary>
    public int Entries { get; set; } = 1;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        plain.Dispose();
        encrypted.Dispose();
        certificate.Dispose();
        end.Dispose();
    }

    private async Task Listen(TcpListener listener, bool isEncrypted)
    {
        listener.Start();
        while (!end.IsCancellationRequested)
        {
            _ = Serve(await listener.AcceptTcpClientAsync(end.Token), isEncrypted);
        }
    }

    private async Task Serve(TcpClient client, bool isEncrypted)
    {
        using var connection = client;
        Stream stream = client.GetStream();
        try
        {
            stream = isEncrypted ? await Encrypt(stream) : stream;
            while (await Next(stream) is { } message)
            {
                var (answer, startsTls) = Instead is { } other ? (other, false) : Answer(message, stream is SslStream);
                await stream.WriteAsync(answer, end.Token);
                stream = startsTls ? await Encrypt(stream) : stream;
            }
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException
            or System.Security.Authentication.AuthenticationException)
        {
            // The other end has gone.
        }
    }

    private async Task<Stream> Encrypt(Stream stream)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(certificate);
        return encrypted;
    }

    // Questions are short: their length is one byte, or two.
    private async Task<byte[]?> Next(Stream stream)
    {
        var head = new byte[2];
        if (await stream.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, end.Token) < 2)
        {
            return null;
        }

        var more = new byte[head[1] > 0x80 ? head[1] - 0x80 : 0];
        await stream.ReadExactlyAsync(more, end.Token);
        var rest = new byte[more.Length == 0 ? head[1] : more.Aggregate(0, (sum, part) => (sum << 8) | part)];
        await stream.ReadExactlyAsync(rest, end.Token);
        return [.. head, .. more, .. rest];
    }

    private (byte[] Answer, bool StartsTls) Answer(byte[] message, bool isEncrypted)
    {
        var parts = new AsnReader(message, AsnEncodingRules.BER).ReadSequence();
        var id = (int)parts.ReadInteger();
        var tag = parts.PeekTag();
        var question = parts.ReadSequence(tag);
        switch (tag.TagValue)
        {
            case 0:
                question.ReadInteger();
                var (name, password) = (Text(question), Text(question, 0));
                Binds.Enqueue((name, password, isEncrypted));
                return (Result(id, 1, Judge(name, password)), false);
            case 3:
                return (Search(id, question), false);
            default:
                return (Result(id, 24, Success), true);
        }
    }

    private int Judge(string name, string password) => (name, password) switch
    {
        (_, "") => Success,
        (ILoopbackDirectory.Reader, ILoopbackDirectory.ReadersPassword) => Success,
        (ILoopbackDirectory.Entry, ILoopbackDirectory.Password) => Verdict ?? Success,
        _ => InvalidCredentials,
    };

    private byte[] Search(int id, AsnReader question)
    {
        Assert.That(Text(question), Is.EqualTo(ILoopbackDirectory.Base));
        question.ReadEncodedValue();
        question.ReadEncodedValue();
        question.ReadInteger();
        question.ReadInteger();
        question.ReadBoolean();
        var filter = question.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 3));
        Assert.That(Text(filter), Is.EqualTo("uid"));
        var value = Text(filter);
        Sought.Enqueue(value);
        var entries = value == "clerk" ? Enumerable.Repeat(Entry(id), Entries) : [];
        return [.. entries.SelectMany(entry => entry), .. Result(id, 5, Success)];
    }

    private static byte[] Entry(int id) => Message(id, 4, writer =>
    {
        writer.WriteOctetString(Encoding.UTF8.GetBytes(ILoopbackDirectory.Entry));
        using (writer.PushSequence())
        {
        }
    });

    private static byte[] Result(int id, int operation, int code) => Message(id, operation, writer =>
    {
        writer.WriteEncodedValue([10, 1, (byte)code]);
        writer.WriteOctetString([]);
        writer.WriteOctetString([]);
    });

    private static byte[] Message(int id, int operation, Action<AsnWriter> content)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(id);
            using (writer.PushSequence(new Asn1Tag(TagClass.Application, operation)))
            {
                content(writer);
            }
        }

        return writer.Encode();
    }

    private static string Text(AsnReader reader, int? tag = null) => Encoding.UTF8.GetString(
        reader.ReadOctetString(tag is { } number ? new Asn1Tag(TagClass.ContextSpecific, number) : null));
}
