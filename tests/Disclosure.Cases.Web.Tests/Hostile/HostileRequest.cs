using System.Text;
using System.Text.Json.Nodes;

namespace Disclosure.Cases.Web.Tests.Hostile;

/// <summary>A request as bytes: a door's own, with one or two things wrong.</summary>
/// <param name="Door">What is asked for.</param>
/// <param name="Bytes">What is sent.</param>
/// <param name="Wrong">What is wrong, for the report.</param>
/// <param name="EndsEarly">Whether less is sent than was promised.</param>
internal sealed record HostileRequest(Door Door, byte[] Bytes, string Wrong, bool EndsEarly)
{
    /// <summary>The request with nothing wrong.</summary>
    public static HostileRequest Plain(Door door) => new RequestWriter(door).ToRequest("nothing");

    /// <summary>The request with something wrong, by the dice.</summary>
    public static HostileRequest Of(Door door, Random dice)
    {
        var writer = new RequestWriter(door);
        List<string> wrong = [];
        for (var times = dice.Next(4) == 0 ? 2 : 1; times > 0; times--)
        {
            wrong.Add(Spoil(writer, dice));
        }

        return writer.ToRequest(string.Join(" + ", wrong));
    }

    private static string Spoil(RequestWriter writer, Random dice) => dice.Next(100) switch
    {
        < 55 when writer.Json is not null => SpoilJson(writer, dice),
        < 20 when writer.Form.Exists(part => part.IsFile) => SpoilFile(writer, dice),
        < 55 when writer.Form.Count > 0 => SpoilPart(writer.Form, "field", dice),
        < 55 when writer.Query.Count > 0 => SpoilPart(writer.Query, "query", dice),
        < 60 => SpoilPath(writer, dice),
        < 66 => Written(writer, dice),
        < 78 => SpoilHeader(writer, dice),
        < 86 => SpoilMediaType(writer, dice),
        < 90 => SpoilLength(writer, dice),
        < 94 => SpoilToken(writer, dice),
        _ => SpoilMethod(writer, dice),
    };

    private static string SpoilPart(List<(byte[] Name, byte[] Value, bool IsFile)> parts, string what, Random dice)
    {
        var index = dice.Next(parts.Count);
        var (name, value, isFile) = parts[index];
        var said = $"{what} {Encoding.UTF8.GetString(name)}";
        switch (dice.Next(10))
        {
            case 0:
                parts.RemoveAt(index);
                return said + " left out";
            case 1:
                var times = dice.Next(4) == 0 ? 5_000 : 1;
                parts.AddRange(Enumerable.Repeat((name, times == 1 ? Text(dice) : "x"u8.ToArray(), isFile), times));
                return $"{said} {times} times more";
            case 2:
                var place = Pick(["[1000000]", "[-1]", "[x]"], dice);
                byte[] renamed = dice.Next(2) == 0 ? Text(dice)
                    : [.. Indexed(name, place), .. Pick([[], "[0]"u8.ToArray(), ".Name"u8.ToArray()], dice)];
                parts[index] = (renamed, value, isFile);
                return $"{said} called {Short(renamed)}";
            case 3:
                parts.Clear();
                return $"no {what} at all";
            case 4:
                // Of thousands of fields each is short: no request is larger than what may be sent at all.
                var spoilt = parts.Count > 1_000 ? "x"u8.ToArray() : Text(dice);
                for (var each = 0; each < parts.Count; each++)
                {
                    if (!parts[each].Name.AsSpan().SequenceEqual("handler"u8))
                    {
                        parts[each] = (parts[each].Name, spoilt, parts[each].IsFile);
                    }
                }

                return $"every {what} = {Short(spoilt)}";
            default:
                var text = Text(dice);
                parts[index] = (name, text, isFile);
                return $"{said} = {Short(text)}";
        }
    }

    private static string SpoilFile(RequestWriter writer, Random dice)
    {
        (writer.File, writer.FileName) = (Pick(HostileValues.Files, dice), Pick(HostileValues.FileNames, dice));
        return $"file {Short(Encoding.UTF8.GetBytes(writer.FileName))} of {writer.File.Length} bytes: {Short(writer.File)}";
    }

    private static string SpoilPath(RequestWriter writer, Random dice)
    {
        var parts = writer.Path.Split('/');
        var value = dice.Next(3) == 0 ? Pick(HostileValues.Written, dice) : RequestWriter.Escaped(Text(dice));
        value = value[..Math.Min(value.Length, dice.Next(2) == 0 ? 200 : 7_000)];
        parts[dice.Next(1, parts.Length)] = value;
        writer.Path = string.Join('/', parts);
        return "path";
    }

    private static string Written(RequestWriter writer, Random dice)
    {
        writer.Written = Pick(HostileValues.Written, dice);
        return $"query {writer.Written}";
    }

    private static string SpoilHeader(RequestWriter writer, Random dice)
    {
        var name = Pick(HostileValues.Headers, dice);
        var value = dice.Next(2) == 0 ? Encoding.UTF8.GetBytes(Pick(HostileValues.HeaderValues, dice))
            : [.. Text(dice).Where(each => each is not ((byte)'\r' or (byte)'\n')).Take(dice.Next(2) == 0 ? 500 : 20_000)];
        writer.Headers[dice.Next(8) == 0 ? name + "\u0000" : name] = value;
        return $"header {name}: {Short(value)}";
    }

    private static string SpoilMediaType(RequestWriter writer, Random dice)
    {
        writer.MediaType = dice.Next(6) == 0 ? null : Pick(HostileValues.MediaTypes, dice);
        writer.PartHead = dice.Next(2) == 0 ? null : Pick(HostileValues.PartHeads, dice);
        return $"media type {writer.MediaType ?? "left out"}, part {writer.PartHead}";
    }

    private static string SpoilLength(RequestWriter writer, Random dice)
    {
        if (dice.Next(3) == 0)
        {
            writer.Chunk = Pick(["", "0", "5", "-1", "x", "FFFFFFFFFFFFFFFF"], dice);
            return $"chunk {writer.Chunk}";
        }

        writer.Length = Pick(["0", "-1", "5", "x", "70000000", "300000000", "99999999999999999999", "12, 12"], dice);
        return $"length {writer.Length}";
    }

    private static string SpoilToken(RequestWriter writer, Random dice)
    {
        writer.FormToken = dice.Next(3) switch { 0 => null, 1 => "CfDJ8", _ => Encoding.Latin1.GetString(Pick(HostileValues.Texts, dice)) };
        if (dice.Next(2) == 0)
        {
            writer.Cookies.Remove("disclosure.form");
        }

        return "form token";
    }

    private static string SpoilMethod(RequestWriter writer, Random dice)
    {
        writer.Method = Pick(["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "CONNECT", "X", "get"], dice);
        return $"method {writer.Method}";
    }

    // At a random place of the body, or all of it.
    private static string SpoilJson(RequestWriter writer, Random dice)
    {
        const string mark = "@here@";
        var value = Pick(HostileValues.Json, dice);
        var body = JsonNode.Parse(writer.Door.Json!)!;
        var node = body;
        while (node is JsonObject or JsonArray && dice.Next(8) != 0)
        {
            var inside = node is JsonObject members ? [.. members.Select(member => member.Value)] : ((JsonArray)node).ToList();
            if (inside.Count == 0 || inside[dice.Next(inside.Count)] is not { } next)
            {
                break;
            }

            node = next;
        }

        if (node == body)
        {
            writer.Json = value;
            return $"body {Short(value)}";
        }

        var path = node.GetPath();
        node.ReplaceWith(mark);
        var halves = body.ToJsonString().Split($"\"{mark}\"");
        writer.Json = [.. Encoding.UTF8.GetBytes(halves[0]), .. value, .. Encoding.UTF8.GetBytes(halves[1])];
        return $"member {path} = {Short(value)}";
    }

    private static byte[] Text(Random dice) => Pick(dice.Next(3) == 0 ? HostileValues.Sharpest : HostileValues.Texts, dice);

    private static byte[] Indexed(byte[] name, string index) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(name).Replace("[0]", index, StringComparison.Ordinal));

    private static T Pick<T>(IReadOnlyList<T> all, Random dice) => all[dice.Next(all.Count)];

    private static string Short(byte[] value) => RequestWriter.Escaped([.. value.Take(40)]) + (value.Length > 40 ? "…" : "");
}
