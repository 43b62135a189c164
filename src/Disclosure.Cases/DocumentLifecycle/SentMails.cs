using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>The mails that letters went in.</summary>
public interface ISentMails
{
    /// <summary>The texts of an agency that may be the particulars of services by a mail, each with its case.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="since">The texts of cases that have a letter decided on or after this day.</param>
    /// <param name="number">The mail's number, as it is kept.</param>
    Task<IReadOnlyList<(Guid CaseId, Guid TextId)>> Of(Guid agencyId, DateOnly since, string number, CancellationToken cancellation);
}

/// <summary>
/// One mail goes to one addressee on one day: several letters may lie in one envelope, but a number that was given for somebody else,
/// elsewhere or of another day is asked about.
/// </summary>
public sealed class SentMails(ISentMails mails, ICaseFiles files, IApplicants applicants, ICaseTexts texts)
{
    // A number is copied wrongly from the mails about it, not from those of a year ago; and nobody waits while all years are read.
    private const int DaysLookedBack = 90;

    private sealed record Envelope(string Addressee, string? Address, DateOnly PostedOn)
    {
        public bool IsSame(Envelope other) => PostedOn == other.PostedOn
            && ComparedText.Of(Addressee) == ComparedText.Of(other.Addressee) && ComparedText.Of(Address) == ComparedText.Of(other.Address);
    }

    /// <summary>Why the number of a mail is doubtful; null where nothing speaks against it, or the clerk has explained it.</summary>
    /// <param name="file">The case.</param>
    /// <param name="document">The letter.</param>
    /// <param name="recipient">Which of several applicants is served; else null.</param>
    /// <param name="postedOn">The day of posting.</param>
    /// <param name="to">Where it is posted to, and the number.</param>
    public async Task<Refusal?> Doubt(
        CaseFile file, CaseDocument document, Guid? recipient, DateOnly postedOn, ServiceParticulars to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(to);
        if (to is not { MailNumber: { } number, MailNumberNote: null })
        {
            return null;
        }

        var envelope = new Envelope(await Addressee(file, document, recipient, cancellation), to.Address, postedOn);
        foreach (var (caseId, textId) in await mails.Of(file.AgencyId, postedOn.AddDays(-DaysLookedBack), number, cancellation))
        {
            if ((caseId == file.Id ? file : await files.Find(caseId, cancellation)) is not { } other
                || other.Documents.SelectMany(letter => letter.Attempts.Select(attempt => (Letter: letter, Attempt: attempt)))
                    .FirstOrDefault(each => each.Attempt.Particulars?.Id == textId) is not { Attempt: { } attempt, Letter: { } letter })
            {
                continue;
            }

            var address = ServiceParticulars.Read(await texts.Read(attempt.Particulars!, cancellation)).Address;
            var before = new Envelope(await Addressee(other, letter, attempt.ApplicantId, cancellation), address, attempt.ServedOn);
            if (!before.IsSame(envelope))
            {
                return new Refusal("service.mailNumberUsed", letter.Number ?? other.RegisterNumber, before.Addressee, before.PostedOn)
                {
                    Field = $"{nameof(ServeDocument.Particulars)}.{nameof(ServiceParticulars.MailNumberNote)}",
                };
            }
        }

        return null;
    }

    private async Task<string> Addressee(CaseFile file, CaseDocument letter, Guid? recipient, CancellationToken cancellation)
    {
        var facts = await texts.Read(letter.Facts, cancellation);
        if (facts.Length > 0 && FactReader.Text(JsonNode.Parse(facts)!.AsObject(), "recipient") is { } named)
        {
            return named;
        }

        var people = await applicants.Of(file, cancellation);
        return string.Join(
            '、', people.Where(person => recipient is null || person.Id == recipient).Select(person => person.Applicant.Name));
    }
}
