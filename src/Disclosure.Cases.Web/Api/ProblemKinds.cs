using System.Text.Json;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Api;

/// <summary>What holds for each kind of problem: status, address, words.</summary>
internal static class ProblemKinds
{
    /// <summary>Where the pages that explain the kinds stand.</summary>
    public const string Folder = "/problems/";

    /// <summary>The kind that a status stands for where nothing more is known.</summary>
    public static ProblemKind Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ProblemKind.NotAuthenticated,
        StatusCodes.Status403Forbidden => ProblemKind.ScopeMissing,
        StatusCodes.Status404NotFound => ProblemKind.NotFound,
        StatusCodes.Status405MethodNotAllowed => ProblemKind.MethodNotAllowed,
        StatusCodes.Status409Conflict => ProblemKind.Conflict,
        StatusCodes.Status413PayloadTooLarge => ProblemKind.BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => ProblemKind.UnsupportedMediaType,
        StatusCodes.Status422UnprocessableEntity => ProblemKind.InvalidFields,
        StatusCodes.Status429TooManyRequests => ProblemKind.TooManyRequests,
        StatusCodes.Status503ServiceUnavailable => ProblemKind.NotReady,
        >= StatusCodes.Status500InternalServerError => ProblemKind.InternalError,
        _ => ProblemKind.BadRequest,
    };

    /// <summary>The status code.</summary>
    public static int Status(this ProblemKind kind) => kind switch
    {
        ProblemKind.MalformedJson or ProblemKind.BadRequest or ProblemKind.IdempotencyKeyMissing => StatusCodes.Status400BadRequest,
        ProblemKind.NotAuthenticated => StatusCodes.Status401Unauthorized,
        ProblemKind.ScopeMissing => StatusCodes.Status403Forbidden,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ProblemKind.NotPossible or ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.BodyTooLarge => StatusCodes.Status413PayloadTooLarge,
        ProblemKind.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        ProblemKind.InvalidFields or ProblemKind.IdempotencyKeyReused => StatusCodes.Status422UnprocessableEntity,
        ProblemKind.TooManyRequests => StatusCodes.Status429TooManyRequests,
        ProblemKind.InternalError => StatusCodes.Status500InternalServerError,
        ProblemKind.NotReady or ProblemKind.RecordsUnavailable => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>The last part of its address: <c>invalid-fields</c>.</summary>
    public static string Code(this ProblemKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The kind of that code, or null.</summary>
    public static ProblemKind? Find(string code) =>
        Enum.GetValues<ProblemKind>().Where(kind => kind.Code() == code).Select(kind => (ProblemKind?)kind).FirstOrDefault();

    public static string Title(this ProblemKind kind, IStringLocalizer<Words> words) => kind switch
    {
        ProblemKind.MalformedJson => words["正文不是有效的 JSON"],
        ProblemKind.BadRequest => words["请求无法读取"],
        ProblemKind.NotAuthenticated => words["没有有效的令牌"],
        ProblemKind.ScopeMissing => words["令牌没有这项权限"],
        ProblemKind.NotFound => words["没有找到"],
        ProblemKind.MethodNotAllowed => words["该地址不支持这种方法"],
        ProblemKind.NotPossible => words["目前不能这样做"],
        ProblemKind.Conflict => words["同时有人修改"],
        ProblemKind.BodyTooLarge => words["正文过大"],
        ProblemKind.UnsupportedMediaType => words["正文类型不对"],
        ProblemKind.InvalidFields => words["字段有误"],
        ProblemKind.IdempotencyKeyReused => words["Idempotency-Key 已用于其他申请"],
        ProblemKind.IdempotencyKeyMissing => words["缺少 Idempotency-Key"],
        ProblemKind.TooManyRequests => words["请求过于频繁"],
        ProblemKind.InternalError => words["系统出错了"],
        ProblemKind.NotReady => words["系统尚未就绪"],
        ProblemKind.RecordsUnavailable => words["记录目前不能读写"],
    };

    /// <summary>What it means, and what to do.</summary>
    public static string Explanation(this ProblemKind kind, IStringLocalizer<Words> words) => kind switch
    {
        ProblemKind.MalformedJson => words["正文应为一个 UTF-8 编码的 JSON 对象，同一个名称只能出现一次。"],
        ProblemKind.BadRequest => words["请按接口文档检查请求。"],
        ProblemKind.NotAuthenticated => words["请在 Authorization 头中提供 Bearer 令牌；令牌可能有误、已过期或者已撤销，请向系统管理员申请。"],
        ProblemKind.ScopeMissing => words["请管理员另行接入具有这项权限的系统。"],
        ProblemKind.NotFound => words["地址有误，或者该申请不是由本系统提交的。"],
        ProblemKind.MethodNotAllowed => words["可用的方法见 Allow 头。"],
        ProblemKind.NotPossible => words["申请所处的阶段不允许这一步；请先查询办理状态。"],
        ProblemKind.Conflict => words["另有一项操作先完成了，本次没有保存；请重试。"],
        ProblemKind.BodyTooLarge => words["正文最多 {0} KB。", JsonBody.LargestInKilobytes],
        ProblemKind.UnsupportedMediaType => words["请以 Content-Type: application/json 发送。"],
        ProblemKind.InvalidFields => words["没有保存；请按 errors 逐项更正后重新发送。"],
        ProblemKind.IdempotencyKeyReused => words["重试请原样重发；新的申请请用新的键。"],
        ProblemKind.IdempotencyKeyMissing => words["请为每件申请生成一个唯一的键，放在 Idempotency-Key 头中，重试时用同一个键。"],
        ProblemKind.TooManyRequests => words["请在 Retry-After 头所示的秒数之后重试。"],
        ProblemKind.InternalError => words["这一步没有完成，也没有保存任何内容。请稍后用同一个 Idempotency-Key 重试；如仍然出错，请把编号告诉系统管理员。"],
        ProblemKind.RecordsUnavailable => words["数据库有故障，例如磁盘已满；没有保存任何内容。请稍后用同一个 Idempotency-Key 重试，并把编号告诉系统管理员。"],
        ProblemKind.NotReady => words["系统正在为首次使用做准备。请在 Retry-After 头所示的秒数之后重试。"],
    };
}
