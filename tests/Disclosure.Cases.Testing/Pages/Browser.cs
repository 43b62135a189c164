using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Disclosure.Cases.Testing.Pages;

/// <summary>What a person does with a page: opens it, fills in a form, sends it; redirects after a form are followed.</summary>
internal sealed class Browser(HttpClient client) : IDisposable
{
    private string address = "/";

    public HttpStatusCode Status { get; private set; }

    public string Address => address;

    public string Html { get; private set; } = "";

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpResponseMessage Answer { get; private set; } = null!;

    public string Text => Page.Body!.TextContent;

    public void Dispose() => client.Dispose();

    public async Task<Browser> Get(string url)
    {
        address = url;
        await Show(await client.GetAsync(new Uri(url, UriKind.Relative)));
        return this;
    }

    /// <summary>Sends a request as it is, with what the browser remembers.</summary>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => client.SendAsync(request);

    public async Task<HttpResponseMessage> Post(string url, HttpContent content) =>
        await client.PostAsync(new Uri(url, UriKind.Relative), content);

    /// <summary>Sends a form as it stands, with these values typed in; a value of null leaves the field out.</summary>
    public async Task<Browser> Submit(string selector, params (string Name, string? Value)[] typed) => await Press(selector, null, typed);

    /// <summary>Sends a form with one of its buttons.</summary>
    public async Task<Browser> Press(string selector, string? button, params (string Name, string? Value)[] typed)
    {
        var form = Page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {selector} in {Html}");
        var pressed = button is null ? null : form.QuerySelector(button) ?? throw new InvalidOperationException($"No button {button}.");
        var fields = form.Elements.OfType<IElement>().SelectMany(ValuesOf)
            .Where(field => typed.All(each => each.Name != field.Key)).ToList();
        fields.AddRange(typed.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value!)));
        if (pressed?.GetAttribute("name") is { } name)
        {
            fields.Add(KeyValuePair.Create(name, pressed.GetAttribute("value") ?? ""));
        }

        var target = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action");
        using var content = new FormUrlEncodedContent(fields);
        return await Send(string.IsNullOrEmpty(target) ? address : target, content);
    }

    /// <summary>Sends a form with a file chosen in its field <c>Content</c>.</summary>
    public async Task<Browser> Upload(string selector, string name, byte[] content)
    {
        var form = Page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {selector} in {Html}");
        using var sent = new MultipartFormDataContent();
        foreach (var (field, value) in form.Elements.OfType<IElement>().SelectMany(ValuesOf))
        {
            sent.Add(new StringContent(value), field);
        }

        sent.Add(new ByteArrayContent(content), "Content", name);
        return await Send(form.GetAttribute("action")!, sent);
    }

    /// <summary>Downloads a file; redirects are followed.</summary>
    public async Task<byte[]> Download(string url)
    {
        var answer = await client.GetAsync(new Uri(url, UriKind.Relative));
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            answer = await client.GetAsync(answer.Headers.Location);
        }

        Answer = answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<Browser> Send(string url, HttpContent content)
    {
        address = url;
        var answer = await client.PostAsync(new Uri(url, UriKind.Relative), content);
        while (answer.StatusCode == HttpStatusCode.Redirect)
        {
            address = answer.Headers.Location!.ToString();
            answer = await client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        }

        await Show(answer);
        return this;
    }

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(IElement field)
    {
        var name = field.GetAttribute("name");
        if (string.IsNullOrEmpty(name) || field.HasAttribute("disabled"))
        {
            yield break;
        }

        switch (field)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked: break;
            case IHtmlInputElement { Type: "file" }: break;
            case IHtmlInputElement input: yield return new(name, input.GetAttribute("value") ?? ""); break;
            case IHtmlTextAreaElement area: yield return new(name, area.Value); break;
            case IHtmlSelectElement select: yield return new(name, select.Value ?? ""); break;
            default: break;
        }
    }

    private async Task Show(HttpResponseMessage answer)
    {
        (Answer, Status) = (answer, answer.StatusCode);
        Html = await answer.Content.ReadAsStringAsync();
        Page = await new HtmlParser().ParseDocumentAsync(Html);
    }
}
