using System.Text;
using System.Text.Json.Nodes;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Web.Api;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>What is no page: the letters' style sheet, and the clock for programs.</summary>
internal static class Endpoints
{
    // A timeline of a case has some dozens of events; more than this is no timeline.
    private const int LongestTimeline = 256 * 1024;

    // A ledger has a row a day: beyond this it is no help to anybody and a burden to the server.
    private const int LongestLedgerInYears = 30;

    /// <summary>The style sheet of letters, from the same source as the letters themselves.</summary>
    public static void MapLetterStyle(this IEndpointRouteBuilder app) =>
        app.MapGet("/letter.css", (ILetters letters) => Results.Text(letters.Css, "text/css", Encoding.UTF8));

    /// <summary>
    /// <c>POST /api/v1/clock</c>: a timeline in, its reckoning out (200), or <c>{"refused": "…"}</c> (422). Whoever is
    /// signed in may ask; nothing is stored.
    /// </summary>
    public static void MapClock(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/clock", async (HttpContext context, CalendarsInForce calendars) =>
        {
            var json = await Read(context.Request, context.RequestAborted);
            if (json is null)
            {
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            }

            var (answer, refused) = ClockJson.Answer(json, calendars.District, Texts.CurrentLanguage, withLedger: IsShort(json));
            return Results.Text(
                answer, "application/json", Encoding.UTF8, refused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        })
        .WithName("reckonClock").WithTags("clock").WithSummary("期限计算 · Reckon a timeline")
        .WithDescription("时间线逐日计算的结果；不保存。拒绝时 422，正文为 {\"refused\": \"…\"}。"
            + "· A timeline's reckoning, day by day; nothing is kept. Refused with 422 and {\"refused\": \"…\"}.")
        .Produces<JsonObject>().Produces<JsonObject>(StatusCodes.Status422UnprocessableEntity)
        .Produces<Problem>(StatusCodes.Status401Unauthorized, Problem.MediaType)
        .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, Problem.MediaType);

    private static bool IsShort(string json) =>
        ClockJson.TryRead(json, out var timeline, out _)
        && (timeline!.AsOf ?? timeline.Events.Select(each => each.On).Append(timeline.ReceivedOn).Max()).Year - timeline.ReceivedOn.Year
            <= LongestLedgerInYears;

    private static async Task<string?> Read(HttpRequest request, CancellationToken cancellation)
    {
        using var reader = new StreamReader(request.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var buffer = new char[LongestTimeline + 1];
        var length = await reader.ReadBlockAsync(buffer.AsMemory(), cancellation);
        return length > LongestTimeline ? null : new string(buffer, 0, length);
    }
}
