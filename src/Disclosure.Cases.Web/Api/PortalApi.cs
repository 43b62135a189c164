using Disclosure.Cases.Agencies;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Looks;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Web.Acting;
using Microsoft.Net.Http.Headers;

namespace Disclosure.Cases.Web.Api;

/// <summary>
/// <c>/api/v1</c> for systems through which citizens file online (art. 29, 31(3)): file, confirm receipt, correct, ask,
/// fetch what was served. Who calls is the token's system; it sees what it filed, and nothing else.
/// </summary>
internal static class PortalApi
{
    /// <summary>The header that makes filing safe to repeat.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    private const string Json = "application/json";

    /// <summary>Maps the addresses.</summary>
    public static void MapPortalApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").RequireRateLimiting(ApiServices.Limit);
        api.MapGet("/agencies", Agencies).Needs(ApiScope.None).Answers<IReadOnlyList<AgencyBody>>()
            .WithName("listAgencies").WithSummary("可以提出申请的机关 · The agencies that can be applied to");
        api.MapPost("/applications", File).Needs(ApiScope.WriteApplications).Takes<ApplicationBody>()
            .Answers<FiledBody>(StatusCodes.Status201Created)
            .WithName("fileApplication").WithSummary("提交申请 · File an application")
            .WithDescription("同一个 Idempotency-Key 加同样的内容，无论发送几次都只登记一次，回答相同；键随申请一直保留。被拒绝的请求不占用键。"
                + "· The same Idempotency-Key with the same content is registered once, however often it is sent, and answered alike; "
                + "keys are kept as long as the applications. A refused request leaves its key free.");
        api.MapGet("/applications/{id:guid}", State).Needs(ApiScope.ReadApplications).Answers<ApplicationState>()
            .Refuses(StatusCodes.Status404NotFound)
            .WithName("getApplication").WithSummary("查询办理状态 · How an application stands");
        api.MapPost("/applications/{id:guid}/receipt-confirmation", Confirm).Needs(ApiScope.ConfirmReceipt)
            .Takes<ReceiptBody>(optional: true).Answers<ApplicationState>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .WithName("confirmReceipt").WithSummary("确认收到（第三十一条）· Confirm receipt (art. 31)")
            .WithDescription("以双方确认之日为收到申请之日，期限从次日起计算；重复确认不改变日期。· The day confirmed is the day of receipt, "
                + "from which the clock starts; to confirm again changes nothing.");
        api.MapPost("/applications/{id:guid}/corrections", Correct)
            .Needs(ApiScope.WriteApplications).Takes<CorrectionBody>().Answers<ApplicationState>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .WithName("addCorrection").WithSummary("提交补正（第三十条）· Hand in a correction (art. 30)")
            .WithDescription("仅在机关要求补正之后；今天为收到补正之日。重发已收到的补正得到 409。· Only once the agency has asked for it; "
                + "it is received today. What has come in already is answered with 409 when it is sent again.");
        api.MapGet("/applications/{id:guid}/documents/{documentId:guid}", Fetch).Needs(ApiScope.ReadDocuments)
            .Refuses(StatusCodes.Status404NotFound)
            .Produces<Stream>(StatusCodes.Status200OK, IssuedLetters.Docx)
            .WithName("getDocument").WithSummary("下载已送达的文书 · Fetch a document that was served")
            .WithDescription("签发时冻结的 Word 文件。· The Word file as it was frozen at its approval.");
    }

    private static async Task<IResult> Agencies(HttpContext context, IAgencies agencies, TimeProvider time, CancellationToken cancellation)
    {
        var client = BearerTokens.ClientOf(context);
        return Results.Ok((await agencies.AllOn(time.Today(), cancellation)).Where(agency => client.MayFileAt(agency.Id))
            .Select(agency => new AgencyBody(agency.Id, agency.Code, agency.Name)));
    }

    private static async Task<IResult> File(
        HttpContext context, Commands commands, IAgencies agencies, CurrentActor actor, TimeProvider time, CancellationToken cancellation)
    {
        var client = BearerTokens.ClientOf(context);
        if (context.Request.Headers[IdempotencyKey] is not [{ } key])
        {
            return new ProblemResult(ProblemKind.IdempotencyKeyMissing);
        }

        var (body, problem) = await JsonBody.Read<ApplicationBody>(context);
        if (body is null)
        {
            return problem!;
        }

        if (!client.MayFileAt(body.AgencyId)
            || (await agencies.AllOn(time.Today(), cancellation)).All(agency => agency.Id != body.AgencyId))
        {
            return ProblemResult.Of([new Refusal("choice.unknown") { Field = nameof(body.AgencyId) }]);
        }

        actor.Value = client.At(body.AgencyId);

        // A null in a list is as if nothing was written in its place.
        var filed = await commands.Send(
            new FileOnline(
                key,
                [.. body.Applicants.Select(applicant => (applicant ?? new ApplicantBody()).ToApplicant())],
                [.. body.Items.Select(PrintedText.Entered)],
                ApiText.Optional(body.FormRequested),
                ApiText.Optional(body.AccessibilityNeed),
                body.AgreesToNotices,
                body.FirstReceivesForAll));
        return filed.Succeeded
            ? Results.Created($"/api/v1/applications/{filed.Value.CaseId}", new FiledBody(
                filed.Value.CaseId, filed.Value.RegisterNumber, filed.Value.FiledOn))
            : ProblemResult.Of(filed.Refusals);
    }

    private static async Task<IResult> State(HttpContext context, Guid id, OwnApplications own, CancellationToken cancellation) =>
        await own.Find(BearerTokens.ClientOf(context), id, cancellation) is { } file
            ? Results.Ok(await own.State(file, cancellation))
            : new ProblemResult(ProblemKind.NotFound);

    private static Task<IResult> Confirm(
        HttpContext context, Guid id, OwnApplications own, Commands commands, TimeProvider time, CancellationToken cancellation) =>
            Act<ReceiptBody>(context, id, own, true, (file, body) => file.ReceivedOn is not null
                ? Task.FromResult<Result<Unit>>(new Unit())
                : commands.Send(new ConfirmReceipt(file.Id, file.Version, body.ConfirmedOn ?? time.Today())), cancellation);

    private static Task<IResult> Correct(
        HttpContext context, Guid id, OwnApplications own, Commands commands, TimeProvider time, CancellationToken cancellation) =>
            Act<CorrectionBody>(context, id, own, false, (file, body) => commands.Send(new ReceiveCorrection(
                file.Id,
                file.Version,
                time.Today(),
                PrintedText.Entered(body.Content),
                [.. body.Items.Select((words, index) => (words, index)).Where(item => !string.IsNullOrWhiteSpace(item.words))
                    .Select(item => new CorrectedItem(
                        file.Items.ElementAtOrDefault(item.index)?.Id ?? Guid.Empty, PrintedText.Entered(item.words!)))])),
                cancellation);

    private static async Task<IResult> Fetch(
        HttpContext context, Guid id, Guid documentId, OwnApplications own, ICaseContents contents, LookBook looks, CurrentActor actor,
        CancellationToken cancellation)
    {
        var client = BearerTokens.ClientOf(context);
        if (await own.Find(client, id, cancellation) is not { } file
            || own.Served(file, documentId) is not { FileId: { } fileId }
            || await contents.Find(fileId, cancellation) is not { } content)
        {
            return new ProblemResult(ProblemKind.NotFound);
        }

        actor.Value = client.At(file.AgencyId);
        await looks.Record(LookKind.Downloaded, id, content.Name, cancellation);
        return Results.File(
            content.Content, content.MediaType, content.Name, entityTag: new EntityTagHeaderValue($"\"{content.Sha256}\""));
    }

    // Does something with an application, and says how it stands then.
    private static async Task<IResult> Act<T>(
        HttpContext context, Guid id, OwnApplications own, bool bodyIsOptional,
        Func<CaseFile, T, Task<Result<Unit>>> act, CancellationToken cancellation)
        where T : class, new()
    {
        var client = BearerTokens.ClientOf(context);
        if (await own.Find(client, id, cancellation) is not { } file)
        {
            return new ProblemResult(ProblemKind.NotFound);
        }

        var (body, problem) = await JsonBody.Read<T>(context, bodyIsOptional);
        if (body is null)
        {
            return problem!;
        }

        var done = await act(file, body);
        return done.Succeeded
            ? Results.Ok(await own.State((await own.Find(client, id, cancellation))!, cancellation))
            : ProblemResult.Of(done.Refusals);
    }

    private static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, ApiScope scope) => endpoint
        .RequireAuthorization(BearerTokens.Policy(scope)).WithMetadata(new NeededScope(scope)).WithTags("applications")
        .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError)
        .Refuses(scope == ApiScope.None ? [] : [StatusCodes.Status403Forbidden]);

    private static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint, bool optional = false)
        where T : notnull => endpoint
        .Accepts<T>(optional, Json)
        .Refuses(
            StatusCodes.Status400BadRequest,
            StatusCodes.Status413PayloadTooLarge,
            StatusCodes.Status415UnsupportedMediaType,
            StatusCodes.Status422UnprocessableEntity);

    private static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) =>
        endpoint.Produces<T>(status, Json);

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        statuses.Aggregate(endpoint, (all, status) => all.Produces<Problem>(status, Problem.MediaType));
}
