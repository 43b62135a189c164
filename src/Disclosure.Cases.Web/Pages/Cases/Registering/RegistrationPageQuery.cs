using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Web.Acting;
using FluentValidation;

namespace Disclosure.Cases.Web.Pages.Cases.Registering;

/// <summary>
/// What can be said of a registration before it is one: what is wrong with it, what will follow from it, and what there was before.
/// </summary>
internal sealed class RegistrationPageQuery(
    IEnumerable<IValidator<RegisterApplication>> rules,
    IEarlierRequests earlier,
    CurrentActor actor,
    TimeProvider time,
    CalendarsInForce calendars)
{
    // Of somebody who applies every day, the latest ones.
    private const int MostEarlier = 50;

    /// <summary>What the command's own rules say of it; nothing is done. What could not be read is not judged as well.</summary>
    public async Task<IReadOnlyList<Finding>> Judge(
        RegisterApplication command, IReadOnlyList<Finding> unread, CancellationToken cancellation)
    {
        var verdict = await new ValidationBehaviour<RegisterApplication, Result<Unit>>(rules)
            .Handle(command, cancellation, () => Task.FromResult<Result<Unit>>(new Unit()));
        return [.. unread, .. Finding.Of(verdict.Refusals).Where(finding => unread.All(one => one.Field != finding.Field))];
    }

    /// <summary>What will follow, and what there was before.</summary>
    /// <param name="command">What was typed.</param>
    /// <param name="findings">What is wrong with it: from wrong dates nothing follows.</param>
    public async Task<RegistrationAssessment> Assess(
        RegisterApplication command, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        var (agencyId, today) = (actor.Value.AgencyId, time.Today());
        var calendar = calendars.Of(agencyId);
        var isDated = findings.All(finding =>
            finding.Field is not (nameof(command.Channel) or nameof(command.ArrivedOn) or nameof(command.ConfirmedOn)));
        var outlook = isDated ? ReceiptOutlook.Of(command.Channel, command.ArrivedOn, command.ConfirmedOn, today, calendar) : null;
        var applicant = command.Applicants[0];
        var before = applicant.Name.Length > 0 || applicant.SameApplicantKey is not null
            ? await earlier.Of(agencyId, applicant, MostEarlier, cancellation)
            : null;
        return new RegistrationAssessment(
            outlook,
            calendar,
            today,
            before,
            PossibleRepeat.Among(before ?? [], command.Items),
            applicant.SameApplicantKey is null
                ? null
                : 1 + await earlier.InMonth(
                    agencyId, applicant, outlook?.ReceivedOn ?? (isDated ? command.ArrivedOn : today), cancellation));
    }
}

/// <summary>What stands beside a registration while it is filled in.</summary>
/// <param name="Outlook">What follows from channel and dates; null while they are not right.</param>
/// <param name="Calendar">The calendar of the agency.</param>
/// <param name="Today">The day in China.</param>
/// <param name="Before">The applications of the same applicant or name, latest first; null while nobody is named.</param>
/// <param name="Repeats">Those of them whose words are like what is asked for now.</param>
/// <param name="ThisMonth">Which application of the month this one is; null while nothing tells who is the same.</param>
internal sealed record RegistrationAssessment(
    ReceiptOutlook? Outlook, WorkingDayCalendar Calendar, DateOnly Today,
    IReadOnlyList<EarlierRequest>? Before, IReadOnlyList<PossibleRepeat> Repeats, int? ThisMonth)
{
    private const int MostShown = 3;

    /// <summary>Those whose words are alike, and after them the latest ones of the same applicant.</summary>
    public IEnumerable<(EarlierRequest Earlier, double? Similarity)> Shown =>
        Repeats.Select(repeat => (repeat.Earlier, (double?)repeat.Similarity))
            .Concat((Before ?? []).Where(one => one.IsSameApplicant && Repeats.All(repeat => repeat.Earlier != one))
                .Select(one => (one, (double?)null)))
            .Take(Math.Max(MostShown, Math.Min(Repeats.Count, 2 * MostShown)));
}
