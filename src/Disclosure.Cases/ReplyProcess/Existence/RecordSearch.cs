using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using FluentValidation;

namespace Disclosure.Cases.ReplyProcess.Existence;

/// <summary>Records a search for what was asked: where, by whom, when, with which words, what was found (art. 36(4)).</summary>
/// <param name="Items">The items searched for; empty for all.</param>
/// <param name="On">The day of the search.</param>
/// <param name="Found">How many documents were found, 0 or more.</param>
/// <param name="Places">The archives and systems searched.</param>
/// <param name="Searcher">Who searched.</param>
/// <param name="Words">The words searched with.</param>
/// <param name="Findings">What was found.</param>
public sealed record RecordSearch(
    Guid CaseId,
    int Version,
    IReadOnlyList<Guid>? Items,
    DateOnly On,
    int Found,
    string Places,
    string Searcher,
    string Words,
    string? Findings) : CaseCommand<Unit>(CaseId, Version, CaseAction.RecordSearch);

internal sealed class RecordSearchRules : AbstractValidator<RecordSearch>
{
    public RecordSearchRules(TimeProvider time)
    {
        RuleFor(command => command.On).HasCome(time);
        RuleFor(command => command.Found).InclusiveBetween(0, 1_000_000).Refuse("number.outOfRange", 0, 1_000_000);
        RuleFor(command => command.Places).IsText(1000);
        RuleFor(command => command.Searcher).IsLine(200);
        RuleFor(command => command.Words).IsLine(1000);
        RuleFor(command => command.Findings).IsOptionalText();
    }
}

internal sealed class RecordSearchHandler(CaseCommandExecutor executor) : CaseHandler<RecordSearch, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(RecordSearch command, CaseFile file, CancellationToken cancellation)
    {
        if (command.On < file.ArrivedOn)
        {
            return Refused("date.beforeCase", nameof(command.On), file.ArrivedOn);
        }

        var items = command.Items is { Count: > 0 } chosen ? chosen : [.. file.Items.Select(item => item.Id)];
        return items.All(id => file.Items.Any(item => item.Id == id))
            ? Recorded(file, new SearchRecorded(
                items,
                command.On,
                command.Found,
                Texts.Keep(file.Id, command.Places),
                Texts.Keep(file.Id, command.Searcher),
                Texts.Keep(file.Id, command.Words),
                Texts.KeepOptional(file.Id, command.Findings)))
            : Refused("items.unknown", nameof(command.Items));
    }
}
