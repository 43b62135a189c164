using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Disclosure.Cases.Web.Api;
using Disclosure.Cases.Web.Tests.Portals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Hostile;

/// <summary>
/// Everything that the running host answers, found in the host itself: its endpoints, the handlers of its pages with their
/// parameters, the forms and links that its pages show to each role, and the operations of the API's own description.
/// </summary>
internal sealed class HostSurface(WebOffice office, RawClient client)
{
    private readonly HtmlParser parser = new();
    private readonly List<Door> doors = [];

    /// <summary>Every answer to what was asked while looking.</summary>
    public List<(Door Door, RawAnswer Answer)> Seen { get; } = [];

    /// <summary>Looks at everything.</summary>
    /// <param name="askers">Who asks.</param>
    /// <param name="places">What stands for the places of addresses, several for each: <c>{id:guid}</c>.</param>
    public async Task<IReadOnlyList<Door>> Find(
        IReadOnlyList<Asker> askers, Func<string, IReadOnlyList<string>> places, IReadOnlyList<string> more)
    {
        doors.Clear();
        var people = askers.Where(asker => asker.Bearer is null).ToList();
        foreach (var (pattern, page) in await Pages())
        {
            foreach (var path in places(pattern))
            {
                foreach (var person in people)
                {
                    await LookAt(person, pattern, path, page);
                }
            }
        }

        foreach (var (pattern, endpoint) in Endpoints().Where(each => each.Endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null
            && !each.Pattern.StartsWith("/api/v1/applications", StringComparison.Ordinal)))
        {
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
            {
                doors.AddRange(askers.Select(asker =>
                    new Door(asker, method, pattern, places(pattern)[0], []) { Form = [new("jobs[]", "x")] }));
            }
        }

        foreach (var address in more)
        {
            foreach (var person in people)
            {
                doors.Add(new Door(person, "GET", address, address, []));
            }
        }

        await LookAtApi(askers, places);
        return [.. doors.DistinctBy(door => (door.By.Name, door.Method, door.Path,
            string.Join('&', door.Query), door.Form is null ? "" : string.Join(',', door.Form.Select(part => part.Name)), door.Json))];
    }

    /// <summary>Every handler of every page, found without looking at the pages.</summary>
    public async Task<IReadOnlyList<(string Pattern, string Method, string? Handler)>> Handlers() =>
    [
        .. from each in await Pages()
           from handler in each.Page.HandlerMethods
           select (each.Pattern, handler.HttpMethod.ToUpperInvariant(), handler.Name),
    ];

    private IEnumerable<(string Pattern, RouteEndpoint Endpoint)> Endpoints() =>
        office.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint));

    private async Task<IReadOnlyList<(string Pattern, CompiledPageActionDescriptor Page)>> Pages()
    {
        List<(string Pattern, CompiledPageActionDescriptor Page)> pages = [];
        foreach (var (pattern, endpoint) in Endpoints())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                pages.Add((pattern, await office.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata)));
            }
        }

        return pages;
    }

    private async Task LookAt(Asker person, string pattern, string path, CompiledPageActionDescriptor page)
    {
        var named = page.BoundProperties.Select(property => property.Name).Concat(page.HandlerMethods.SelectMany(Names)).Distinct()
            .Select(name => new Part(name, "1")).ToList();
        var shown = await Get(person, path);
        if (shown.Status != (int)HttpStatusCode.OK && page.HandlerMethods.Any(handler => HttpMethods.IsGet(handler.HttpMethod)))
        {
            doors.Add(new Door(person, "GET", pattern, path, []));
            doors.Add(new Door(person, "POST", pattern, path, []) { Form = [] });
            return;
        }

        doors.Add(new Door(person, "GET", pattern, path, named));
        foreach (var handler in page.HandlerMethods)
        {
            var query = handler.Name is null ? [] : new[] { new Part("handler", handler.Name) };
            doors.Add(HttpMethods.IsPost(handler.HttpMethod)
                ? new Door(person, "POST", pattern, path, query) { Form = named }
                : new Door(person, "GET", pattern, path, [.. query, .. named]));
        }

        if (shown.IsHtml)
        {
            Read(person, pattern, path, shown.Text);
        }
    }

    // Of a record its parts as well: that is how they are called in forms.
    private static IEnumerable<string> Names(HandlerMethodDescriptor handler) => handler.Parameters.SelectMany(parameter =>
        parameter.ParameterType == typeof(CancellationToken) ? []
        : parameter.ParameterType.Namespace?.StartsWith("Disclosure", StringComparison.Ordinal) == true && !parameter.ParameterType.IsEnum
            ? parameter.ParameterType.GetProperties().Select(property => $"{parameter.Name}.{property.Name}")
            : [parameter.Name]);

    private void Read(Asker person, string pattern, string path, string html)
    {
        var document = parser.ParseDocument(html);
        person.FormToken = document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? person.FormToken;
        foreach (var form in document.QuerySelectorAll("form").OfType<IHtmlFormElement>())
        {
            var fields = form.Elements.OfType<IElement>().SelectMany(Fields).ToList();
            var addresses = form.QuerySelectorAll("[formaction]").Select(button => button.GetAttribute("formaction"))
                .Prepend(form.GetAttribute("action")).Select(action => string.IsNullOrEmpty(action) ? path : action).Distinct();
            foreach (var address in addresses)
            {
                var (target, query) = Split(address);
                doors.Add(form.GetAttribute("method") == "post"
                    ? new Door(person, "POST", target == path ? pattern : target, target, query) { Form = fields }
                    : new Door(person, "GET", target == path ? pattern : target, target, [.. query, .. fields]));
            }
        }

        foreach (var link in document.QuerySelectorAll("a[href*='?'], link[href*='?'], script[src*='?']"))
        {
            var (target, query) = Split(link.GetAttribute("href") ?? link.GetAttribute("src")!);
            if (target.StartsWith('/') || target.Length == 0)
            {
                doors.Add(new Door(person, "GET", target, target.Length == 0 ? path : target, query));
            }
        }
    }

    private static IEnumerable<Part> Fields(IElement field)
    {
        var name = field.GetAttribute("name");
        return string.IsNullOrEmpty(name) || name == "__RequestVerificationToken" ? [] : field switch
        {
            IHtmlInputElement { Type: "file" } => [new Part(name, "", IsFile: true)],
            IHtmlInputElement { Type: "radio", IsChecked: false } => [],
            IHtmlInputElement { Type: "date" } input => [new Part(name, Or(input.GetAttribute("value"), "2026-11-30"))],
            IHtmlInputElement { Type: "number" } input => [new Part(name, Or(input.GetAttribute("value"), "1"))],
            IHtmlInputElement input => [new Part(name, Or(input.GetAttribute("value"), "示范"))],
            IHtmlTextAreaElement area => [new Part(name, Or(area.Value, "示范"))],
            IHtmlSelectElement select => [new Part(name, Or(select.Value, select.Options is [.., var last] ? last.Value : ""))],
            IHtmlButtonElement button => [new Part(name, button.Value)],
            _ => [],
        };
    }

    private static string Or(string? value, string other) => string.IsNullOrEmpty(value) ? other : value;

    private static (string Path, IReadOnlyList<Part> Query) Split(string address)
    {
        var parts = address.Split('#')[0].Split('?', 2);
        return (parts[0], parts.Length == 1 ? [] :
        [
            .. parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
                .Select(pair => new Part(WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair[^1]))),
        ]);
    }

    private async Task LookAtApi(IReadOnlyList<Asker> askers, Func<string, IReadOnlyList<string>> places)
    {
        var document = JsonNode.Parse((await Get(askers[0], ApiDocument.Address)).Text)!;
        foreach (var (pattern, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                var body = operation!["requestBody"]?["content"]?[Portal.Json];
                var json = body is null ? null : ApiSample.Of(document, body["schema"], body["example"])?.ToJsonString();
                doors.AddRange(askers.SelectMany(asker => (asker.Bearer is null ? places(pattern).Take(1) : places(pattern)).Select(path =>
                    new Door(asker, method.ToUpperInvariant(), pattern, path, []) { Json = json })));
            }
        }
    }

    /// <summary>Signs a person in.</summary>
    public async Task SignIn(Asker person, string password)
    {
        Read(person, "/sign-in", "/sign-in", (await Get(person, "/sign-in")).Text);
        await Ask(new Door(person, "POST", "/sign-in", "/sign-in", [])
        {
            Form = [new("SignInName", person.Name), new("Password", password)],
        });
        Assert.That(person.Cookies, Contains.Key("disclosure.user"), person.Name);
    }

    private Task<RawAnswer> Get(Asker asker, string path) => Ask(new Door(asker, "GET", path, path, []));

    private async Task<RawAnswer> Ask(Door door)
    {
        var answer = await client.Send(HostileRequest.Plain(door).Bytes);
        Seen.Add((door, answer));
        foreach (var cookie in answer.All("Set-Cookie").Select(set => set.Split(';')[0].Split('=', 2)))
        {
            door.By.Cookies[cookie[0]] = cookie[1];
        }

        return answer;
    }
}
