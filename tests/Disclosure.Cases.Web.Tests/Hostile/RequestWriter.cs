using System.Globalization;
using System.Text;

namespace Disclosure.Cases.Web.Tests.Hostile;

/// <summary>The parts of a request, each of which can be spoilt, and their bytes.</summary>
internal sealed class RequestWriter
{
    private const string Boundary = "here";

    public RequestWriter(Door door)
    {
        Door = door;
        (Method, Path, FormToken) = (door.Method, door.Path, door.By.FormToken);
        Query = [.. door.Query.Select(Bytes)];
        Form = [.. (door.Form ?? []).Select(Bytes)];
        Json = door.Json is null ? null : Encoding.UTF8.GetBytes(door.Json);
        Cookies = new Dictionary<string, string>(door.By.Cookies);
        MediaType = Json is not null ? "application/json"
            : door.Form is null ? null
            : Form.Exists(part => part.IsFile) ? $"multipart/form-data; boundary={Boundary}"
            : "application/x-www-form-urlencoded";
        if (door.By.Bearer is { } token)
        {
            Headers["Authorization"] = Encoding.ASCII.GetBytes($"Bearer {token}");
            Headers["Idempotency-Key"] = Encoding.ASCII.GetBytes(Guid.NewGuid().ToString());
        }
    }

    public Door Door { get; }

    public string Method { get; set; }

    public string Path { get; set; }

    public List<(byte[] Name, byte[] Value, bool IsFile)> Query { get; }

    /// <summary>What is added to the query as it is.</summary>
    public string Written { get; set; } = "";

    public List<(byte[] Name, byte[] Value, bool IsFile)> Form { get; }

    public byte[]? Json { get; set; }

    public byte[] File { get; set; } = [];

    public string FileName { get; set; } = "a.docx";

    public string? FormToken { get; set; }

    public Dictionary<string, string> Cookies { get; }

    public Dictionary<string, byte[]> Headers { get; } = [];

    public string? MediaType { get; set; }

    /// <summary>What is said of the length; null: the truth.</summary>
    public string? Length { get; set; }

    /// <summary>What is said of the length of a chunk, empty for the truth; null: the body is sent whole.</summary>
    public string? Chunk { get; set; }

    /// <summary>A further line in the head of each part of a form.</summary>
    public string? PartHead { get; set; }

    public HostileRequest ToRequest(string wrong)
    {
        var body = Body();
        using var all = new MemoryStream();
        void Write(string text) => all.Write(Encoding.Latin1.GetBytes(text));
        var query = string.Join('&', Query.Select(part => $"{Escaped(part.Name)}={Escaped(part.Value)}").Append(Written)
            .Where(part => part.Length > 0));
        Write($"{Method} {Path}{(query.Length == 0 ? "" : "?" + query)} HTTP/1.1\r\n");
        if (!Headers.ContainsKey("Host"))
        {
            Write("Host: localhost\r\n");
        }

        if (Cookies.Count > 0 && !Headers.ContainsKey("Cookie"))
        {
            Write($"Cookie: {string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"))}\r\n");
        }

        foreach (var (name, value) in Headers)
        {
            Write(name + ": ");
            all.Write(value);
            Write("\r\n");
        }

        if (MediaType is { } type)
        {
            Write($"Content-Type: {type}\r\n");
        }

        if (Chunk is { } chunk)
        {
            Write("Transfer-Encoding: chunked\r\n");
            var length = chunk.Length == 0 ? body.Length.ToString("X", CultureInfo.InvariantCulture) : chunk;
            body = [.. Encoding.ASCII.GetBytes(length + "\r\n"), .. body, .. "\r\n0\r\n\r\n"u8];
        }
        else if (body.Length > 0 || Length is not null || Method is not ("GET" or "HEAD"))
        {
            Write($"Content-Length: {Length ?? body.Length.ToString(CultureInfo.InvariantCulture)}\r\n");
        }

        Write("Connection: close\r\n\r\n");
        all.Write(body);
        return new HostileRequest(Door, all.ToArray(), wrong, Length is not null || Chunk is { Length: > 0 });
    }

    /// <summary>Bytes in the way of addresses and forms.</summary>
    public static string Escaped(byte[] bytes) => string.Concat(bytes.Select(each =>
        char.IsAsciiLetterOrDigit((char)each) || "-._~[]".Contains((char)each, StringComparison.Ordinal)
            ? ((char)each).ToString()
            : $"%{each:X2}"));

    private byte[] Body()
    {
        if (Json is not null || Door.Form is null)
        {
            return Json ?? [];
        }

        var parts = FormToken is not { } token ? Form
            : [.. Form, ("__RequestVerificationToken"u8.ToArray(), Encoding.UTF8.GetBytes(token), false)];
        return MediaType?.StartsWith("multipart/", StringComparison.Ordinal) == true
            ? Multipart(parts)
            : Encoding.ASCII.GetBytes(string.Join('&', parts.Select(part => $"{Escaped(part.Name)}={Escaped(part.Value)}")));
    }

    private byte[] Multipart(IEnumerable<(byte[] Name, byte[] Value, bool IsFile)> parts)
    {
        using var all = new MemoryStream();
        foreach (var (name, value, isFile) in parts)
        {
            all.Write(Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\""));
            all.Write(name);
            all.Write(Encoding.UTF8.GetBytes(isFile ? $"\"; filename=\"{FileName}\"\r\nContent-Type: x/<x-probe>" : "\""));
            all.Write(Encoding.UTF8.GetBytes(PartHead is null ? "" : "\r\n" + PartHead));
            all.Write("\r\n\r\n"u8);
            all.Write(isFile ? File : value);
            all.Write("\r\n"u8);
        }

        all.Write(Encoding.ASCII.GetBytes($"--{Boundary}--\r\n"));
        return all.ToArray();
    }

    private static (byte[] Name, byte[] Value, bool IsFile) Bytes(Part part) =>
        (Encoding.UTF8.GetBytes(part.Name), Encoding.UTF8.GetBytes(part.Value), part.IsFile);
}
