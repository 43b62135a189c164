using System.Text;

namespace Disclosure.Cases.Web.Tests.Hostile;

/// <summary>What no form and no portal sends.</summary>
internal static class HostileValues
{
    /// <summary>Markup that an answer may carry only escaped.</summary>
    public const string Probe = "<x-probe>";

    /// <summary>Values of fields, parts of addresses and headers, as bytes.</summary>
    public static IReadOnlyList<byte[]> Texts { get; } =
    [
        .. new[]
        {
            "", " ", "\0", "a\0b", "\uFFFE", "名\uFFFE称", "\uFFFF", "\uFEFF", "\u200B", "\u202E", "\u0001\u001F", "\r\nX-Injected: 1",
            "\n",
            "\t", "𠮷", "e\u0301\u0301\u0301", "\uE000", "\U000E0001", "\U0010FFFF", "İ", "ß", "№", "﹒", "٣",
            "'\"><x-probe>", Probe, "javascript:alert(1)", "{{7*7}}", "${x}", "%s%n", "'; DROP TABLE users; --", "%", "_", "*", "\\",
            "../../etc/passwd",
            "//example.org/x", "/\\example.org", "https://example.org/", "~/", "true", "on", "null", "undefined", "NaN", "Infinity",
            "-Infinity",
            "0", "-0", "-1", "1", "2147483647", "2147483648", "-2147483648", "-2147483649", "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999", "1e5", "1e400", "0x10", "1,5", "1.5", " 7 ", "+7", "１２",
            "0001-01-01", "0000-00-00", "9999-12-31", "10000-01-01", "2026-02-30", "1900-02-29", "2026-1-1", "2026-11-30T25:00:00Z",
            "-0001-01-01",
            "99999-12-31", "11/30/2026", "二〇二六年十一月三十日", "00:00", "24:00", "99:99",
            "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "00000000-0000-0000-0000-00000000beef",
            "{00000000-0000-0000-0000-000000000001}", "0198d0c27c0070007000000000000001", "None", "InPerson", "clerk", "NotExisting",
            "16", "255",
            "Clerk,Reviewer", "Clerk, Manager", "a,b,c", "[]", "[0]", "{}", "a[0].b", "district", "all", "not-existing", "\"", "\"\"",
            "CON", ".", "..",
            "1970", "0", "10000", "99999", "-2026", "2026", "2100",
            "1\t2\t3\n4\t5", "500103199001011232", "示范府依申请〔2026〕999999999999号",
        }.Select(Encoding.UTF8.GetBytes),
        [0xED, 0xA0, 0x80], [0xC3, 0x28], [0xFF], [0xFE, 0xFF], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8],
        Encoding.UTF8.GetBytes(new string('长', 30_000)), Encoding.UTF8.GetBytes(new string('9', 5_000)),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Probe, 400))),
    ];

    /// <summary>Those of them that broke something most often.</summary>
    public static IReadOnlyList<byte[]> Sharpest { get; } =
    [
        "a\0b"u8.ToArray(), "名\uFFFE称"u8.ToArray(), [0xED, 0xA0, 0x80], "'\"><x-probe>"u8.ToArray(), "2147483648"u8.ToArray(
        ), "-1"u8.ToArray(),
        "9999-12-31"u8.ToArray(), "0001-01-01"u8.ToArray(), "ffffffff-ffff-ffff-ffff-ffffffffffff"u8.ToArray(), "NoSuch"u8.ToArray(
        ), "255"u8.ToArray(),
    ];

    /// <summary>Parts of addresses as they are written, which no encoding makes.</summary>
    public static IReadOnlyList<string> Written { get; } =
    [
        "%", "%zz", "%u0041", "%00", "%2", "%c0%af", "%ed%a0%80", "%ef%bf%be", "%2e%2e%2f", "..;/", "%5c", "%25%30%30", "&&&", "===",
        "a=b=c", "?", ";",
        "handler", "handler=", "handler=NoSuch", "handler=%00", "handler=List&handler=List", "handler[]=x", "page=-1",
        "page=2147483648", "page=",
        "page=99999999999999999999", "page=0", "page=1000000", "year=0", "year=-1", "year=99999", "month=13", "returnUrl=//example.org",
    ];

    public static IReadOnlyList<string> MediaTypes { get; } =
    [
        "", "text/plain", "application/json", "application/json; charset=utf-7", "application/json; charset=nothing", "application/xml",
        "*/*", "x",
        "application/problem+json", "application/x-www-form-urlencoded; charset=nothing",
        "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded; charset=gb18030",
        "application/x-www-form-urlencoded; charset=\"", "application/x-www-form-urlencoded;;;=", "multipart/form-data",
        "multipart/form-data; boundary=", "multipart/form-data; boundary=\"", "multipart/form-data; boundary=there",
        "multipart/form-data; boundary=" + new string('b', 500), "multipart/form-data; boundary=a; boundary=b",
        "multipart/form-data; boundary=here", "multipart/form-data; boundary=here", "multipart/mixed; boundary=here",
        "multipart/form-data; boundary=\"a b\"", "application/x-www-form-urlencoded, text/plain", "\u00e4/\u00f6",
    ];

    /// <summary>Headers, beside those of the API's description.</summary>
    public static IReadOnlyList<string> Headers { get; } =
    [
        "Host", "Accept", "Accept-Language", "Accept-Encoding", "Accept-Charset", "Range", "If-Range", "If-None-Match", "If-Match",
        "If-Modified-Since", "If-Unmodified-Since", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix",
        "Forwarded", "Origin", "Referer", "Authorization", "RequestVerificationToken", "User-Agent", "Sec-Fetch-Site", "Upgrade",
        "Expect",
        "traceparent", "tracestate", "baggage", "X-HTTP-Method-Override", "Content-Encoding", "Content-Language", "Content-Disposition",
        "Cookie",
        "X-Requested-With", "Request-Id", "Correlation-Context", "Date", "Via", "TE", "Trailer", "Cache-Control", "Max-Forwards", "DNT",
    ];

    /// <summary>Values that headers of their kind have, and some that they cannot have.</summary>
    public static IReadOnlyList<string> HeaderValues { get; } =
    [
        "example.org", "localhost:99999", "[::1", "127.0.0.1.example.org", "a b", "@", "localhost@example.org", "*/*;q=-1", "en;q=2",
        "en;q=x,,;", "zh, en;q=0",
        "bytes=0-", "bytes=5-1", "bytes=-0", "bytes=0-0,1-1,2-2", "bytes=99999999999999999999-", "pages=1-2", "W/\"x\"", "\"", "*",
        "Thu, 32 Foo 2026",
        "999.999.999.999", "::1", "https", "javascript", "ht tp", "for=\"[::1]:99999\";proto=x", "null", "Bearer ", "Bearer a b",
        "Basic eA==", "websocket",
        "100-continue", "200-ok", "gzip, br;q=9", "nothing", "cross-site", "00-0-0-0", "utf-7", "DELETE",
        "form-data; name=\"x\"; filename=\"<x-probe>\"",
        "disclosure.user=x", "disclosure.form=CfDJ8", "disclosure.workplace=x", ".AspNetCore.Culture=c=xx|uic=yy",
        ".AspNetCore.Culture=<x-probe>",
        ".AspNetCore.Mvc.CookieTempDataProvider=CfDJ8", "=;=;;", "disclosure.user=chunks-9999",
        "disclosure.user=chunks-2; disclosure.userC1=a",
    ];

    /// <summary>Further lines in the head of a part of a form.</summary>
    public static IReadOnlyList<string> PartHeads { get; } =
    [
        "Content-Type: text/plain; charset=utf-7", "Content-Type: text/plain; charset=nothing",
        "Content-Type: text/plain; charset=utf-16", "Content-Type: ",
        "Content-Type: \"", "Content-Transfer-Encoding: base64", "Content-Disposition: form-data", "Content-Disposition: x", ":",
        "no colon",
        "Content-Disposition: form-data; name*=UTF-8''%ZZ; filename*=nothing''x", "X: " + new string('x', 20_000),
    ];

    /// <summary>In place of any value of a JSON body, as they are written.</summary>
    public static IReadOnlyList<byte[]> Json { get; } =
    [
        .. new[]
        {
            "null", "true", "{}", "[]", "[null]", "[[[[[]]]]]", "0", "-1", "1e400", "1.5", "99999999999999999999999", "\"\"", "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ufffe\"", "\"\\uFFFF\"", "\"\uFFFE\"", "\"\\u202e\"", "\"<x-probe>\"",
            "\"'\\\"><x-probe>\"", "\"\\x\"",
            "\"", "NaN", "undefined", "'x'", "//", "/**/1", "\"9999-99-99\"", "\"0000-00-00\"", "\"9999-12-31\"", "\"0001-01-01\"",
            "\"2026-02-30\"",
            "\"00000000-0000-0000-0000-000000000000\"", "\"x\"", "\"replyServed\"", "\"naturalPerson\"", "2147483648",
            "{\"a\":1,\"a\":2}", "{\"$ref\":\"#\"}",
            "{\"\\ud800\":1}", "{\"__proto__\":{}}", ",", "}", "]", "\"\n\"",
        }.Select(Encoding.UTF8.GetBytes),
        [.. "\""u8, 0xFF, 0xFE, .. "\""u8], [.. "\""u8, 0xED, 0xA0, 0x80, .. "\""u8],
        Encoding.UTF8.GetBytes(new string('[', 63) + new string(']', 63)), Encoding.UTF8.GetBytes(new string('[', 5_000)),
        Encoding.UTF8.GetBytes($"\"{new string('长', 30_000)}\""),
        Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("{}", 20_000))}]"),
        Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("\"x\"", 2_000))}]"),
        Encoding.UTF8.GetBytes(new string('9', 5_000)),
    ];

    public static IReadOnlyList<string> FileNames { get; } =
    [
        "a.docx", "a.xlsx", "a.csv", "a.txt", "a.md", "a.json", "a.pdf", "", "..", "../../a.docx", "C:\\a.docx", "<x-probe>.docx",
        "\uFFFE.pdf", "a\0.docx",
        "a\u202Exslx.exe", new string('名', 3_000) + ".docx", ".", "CON", "a\".docx", "a;b=c.docx",
    ];

    /// <summary>Contents of files, from the smallest of their kind to none of it.</summary>
    public static IReadOnlyList<byte[]> Files { get; } =
    [
        [], [0], "PK\u0003\u0004"u8.ToArray(), "PK\u0005\u0006"u8.ToArray(), "%PDF-1.7"u8.ToArray(), "<x-probe>"u8.ToArray(
        ), "{\"year\":99999}"u8.ToArray(),
        "---\nno: 1\n---\n{{#if}}"u8.ToArray(), "---\n- [\n"u8.ToArray(), "{{{{{"u8.ToArray(), "a,b\n\"c"u8.ToArray(
        ), "\uFFFE\n\0,\t\n"u8.ToArray(),
        [0xFF, 0xFE, 0x00, 0xD8], "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"u8.ToArray(), "\u0089PNG\r\n"u8.ToArray(),
        .. HostileArchives.All,
    ];
}
