using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Training;

namespace Disclosure.Cases.Web.Pages;

/// <summary>The exercise on a case, and how far it has come.</summary>
internal sealed record PracticeGuide(Exercise Exercise, ExerciseProgress Progress, Guid CaseId)
{
    public string Title => Say("title");

    public string Why => Say("why");

    private string Say(string part) => Texts.Say(Texts.CurrentLanguage, $"practice.{Exercise.Code}.{part}");

    /// <summary>What a step asks the trainee to do.</summary>
    public static string Say(ExerciseStep step, IReplyTemplates templates) => Texts.Say(
        Texts.CurrentLanguage,
        $"practice.step.{step.Code}",
        step.Answer is { } answer ? Texts.Name(answer, Texts.CurrentLanguage)
            : step.Template is { } code ? templates.Find(code)?.Title
            : null);
}

/// <summary>Finds the exercise that the reader does on a case; there is none outside an installation to practise in.</summary>
internal sealed class PracticeGuides(TrainingMode room, IPracticeRuns runs, ICaseFiles files, CurrentActor actor)
{
    /// <summary>Whether the reader can practise here.</summary>
    public bool AreOffered => room.IsOpen && actor.Value.Is(Role.Clerk);

    /// <summary>The guide to a case, or null.</summary>
    public async Task<PracticeGuide?> To(CaseFile file, CancellationToken cancellation) =>
        AreOffered && await runs.Of(file.Id, cancellation) is { } run && run.TraineeId == actor.Value.Id ? Of(run, file) : null;

    /// <summary>The latest run of each exercise that the reader has begun.</summary>
    public async Task<IReadOnlyList<PracticeGuide>> Begun(CancellationToken cancellation)
    {
        var guides = new List<PracticeGuide>();
        foreach (var run in (await runs.OfTrainee(actor.Value.Id, cancellation)).DistinctBy(run => run.Exercise))
        {
            if (await files.Find(run.CaseId, cancellation) is { } file && Of(run, file) is { } guide)
            {
                guides.Add(guide);
            }
        }

        return guides;
    }

    private static PracticeGuide? Of(PracticeRun run, CaseFile file) =>
        Exercises.Find(run.Exercise) is { } exercise ? new PracticeGuide(exercise, exercise.ProgressIn(file), file.Id) : null;
}
