using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

// Dates that people wrote down wrongly: the event stays as it was, the case goes by the right date.
public sealed partial class CaseFile
{
    /// <summary>The dates that can be put right, by the event that carries each.</summary>
    public IReadOnlyDictionary<(int Sequence, CorrectableDate Field), DateOnly> CorrectableDates
    {
        get
        {
            var dates = new Dictionary<(int, CorrectableDate), DateOnly>();
            if (ReceivedOn is { } receivedOn)
            {
                dates[(ReceivedSequence, CorrectableDate.ReceivedOn)] = receivedOn;
            }

            foreach (var dated in (IEnumerable<Dated>)[
                .. corrections, .. explanations, .. payments, .. withdrawal is null ? Array.Empty<Dated>() : [withdrawal],
            ])
            {
                dates[(dated.Sequence, CorrectableDate.On)] = dated.On;
            }

            foreach (var document in documents)
            {
                if (document.Opinion is { } opinion)
                {
                    dates[(opinion.Sequence, CorrectableDate.On)] = opinion.On;
                }

                foreach (var attempt in document.Attempts)
                {
                    dates[(attempt.Sequence, CorrectableDate.ServedOn)] = attempt.ServedOn;
                    if (attempt.DeliveredOn is { } deliveredOn)
                    {
                        dates[(attempt.Sequence, CorrectableDate.DeliveredOn)] = deliveredOn;
                    }

                    if (attempt.ReturnedOn is { } returnedOn)
                    {
                        dates[(attempt.ReturnedSequence, CorrectableDate.On)] = returnedOn;
                    }
                }
            }

            return dates;
        }
    }

    private void Apply(DateCorrected corrected)
    {
        proposals.RemoveAll(proposal => proposal.CorrectionId == corrected.CorrectionId);
        if (corrected.Field == CorrectableDate.ReceivedOn)
        {
            // Handed over or signed for, arrival and receipt are one day (art. 31(1), (2)); else it is the confirmation's.
            ReceivedOn = corrected.To;
            (ArrivedOn, ConfirmedOn) = Channel.NeedsConfirmation() ? (ArrivedOn, corrected.To) : (corrected.To, ConfirmedOn);
            return;
        }

        var attempt = documents.SelectMany(document => document.Attempts)
            .FirstOrDefault(attempt => attempt.Sequence == corrected.Sequence || attempt.ReturnedSequence == corrected.Sequence);
        switch (corrected.Field)
        {
            case CorrectableDate.ServedOn when attempt is not null: attempt.ServedOn = corrected.To; break;
            case CorrectableDate.DeliveredOn when attempt is not null: attempt.DeliveredOn = corrected.To; break;
            case CorrectableDate.On when attempt is not null: attempt.ReturnedOn = corrected.To; break;
            default: CorrectInboundDate(corrected); break;
        }
    }

    private void CorrectInboundDate(DateCorrected corrected)
    {
        foreach (var list in (List<Dated>[])[corrections, explanations, payments])
        {
            var at = list.FindIndex(dated => dated.Sequence == corrected.Sequence);
            if (at >= 0)
            {
                list[at] = list[at] with { On = corrected.To };
            }
        }

        if (withdrawal?.Sequence == corrected.Sequence)
        {
            withdrawal = withdrawal with { On = corrected.To };
        }

        foreach (var document in documents.Where(document => document.Opinion?.Sequence == corrected.Sequence))
        {
            document.Opinion = document.Opinion! with { On = corrected.To };
        }
    }
}
