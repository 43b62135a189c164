using System.Net.Mail;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Agencies;

/// <summary>Where a user's alerts are sent outside the application; null: nowhere that way.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Email">An e-mail address.</param>
/// <param name="Phone">A telephone number.</param>
public sealed record SetContact(Guid UserId, string? Email, string? Phone) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SecurityAdministrator;
}

internal sealed class SetContactRules : AbstractValidator<SetContact>
{
    private const int Longest = 200;

    public SetContactRules()
    {
        RuleFor(command => command.Email).IsOptionalLine(Longest).Must(email => email is null || IsAddress(email)).Refuse("contact.email");
        RuleFor(command => command.Phone).IsOptionalLine(Longest).Must(phone => phone is null || IsNumber(phone)).Refuse("contact.phone");
    }

    private static bool IsAddress(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;

    private static bool IsNumber(string text) =>
        text.Any(char.IsAsciiDigit)
        && text.Select((letter, index) => char.IsAsciiDigit(letter) || letter is ' ' or '-' or '(' or ')' || (letter == '+' && index == 0))
            .All(fits => fits);
}

internal sealed class SetContactHandler(IUsers users, IAdministrationLog log, AdministratorSeparation separation, CurrentActor actor)
    : ICommandHandler<SetContact, Unit>
{
    public async Task<Result<Unit>> Handle(SetContact request, CancellationToken cancellationToken)
    {
        if (await users.Find(request.UserId, cancellationToken) is not { } user)
        {
            return new Refusal("user.unknownId") { Field = nameof(request.UserId) };
        }

        if (separation.OwnAccountFault(actor, user.Id) is { } fault)
        {
            return fault;
        }

        await users.SetContact(request.UserId, request.Email, request.Phone, cancellationToken);
        await log.Add(AdministrativeAct.ContactSet, user.AgencyId, user.Id, cancellationToken);
        return new Unit();
    }
}
