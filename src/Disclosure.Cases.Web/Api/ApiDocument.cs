using System.Text.Json.Nodes;
using Disclosure.Cases.ApiClients;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Disclosure.Cases.Web.Api;

/// <summary>The API's description as OpenAPI 3.1, for whoever connects a system: open to everybody, it tells of nobody.</summary>
internal static class ApiDocument
{
    /// <summary>Where it stands.</summary>
    public const string Address = "/api/v1/openapi.json";

    private const string Cookie = "session";

    /// <summary>Registers what makes it.</summary>
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Introduce(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this IEndpointRouteBuilder app) => app.MapOpenApi(Address).AllowAnonymous();

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "依申请公开 · Disclosure.Cases",
            Version = "v1",
            Description = "公民在线提交政府信息公开申请的平台由此提交申请、确认收到、补正、查询状态、下载已送达的文书。拒绝一律为 problem details（RFC 9457），语言按 Accept-Language（zh、en）。"
                + " · For portals through which citizens apply for government information. "
                + "Every refusal is a problem details object (RFC 9457) in the language of Accept-Language (zh, en).",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [BearerTokens.Name] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "系统管理员在“接入系统”页发放的令牌，所列为所需权限。· A token that the administrator issued; listed are the scopes needed.",
            },
            [Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie,
                Name = "disclosure.user", Description = "在页面上登录的人员 · People signed in to the pages.",
            },
        };
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var needed = context.Description.ActionDescriptor.EndpointMetadata.OfType<NeededScope>().FirstOrDefault();
        operation.Security =
        [
            new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(needed is null ? Cookie : BearerTokens.Name, context.Document)] =
                    needed is null or { Scope: ApiScope.None } ? [] : [needed.Scope.Code()],
            },
        ];
        if (operation.OperationId == "fileApplication")
        {
            operation.Parameters =
            [
                new OpenApiParameter
                {
                    Name = PortalApi.IdempotencyKey,
                    In = ParameterLocation.Header,
                    Required = true,
                    Description = "本系统内唯一，1 至 200 个可见的 ASCII 字符，例如 UUID · Unique within the system, "
                        + "1 to 200 visible ASCII characters, such as a UUID",
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        MinLength = 1,
                        MaxLength = Registration.FileOnline.LongestKey,
                    },
                    Example = "5f0c2c1e-8f0e-4b57-9d1e-0f6f0f6d1a11",
                },
            ];
        }

        if (operation.OperationId == "reckonClock")
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
                },
            };
        }

        if (Examples.GetValueOrDefault(operation.OperationId ?? "") is { } example && operation.RequestBody?.Content is { } content)
        {
            foreach (var body in content.Values)
            {
                body.Example = JsonNode.Parse(example);
            }
        }
    }

    private static readonly Dictionary<string, string> Examples = new()
    {
        ["fileApplication"] =
            """
            {
              "agencyId": "0198d0c2-7c00-7000-8000-000000000001",
              "applicants": [{ "kind": "naturalPerson", "name": "李某某", "identityNumber": "500103199001011232", "contact": "13800000000", "address": "示范路3号", "proofSeen": true }],
              "items": ["2024年度干部培训计划"],
              "formRequested": "电子邮件",
              "agreesToNotices": true
            }
            """,
        ["confirmReceipt"] = """{ "confirmedOn": "2026-11-26" }""",
        ["addCorrection"] = """{ "content": "所申请的是示范区2024年度干部培训计划全文。" }""",
        ["reckonClock"] = """{ "receivedOn": "2026-11-02", "events": [{ "type": "replyServed", "on": "2026-11-26" }] }""",
    };
}
