using System.Text.Json.Nodes;
using Disclosure.Cases.Web.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Portals;

/// <summary>The API's description is whole, and says what the addresses themselves say.</summary>
internal sealed class ApiDocumentTests
{
    private WebOffice office = null!;
    private JsonNode document = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        office = await new WebOffice().Open();
        using var nobody = office.With(null);
        document = (await nobody.Get(ApiDocument.Address)).Json;
    }

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public void Document_OfTheApi_ListsEveryAddressAndNoOther()
    {
        var mapped = office.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)
                && endpoint.RoutePattern.RawText != ApiDocument.Address)
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(method =>
                $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":guid", "", StringComparison.Ordinal)}")).Distinct();
        var listed = Operations().Select(operation => $"{operation.Method.ToUpperInvariant()} {operation.Path}").ToList();
        Assert.That(listed, Is.EquivalentTo(mapped));
        Assert.That(listed, Has.Count.EqualTo(7));
    }

    [Test]
    public void Document_Structure_IsSound()
    {
        Assert.Multiple(() =>
        {
            Assert.That(document["openapi"]!.GetValue<string>(), Does.StartWith("3.1."));
            Assert.That(Operations().Select(operation => operation.Node["operationId"]!.GetValue<string>()), Is.Unique);
            foreach (var reference in References(document))
            {
                Assert.That(Resolve(reference), Is.Not.Null, reference);
            }
        });
    }

    [Test]
    public void Operation_OfEachAddress_SaysWhoMayAndHowItIsRefused()
    {
        foreach (var (path, method, operation) in Operations().Where(operation => operation.Path != "/api/v1/clock"))
        {
            var what = $"{method} {path}";
            var scopes = operation["security"]![0]!["Bearer"]!.AsArray().Select(scope => scope!.GetValue<string>()).ToList();
            var endpoint = office.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).Single(endpoint =>
                endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == operation["operationId"]!.GetValue<string>());
            var needed = endpoint.Metadata.GetRequiredMetadata<NeededScope>().Scope;
            var problems = operation["responses"]!.AsObject().Where(response => response.Value!["content"]?[Problem.MediaType] is not null)
                .Select(response => response.Key).ToList();
            Assert.Multiple(() =>
            {
                Assert.That(
                    scopes,
                    Is.EqualTo(needed == ApiClients.ApiScope.None ? [] : new[] { ApiClients.ApiScopes.Code(needed) }),
                    what);
                Assert.That(problems, Is.SupersetOf(new[] { "401", "429", "500" }), what);
                Assert.That(problems.Contains("403"), Is.EqualTo(needed != ApiClients.ApiScope.None), what);
                Assert.That(problems.Contains("404"), Is.EqualTo(path.Contains("{id}", StringComparison.Ordinal)), what);
                Assert.That(problems.Contains("422"), Is.EqualTo(method == "post"), what);
                Assert.That(operation["summary"]?.GetValue<string>(), Does.Contain(" · ").Or.Contain("· "), what);
                Assert.That(method != "post" || operation["requestBody"]!["content"]!["application/json"]!["example"] is not null, what);
            });
        }
    }

    [Test]
    public void Filing_InTheDocument_AsksForItsKeyAndExplainsEveryField()
    {
        var operation = document["paths"]!["/api/v1/applications"]!["post"]!;
        var parameter = operation["parameters"]!.AsArray().Single()!;
        var body = Resolve(operation["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>())!;
        Assert.Multiple(() =>
        {
            Assert.That(
                (parameter["name"]!.GetValue<string>(), parameter["in"]!.GetValue<string>(), parameter["required"]!.GetValue<bool>()),
                Is.EqualTo((PortalApi.IdempotencyKey, "header", true)));
            Assert.That(
                body["properties"]!.AsObject().Select(property => property.Key),
                Is.EquivalentTo(new[]
                {
                    "agencyId", "applicants", "items", "formRequested", "accessibilityNeed", "agreesToNotices", "firstReceivesForAll",
                }));
            Assert.That(
                body["properties"]!.AsObject().Where(property => property.Value!["description"] is null).Select(property => property.Key),
                Is.Empty);
            Assert.That(
                body["required"]!.AsArray().Select(name => name!.GetValue<string>()),
                Is.EquivalentTo(new[] { "agencyId", "applicants", "items" }));
            Assert.That(body["additionalProperties"]?.GetValue<bool>(), Is.False);
        });
    }

    private IEnumerable<(string Path, string Method, JsonNode Node)> Operations() =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Key, operation.Value!);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(each => each.Key == "$ref" ? [each.Value!.GetValue<string>()] : References(each.Value)),
        JsonArray all => all.SelectMany(References),
        _ => [],
    };

    private JsonNode? Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part]);
}
