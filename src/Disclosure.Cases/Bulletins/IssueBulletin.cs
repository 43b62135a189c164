using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Bulletins;

/// <summary>
/// 印发季度通报: freezes the figures of a quarter as they are now, with the text, under the next number of the year. A quarter whose
/// figures were put right may be issued once more, under a number of its own.
/// </summary>
/// <param name="Quarter">The quarter, which has ended.</param>
/// <param name="Seen">The figures that the person saw, as <see cref="BulletinFigures.Fingerprint"/>; others are not issued unseen.</param>
public sealed record IssueBulletin(Quarter Quarter, string Seen) : ICommand<Bulletin>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Manager;
}

internal sealed class IssueBulletinHandler(
    IBulletins bulletins, BulletinReading reading, IAgencies agencies, CurrentActor actor, TimeProvider time, IIds ids)
    : ICommandHandler<IssueBulletin, Bulletin>
{
    public async Task<Result<Bulletin>> Handle(IssueBulletin request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        if (!await reading.Knows(request.Quarter, cancellationToken))
        {
            return new Refusal("bulletin.noQuarter");
        }

        if (request.Quarter.Until >= today)
        {
            return new Refusal("bulletin.quarterNotOver");
        }

        var figures = await reading.Figures(request.Quarter, cancellationToken);
        if (figures.Fingerprint() != request.Seen)
        {
            return new Refusal("report.figuresMoved") { Field = nameof(request.Seen) };
        }

        var issued = await bulletins.Issued(cancellationToken);
        var parts = await bulletins.Parts(request.Quarter, cancellationToken);
        if (issued.FirstOrDefault(each => each.Figures.Quarter() == request.Quarter) is { } last && IsSame(last, figures, parts))
        {
            return new Refusal("bulletin.nothingNew", last.Year, last.Number);
        }

        var organ = (await agencies.AllOn(today, cancellationToken)).Single(agency => agency.Id == actor.Value.AgencyId).Name;
        var bulletin = new Bulletin(
            ids.Next(), today.Year, 1 + issued.Count(each => each.Year == today.Year), figures, parts, organ, time.GetUtcNow(),
            actor.Value.Id, actor.Value.Name);
        return await bulletins.Add(bulletin, cancellationToken) ? bulletin : new Refusal("bulletin.issuedMeanwhile");
    }

    // By another threshold other agencies are proposed, which is new.
    private static bool IsSame(Bulletin last, BulletinFigures figures, IReadOnlyDictionary<BulletinPart, string> parts) =>
        BulletinDifference.Between(last.Figures, figures, Texts.Chinese).Count == 0 && last.Figures.Threshold == figures.Threshold
        && last.Parts.Count == parts.Count && last.Parts.All(part => parts.GetValueOrDefault(part.Key) == part.Value);
}
