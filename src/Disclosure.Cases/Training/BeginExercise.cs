using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using MediatR;

namespace Disclosure.Cases.Training;

/// <summary>开始练习: registers the invented application of an exercise, with the trainee as its officer.</summary>
/// <param name="Code">The exercise.</param>
public sealed record BeginExercise(string Code) : ICommand<Registered>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk;
}

internal sealed class BeginExerciseHandler(TrainingMode room, IPracticeRuns runs, IMediator mediator, CurrentActor actor, TimeProvider time)
    : ICommandHandler<BeginExercise, Registered>
{
    public async Task<Result<Registered>> Handle(BeginExercise request, CancellationToken cancellationToken)
    {
        if (!room.IsOpen)
        {
            return new Refusal("practice.closed");
        }

        if (Exercises.Find(request.Code) is not { } exercise)
        {
            return new Refusal("choice.unknown") { Field = nameof(request.Code) };
        }

        // The letter is what came in, and is kept as it came: in Chinese, whoever practises.
        var registered = await mediator.Send(
            new RegisterApplication(
                Channel.InPerson, time.Today(), null,
                [new Applicant(
                    ApplicantKind.NaturalPerson, Say(exercise, "applicant"), null, "000-00000000", "示范区练习路1号", ProofSeen: true, null)],
                [Say(exercise, "letter")], FormRequested: "纸质复印件，当面领取"),
            cancellationToken);
        if (registered.Succeeded)
        {
            await runs.Add(new PracticeRun(registered.Value.CaseId, exercise.Code, actor.Value.Id, time.GetUtcNow()), cancellationToken);
        }

        return registered;
    }

    private static string Say(Exercise exercise, string part) => Texts.Say(Texts.Chinese, $"practice.{exercise.Code}.{part}");
}
