using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Tests.CaseFiles;

/// <summary>Builds a case by recording events, as the handlers would.</summary>
internal sealed class CaseBuilder
{
    private readonly List<CaseEvent> events = [];

    public static readonly Guid Clerk = Guid.Parse("00000000-0000-0000-0000-00000000000c");

    public List<Guid> Items { get; } = [];

    public IReadOnlyList<CaseEvent> Events => events;

    public CaseFile Build() => CaseFile.Fold(Guid.Empty, events);

    public static TextRef Text() => new(Guid.NewGuid(), "hash");

    public static CaseBuilder Received(string on, int items = 1, Channel channel = Channel.InPerson)
    {
        var builder = new CaseBuilder();
        builder.Items.AddRange(Enumerable.Range(0, items).Select(_ => Guid.NewGuid()));
        var day = DateOnly.Parse(on);
        builder.events.Add(new ApplicationRegistered(
            Guid.Empty, Guid.NewGuid(), "示范府依申请〔2025〕1号", channel, day, null, Receipt.ReceivedOn(channel, day, null),
            [new ApplicantRef(Guid.NewGuid(), ApplicantKind.NaturalPerson, Text())],
            [.. builder.Items.Select(item => new ItemRef(item, Text()))], Clerk, null, null, null, null));
        return builder;
    }

    public CaseBuilder With(CaseEvent caseEvent)
    {
        events.Add(caseEvent);
        return this;
    }

    public CaseBuilder WithAnswer(StepAnswer answer, params Guid[] items)
    {
        var transition = AnswerTransitions.Of(answer);
        return With(new StepAnswered(
            transition.Step, answer, items.Length == 0 ? Items : items,
            transition.Settles ? new ItemOutcome(transition.Opens!, transition.Variant) : null,
            new ApplicationElements(true, true, true), null));
    }

    public CaseBuilder WithServed(
        out Guid id, string template, ServiceEffect effect, string on, DocumentTerms? terms = null, string? row = null,
        string? variant = null, ConsultationKind? asks = null, ServiceWay way = ServiceWay.HandedOver,
        bool toAddressGiven = true, string? number = null, params Guid[] items)
    {
        id = Guid.NewGuid();
        var day = DateOnly.Parse(on);
        return With(new DocumentDrafted(
            id, template, variant, "v", effect, null, row, true, items.Length == 0 ? Items : items,
            Text(), terms ?? new(null, null, null), asks, Clerk))
            .With(new DocumentSubmitted(id))
            .With(new DocumentApproved(id, Guid.NewGuid(), 1, null, number, day, Guid.NewGuid(), "sha"))
            .With(new DocumentServed(id, Guid.NewGuid(), way, day, way == ServiceWay.HandedOver ? day : null, toAddressGiven, null));
    }

    public CaseBuilder WithServed(
        string template, ServiceEffect effect, string on, DocumentTerms? terms = null,
        string? row = null, string? variant = null, params Guid[] items) =>
            WithServed(out _, template, effect, on, terms, row, variant, items: items);
}
