using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Disclosure.Cases.Web.Tests.Hostile;

/// <summary>What came back, byte for byte; status 0 where the connection ended without an answer.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body, TimeSpan Took)
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    public string Text => Encoding.UTF8.GetString(Body);

    public bool IsHtml => Header("Content-Type")?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public IEnumerable<string> All(string name) =>
        Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);

    public static RawAnswer Read(ReadOnlySpan<byte> bytes, TimeSpan took)
    {
        var end = bytes.IndexOf(HeadEnd);
        if (end < 0)
        {
            return new RawAnswer(0, [], [], took);
        }

        var lines = Encoding.Latin1.GetString(bytes[..end]).Split("\r\n");
        var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        var rest = bytes[(end + HeadEnd.Length)..];
        if (status == (int)HttpStatusCode.Continue)
        {
            return Read(rest, took);
        }

        var headers = lines.Skip(1).Select(line => line.Split(':', 2))
            .Select(parts => KeyValuePair.Create(parts[0], parts[^1].Trim())).ToList();
        var isChunked = headers.Any(header => header is { Key: "Transfer-Encoding", Value: "chunked" });
        return new RawAnswer(status, headers, isChunked ? Joined(rest) : rest.ToArray(), took);
    }

    private static byte[] Joined(ReadOnlySpan<byte> chunks)
    {
        using var all = new MemoryStream();
        while (chunks.IndexOf("\r\n"u8) is var line and > 0
            && int.TryParse(chunks[..line], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length)
            && length > 0 && chunks.Length >= line + 2 + length)
        {
            all.Write(chunks.Slice(line + 2, length));
            chunks = chunks[Math.Min(line + 4 + length, chunks.Length)..];
        }

        return all.ToArray();
    }
}

/// <summary>Sends bytes as they are: a client of HTTP would put right, or refuse, half of what is to be tried.</summary>
internal sealed class RawClient(int port)
{
    // Longer than anything may take: the server is then taken to hang.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="request">The whole request.</param>
    /// <param name="endsEarly">Whether the client stops sending after it, though it promised more.</param>
    public async Task<RawAnswer> Send(byte[] request, bool endsEarly = false)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
        var stream = client.GetStream();
        var watch = Stopwatch.StartNew();
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(request, patience.Token);
            if (endsEarly)
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (IOException)
        {
            // It was refused before all of it was sent.
        }

        try
        {
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException)
        {
            // What came before the connection was torn is the answer.
        }

        return RawAnswer.Read(answer.ToArray(), watch.Elapsed);
    }
}
