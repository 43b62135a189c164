using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Importing;

/// <summary>Says how a file that was uploaded is to be read.</summary>
public sealed record ReadLedger(Guid ImportId, ImportLayout Layout) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk | Role.Manager;
}

internal sealed class ReadLedgerRules : AbstractValidator<ReadLedger>
{
    public ReadLedgerRules()
    {
        RuleFor(command => command.Layout.HeadingRow).InclusiveBetween(1, ISheetReader.MostRows)
            .Refuse("number.outOfRange", 1, ISheetReader.MostRows);
        RuleFor(command => command.Layout.Sheet).GreaterThanOrEqualTo(0).Refuse("choice.unknown");
        RuleFor(command => command.Layout.Kind).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.Layout.Channel).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.Layout.Way).IsInEnum().Refuse("choice.unknown");
        RuleFor(command => command.Layout.Columns).Custom((columns, context) =>
        {
            foreach (var twice in columns.GroupBy(column => column.Means).Where(same => same.Count() > 1))
            {
                context.AddFailure(new FluentValidation.Results.ValidationFailure("Layout.Columns", null)
                {
                    CustomState = new Refusal(
                        "import.columnTwice", twice.Key, string.Join('、', twice.Select(column => ColumnName.Of(column.Column)))),
                });
            }
        });
    }
}

internal sealed class ReadLedgerHandler(IImports imports, CurrentActor actor) : ICommandHandler<ReadLedger, Unit>
{
    public async Task<Result<Unit>> Handle(ReadLedger request, CancellationToken cancellationToken) =>
        await imports.Find(request.ImportId, cancellationToken) is { IsOpen: true } import && import.IsFor(actor.Value)
            && await imports.Change(
                import with { Layout = request.Layout, State = ImportState.Uploaded, Problem = null }, import.State, true,
                cancellationToken)
            ? new Unit()
            : new Refusal("import.gone");
}
