using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Disclosure.Cases.Web.Acting;

/// <summary>
/// Gives a posted form without an address its page's own. A page that shows why another of its forms was refused stands at that
/// form's handler, and a browser would send everything there.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostedFormTagHelper : TagHelper
{
    private const string Action = "action";
    private const string Handler = "handler";

    /// <summary>The page that the form stands on.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.Attributes.ContainsName(Action)
            || context.AllAttributes.Any(each => each.Name.StartsWith("asp-", StringComparison.Ordinal)))
        {
            return;
        }

        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query
            .Where(each => !each.Key.Equals(Handler, StringComparison.OrdinalIgnoreCase))
            .SelectMany(each => each.Value, (each, value) => KeyValuePair.Create(each.Key, value ?? "")));
        output.Attributes.SetAttribute(Action, request.PathBase + request.Path + query.ToQueryString());
    }
}
