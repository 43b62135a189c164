using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;
using MediatR;

namespace Disclosure.Cases.Registration;

/// <summary>
/// 在线申请: an application that a system files for a citizen (art. 29, 31(3)). It is registered once, however often it is
/// sent: the same key with the same content yields the same case. It goes to the clerk with the fewest open cases.
/// </summary>
/// <param name="Key">The idempotency key, the system's own.</param>
/// <param name="Applicants">One or several; the first is the representative one.</param>
/// <param name="Items">What is asked for, one text an item.</param>
/// <param name="FormRequested">Form and way wanted, if stated.</param>
/// <param name="AccessibilityNeed">What helps the applicant to read or hear (art. 43).</param>
/// <param name="AgreesToNotices">Whether the first applicant agreed to be told of receipt and reply at the contact given.</param>
/// <param name="FirstReceivesForAll">Whether several applicants named the first as their recipient; else each of them is served.</param>
public sealed record FileOnline(
    string Key,
    IReadOnlyList<Applicant> Applicants,
    IReadOnlyList<string> Items,
    string? FormRequested,
    string? AccessibilityNeed,
    bool AgreesToNotices,
    bool FirstReceivesForAll = false) : ICommand<Filed>
{
    /// <summary>The longest key, in characters.</summary>
    public const int LongestKey = 200;

    /// <inheritdoc/>
    public Role AllowedTo => Role.Portal;
}

/// <summary>The application as it was filed; the same whenever it is sent again.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="RegisterNumber">Its register number.</param>
/// <param name="FiledOn">The day it arrived.</param>
public sealed record Filed(Guid CaseId, string RegisterNumber, DateOnly FiledOn);

/// <summary>The rules for <see cref="FileOnline"/>; what is filed is for <see cref="RegisterApplicationRules"/> to judge.</summary>
internal sealed class FileOnlineRules : AbstractValidator<FileOnline>
{
    public FileOnlineRules() => RuleFor(command => command.Key)
        .Must(key => key.Length is > 0 and <= FileOnline.LongestKey && key.All(letter => letter is > ' ' and <= '~'))
        .Refuse("filing.keyInvalid", FileOnline.LongestKey);
}

internal sealed class FileOnlineHandler(IOnlineFilings filings, IMediator mediator, CurrentActor actor, TimeProvider time)
    : ICommandHandler<FileOnline, Filed>
{
    public async Task<Result<Filed>> Handle(FileOnline request, CancellationToken cancellationToken)
    {
        var (client, agencyId, today) = (actor.Value.Id, actor.Value.AgencyId, time.Today());
        var salt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        if (await filings.Claim(
            client,
            new OnlineFiling(request.Key, salt, Digest(salt, agencyId, request), today, null, null),
            cancellationToken) is { } earlier)
        {
            return earlier.Digest == Digest(earlier.Salt, agencyId, request)
                ? new Filed(earlier.CaseId!.Value, earlier.RegisterNumber!, earlier.FiledOn)
                : new Refusal("filing.keyReused") { Field = nameof(request.Key) };
        }

        if (await filings.WhoReceives(agencyId, cancellationToken) is not { } officer)
        {
            return new Refusal("filing.nobodyReceives") { Field = nameof(actor.Value.AgencyId) };
        }

        var registered = await mediator.Send(
            new RegisterApplication(
                Channel.Internet, today, null, request.Applicants, request.Items, officer,
                request.FormRequested, request.AccessibilityNeed, null, request.AgreesToNotices,
                FirstReceivesForAll: request.FirstReceivesForAll),
            cancellationToken);
        if (!registered.Succeeded)
        {
            return Result<Filed>.Refused(registered.Refusals);
        }

        await filings.Settle(client, request.Key, registered.Value, cancellationToken);
        return new Filed(registered.Value.CaseId, registered.Value.RegisterNumber, today);
    }

    // The names are part of what is hashed: with others, nothing that was filed before would be known again.
    private static string Digest(string salt, Guid agencyId, FileOnline request)
    {
        var hashed = new Dictionary<string, object?>
        {
            ["salt"] = salt,
            ["agencyId"] = agencyId,
            ["Applicants"] = request.Applicants.Select(Hashed),
            ["Items"] = request.Items,
            ["FormRequested"] = request.FormRequested,
            ["AccessibilityNeed"] = request.AccessibilityNeed,
            ["AgreesToNotices"] = request.AgreesToNotices,
        };
        if (request.FirstReceivesForAll)
        {
            hashed["FirstReceivesForAll"] = true;
        }

        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(hashed, StoredJson.Escaped)));
    }

    // What is hashed has the key by which applicants were known at first, whatever the key is made of now.
    private static JsonNode Hashed(Applicant applicant)
    {
        var node = JsonSerializer.SerializeToNode(applicant, StoredJson.Escaped)!;
        node["SameApplicantKey"] = !Enum.IsDefined(applicant.Kind) ? null
            : Plain(applicant.IdentityNumber) is { Length: > 0 } number ? $"{StoredNames.Of(applicant.Kind)}|#{number}"
            : Plain(applicant.Contact) is { Length: > 0 } contact ? $"{StoredNames.Of(applicant.Kind)}|{Plain(applicant.Name)}|{contact}"
            : null;
        return node;
    }

    private static string Plain(string? text) =>
        string.Concat(ComparedText.Folded(text).EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)));
}
