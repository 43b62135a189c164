namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// Why a request was refused before any page or command saw it. The page of the status says it, and so does the API's problem.
/// </summary>
/// <param name="Reason">What is wrong and what to do, in the reader's language.</param>
internal sealed record RefusedRequest(string Reason)
{
    /// <summary>Why this request was refused; null where nobody said.</summary>
    public static string? ReasonOf(HttpContext context) => context.Features.Get<RefusedRequest>()?.Reason;

    /// <summary>Says why, for whoever then answers with a status and nothing else. The page that says so is no form.</summary>
    public static void Explain(HttpContext context, string reason)
    {
        context.Features.Set(new RefusedRequest(reason));
        (context.Request.Method, context.Request.ContentLength, context.Request.ContentType) = (HttpMethods.Get, null, null);
    }
}
