using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.Web.Acting;

/// <summary>Sends what a form said and gives the reasons when nothing was done.</summary>
internal delegate Task<IReadOnlyList<Refusal>> Sending(Commands commands);

/// <summary>A form for one action on a case: the inputs it asks for, and the command that they make.</summary>
/// <param name="Action">The action; <see cref="StepTransitions"/> says whether it is possible.</param>
/// <param name="Fields">The inputs.</param>
/// <param name="Read">Makes the command; what cannot be read is a finding of the reader.</param>
internal sealed record CaseForm(CaseAction Action, IReadOnlyList<Field> Fields, Func<FormReader, Sending> Read)
{
    /// <summary>The field that carries the version of the case that the person saw.</summary>
    public const string Version = "Version";

    /// <summary>The field that says which form was sent.</summary>
    public const string Name = "Form";

    /// <summary>A line above the inputs, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether there is anything to choose from wherever something must be chosen.</summary>
    public bool HasChoices =>
        Fields.All(input => input.Kind is not (FieldKind.Choice or FieldKind.Ticks) || input.Optional || input.Options.Count > 0);

    /// <summary>A command's sending.</summary>
    public static Sending Send<T>(ICommand<T> command) =>
        async commands => (await commands.Send(command)).Refusals;
}
