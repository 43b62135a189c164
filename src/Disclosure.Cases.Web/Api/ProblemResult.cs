using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Api;

/// <summary>A refusal on its way to the caller.</summary>
internal sealed record ProblemResult(ProblemKind Kind) : IResult
{
    /// <summary>What is wrong with this request; null says what the kind means.</summary>
    public string? Detail { get; init; }

    /// <summary>What is wrong, field by field.</summary>
    public IReadOnlyList<FieldProblem> Errors { get; init; } = [];

    /// <summary>Under which the log has what happened.</summary>
    public string? Reference { get; init; }

    /// <summary>Why a command was not carried out.</summary>
    public static ProblemResult Of(IReadOnlyList<Refusal> refusals)
    {
        var first = refusals[0];
        return first.Code switch
        {
            Commands.Conflict => new ProblemResult(ProblemKind.Conflict),
            "case.notFound" => new ProblemResult(ProblemKind.NotFound),
            "filing.keyReused" => new ProblemResult(ProblemKind.IdempotencyKeyReused),
            "filing.keyInvalid" => new ProblemResult(ProblemKind.IdempotencyKeyMissing) { Detail = first.Say(Texts.CurrentLanguage) },

            // What the process says of its steps is the office's own.
            _ when first.Code.StartsWith("process.", StringComparison.Ordinal) => new ProblemResult(ProblemKind.NotPossible),
            _ when refusals.All(refusal => refusal.Field is null) => new ProblemResult(ProblemKind.NotPossible)
            {
                Detail = string.Join(' ', refusals.Select(refusal => refusal.Say(Texts.CurrentLanguage)).Distinct()),
            },
            _ => new ProblemResult(ProblemKind.InvalidFields)
            {
                Errors = [.. refusals.Select(refusal => new FieldProblem(
                    JsonPointer.OfField(refusal.Field), refusal.Code, Said(refusal))).Distinct()],
            },
        };
    }

    // What a person ticks on a page is a field here: where the API has a sentence of its own, it is said.
    private static string Said(Refusal refusal) => Texts.Codes.Contains($"api.{refusal.Code}")
        ? Texts.Say(Texts.CurrentLanguage, $"api.{refusal.Code}", [.. refusal.Arguments])
        : refusal.Say(Texts.CurrentLanguage);

    /// <summary>Says of an answer without a body what its status means.</summary>
    public static Task Explain(HttpContext context) =>
        new ProblemResult(ProblemKinds.Of(context.Response.StatusCode)) { Detail = RefusedRequest.ReasonOf(context) }.ExecuteAsync(context);

    /// <summary>Says that something failed, with a reference under which the log has what happened, and nothing else.</summary>
    public static Task Failed(HttpContext context)
    {
        if (context.Features.Get<IExceptionHandlerPathFeature>() is not { } failure)
        {
            return Task.CompletedTask;
        }

        if (failure.Error is BadHttpRequestException unreadable)
        {
            return new ProblemResult(ProblemKinds.Of(unreadable.StatusCode)).ExecuteAsync(context);
        }

        var reference = context.TraceIdentifier;
        context.RequestServices.GetRequiredService<ILogger<ProblemResult>>()
            .LogError(failure.Error, "{Method} {Path} failed; reference {Reference}.", context.Request.Method, failure.Path, reference);
        var words = context.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        var kind = FailingRecords.Answer(context.Response, failure.Error) ? ProblemKind.RecordsUnavailable : ProblemKind.InternalError;
        return new ProblemResult(kind)
        {
            Detail = FailingRecords.IsUncertain(failure.Error)
                ? words["保存时与数据库的连接中断了，不能确定是否已经保存。请稍后用同一个 Idempotency-Key 重试：已经保存的，不会再保存一次。"].Value
                : null,
            Reference = reference,
        }.ExecuteAsync(context);
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var words = httpContext.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        var problem = new Problem(
            ProblemKinds.Folder + Kind.Code(), Kind.Title(words), Kind.Status(),
            Detail ?? Kind.Explanation(words), Errors.Count == 0 ? null : Errors, Reference);
        httpContext.Response.StatusCode = problem.Status;
        httpContext.Response.Headers.ContentLanguage = Texts.CurrentLanguage == Texts.Chinese ? "zh-CN" : "en";
        return httpContext.Response.WriteAsJsonAsync(
            problem, JsonBody.OptionsOf(httpContext), Problem.MediaType, httpContext.RequestAborted);
    }
}
