using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Disclosure.Cases.ApiClients;
using MediatR;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Portals;

/// <summary>What came back.</summary>
internal sealed record Reply(HttpStatusCode Status, string Text, HttpResponseMessage Message)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Kind => Json["type"]?.GetValue<string>();

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}

/// <summary>A system that files for citizens, with its token.</summary>
internal sealed class Portal(HttpClient client, string? token) : IDisposable
{
    public const string Json = "application/json";

    public string Token => token!;

    public static string Application(Guid agencyId, string item = "2024年度培训计划", string name = "李某某") =>
        $$"""
        {
          "agencyId": "{{agencyId}}",
          "applicants": [{
            "kind": "naturalPerson", "name": "{{name}}", "identityNumber": "500103199001011232", "contact": "13800000000", "proofSeen": true
          }],
          "items": ["{{item}}"]
        }
        """;

    public Task<Reply> Get(string url, string? language = null) => Send(HttpMethod.Get, url, null, language);

    public Task<Reply> Post(string url, string? json, string? language = null, string? key = null, string mediaType = Json) =>
        Send(HttpMethod.Post, url, json, language, key, mediaType);

    public Task<Reply> File(string json, string? key = null) => Post("/api/v1/applications", json, key: key ?? Guid.NewGuid().ToString());

    /// <summary>Files, and says which case that became.</summary>
    public async Task<Guid> Filed(Guid agencyId)
    {
        var reply = await File(Application(agencyId));
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Created), reply.Text);
        return Guid.Parse(reply.Json["id"]!.GetValue<string>());
    }

    public async Task<Reply> Send(
        HttpMethod method, string url, string? json, string? language = null,
        string? key = null, string mediaType = Json, string? cookie = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, UriKind.Relative));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (language is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        }

        var answer = await client.SendAsync(request);
        return new Reply(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }

    public async Task<byte[]> Download(string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => client.Dispose();
}

/// <summary>Connects systems to an office.</summary>
internal static class Admission
{
    public const ApiScope Everything =
        ApiScope.WriteApplications | ApiScope.ConfirmReceipt | ApiScope.ReadApplications | ApiScope.ReadDocuments;

    /// <summary>A system that was just admitted.</summary>
    public static async Task<Portal> Admit(
        this WebOffice office, ApiScope scopes = Everything, Guid? agencyId = null, DateOnly? expiresOn = null, string? name = null)
    {
        var admin = await office.ActorOf("admin");
        var token = await office.As(admin, services => services.GetRequiredService<IMediator>().Send(new AdmitApiClient(
            name ?? $"平台{Guid.NewGuid():N}", agencyId, scopes, expiresOn)));
        return office.With(token.Value.Text);
    }

    /// <summary>Whoever shows that token, or none.</summary>
    public static Portal With(this WebOffice office, string? token) =>
        new(
            office.CreateClient(new WebApplicationFactoryClientOptions
            {
                AllowAutoRedirect = false,
                HandleCookies = false,
                BaseAddress = office.ClientOptions.BaseAddress,
            }),
            token);
}
