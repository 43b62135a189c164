using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Training;

/// <summary>
/// An exercise (练习): an invented application, and the road that it has to go. What has been done is read off the case
/// itself, so that a trainee may leave and come back, and no second record of it can be wrong.
/// </summary>
/// <param name="Code">Its name in addresses and texts.</param>
/// <param name="Answers">The right answers to the questions that it asks, in their order.</param>
/// <param name="Steps">What the trainee does, one after the other.</param>
public sealed record Exercise(string Code, IReadOnlyList<StepAnswer> Answers, IReadOnlyList<ExerciseStep> Steps)
{
    /// <inheritdoc/>
    public override string ToString() => Code;

    /// <summary>How far it has come in a case.</summary>
    public ExerciseProgress ProgressIn(CaseFile file)
    {
        var item = file.Items[0];
        var wrong = item.LastAnswer is { } given && !Answers.Contains(given) ? item.LastAnswer : null;

        // What was done out of turn is done all the same: the next step is the first that is not.
        var next = Steps.FirstOrDefault(step => !step.IsDone(file));
        return new ExerciseProgress(Steps.Count(step => step.IsDone(file)), next, wrong);
    }
}

/// <summary>Something to do in an exercise.</summary>
/// <param name="Code">Its name in the texts.</param>
/// <param name="Article">The article of the regulation that it carries out.</param>
/// <param name="IsDone">Whether it is done in a case.</param>
/// <param name="Answer">The answer that it gives to a question; null when it does something else.</param>
/// <param name="Template">The letter that it is about, or null.</param>
/// <param name="ByTutor">Whether somebody else than the trainee has to do it (art. 17, and the approval of letters).</param>
public sealed record ExerciseStep(
    string Code, int Article, Func<CaseFile, bool> IsDone, StepAnswer? Answer = null, string? Template = null, bool ByTutor = false);

/// <summary>How far an exercise has come.</summary>
/// <param name="Done">How many of its steps are done.</param>
/// <param name="Next">What comes next; null when all is done.</param>
/// <param name="Wrong">The answer that leads off the road; null while on it.</param>
public sealed record ExerciseProgress(int Done, ExerciseStep? Next, StepAnswer? Wrong);
