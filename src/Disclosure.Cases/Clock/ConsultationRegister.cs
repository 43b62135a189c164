namespace Disclosure.Cases.Clock;

/// <summary>The consultations of a case, in the order in which their letters went out.</summary>
internal sealed class ConsultationRegister
{
    private readonly List<Consultation> sent = [];
    private readonly Dictionary<string, Consultation> byId = new(StringComparer.Ordinal);

    public IReadOnlyList<Consultation> Sent => sent;

    public bool Knows(string id) => byId.ContainsKey(id);

    /// <summary>The consultation of that id if it waits for an answer, else null.</summary>
    public Consultation? Open(string id) => byId.TryGetValue(id, out var consultation) && consultation.IsOpen ? consultation : null;

    public void Add(Consultation consultation)
    {
        sent.Add(consultation);
        byId[consultation.Id] = consultation;
    }

    public void CloseAll(DateOnly on)
    {
        foreach (var consultation in sent.Where(each => each.IsOpen))
        {
            consultation.Close(on);
        }
    }

    /// <summary>Whether one is open whose limit does not lie before <paramref name="day"/>.</summary>
    public bool IsAnyAwaitedOn(DateOnly day) => sent.Exists(each => each.IsOpen && each.LimitOn >= day);

    /// <summary>The consultation for which <paramref name="day"/> is left out, of several the first sent; or null.</summary>
    /// <param name="day">The day.</param>
    /// <param name="answeredOn">Reckon open consultations as answered on this day; null: as running to their limits.</param>
    public Consultation? Excluding(DateOnly day, DateOnly? answeredOn = null)
    {
        foreach (var consultation in sent)
        {
            if (consultation.Covers(day, answeredOn))
            {
                return consultation;
            }
        }

        return null;
    }
}
