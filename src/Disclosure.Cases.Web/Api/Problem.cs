using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Disclosure.Cases.Web.Api;

/// <summary>Why a request was refused (RFC 9457), as <c>application/problem+json</c>.</summary>
internal sealed record Problem(
    [property: Description("问题种类，即说明页的地址 · The kind of problem: the page that explains it")] string Type,
    [property: Description("种类的名称 · The kind in words")] string Title,
    [property: Description("HTTP 状态码 · The status code")] int Status,
    [property: Description("本次请求的问题，用调用方的语言 · What is wrong with this request, in the caller's language")] string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("各字段的问题 · What is wrong, field by field")]
    IReadOnlyList<FieldProblem>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description(
        "故障编号，仅在系统出错时 · Reference of the failure, only where the server failed")]
    string? Reference = null)
{
    public const string MediaType = "application/problem+json";
}

/// <summary>What is wrong with one field.</summary>
internal sealed record FieldProblem(
    [property: Description("字段在请求正文中的位置（JSON Pointer）· Where it stands in the body (JSON Pointer)")] string Pointer,
    [property: Description("规则代码，不随语言变化 · The rule, the same in every language")] string Code,
    [property: Description("规则说明 · The rule as a sentence")] string Detail);

/// <summary>The kinds of problems that the API knows; each has a page of its own.</summary>
internal enum ProblemKind
{
    /// <summary>The body is no JSON.</summary>
    MalformedJson,

    /// <summary>The request cannot be read.</summary>
    BadRequest,

    /// <summary>No token, or none that is good.</summary>
    NotAuthenticated,

    /// <summary>The token does not allow it.</summary>
    ScopeMissing,

    /// <summary>There is no such thing, or it is not the system's.</summary>
    NotFound,

    /// <summary>The address knows other methods.</summary>
    MethodNotAllowed,

    /// <summary>As the case stands, it cannot be done.</summary>
    NotPossible,

    /// <summary>Somebody else was first.</summary>
    Conflict,

    /// <summary>The body is too long.</summary>
    BodyTooLarge,

    /// <summary>The body is no <c>application/json</c>.</summary>
    UnsupportedMediaType,

    /// <summary>Fields are wrong.</summary>
    InvalidFields,

    /// <summary>The key was used for something else.</summary>
    IdempotencyKeyReused,

    IdempotencyKeyMissing,

    TooManyRequests,

    /// <summary>The server failed.</summary>
    InternalError,

    /// <summary>The server is being prepared for its work.</summary>
    NotReady,

    /// <summary>The database cannot be read or written.</summary>
    RecordsUnavailable,
}
