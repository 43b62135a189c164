using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Training;

namespace Disclosure.Cases.Tests.Training;

public sealed class ExercisesTests
{
    private static IEnumerable<Exercise> All => Exercises.All;

    [TestCaseSource(nameof(All))]
    public void Exercise_InBothLanguages_HasItsWords(Exercise exercise)
    {
        string[] codes =
        [
            .. new[] { "title", "about", "applicant", "letter", "why" }.Select(part => $"practice.{exercise.Code}.{part}"),
            .. exercise.Steps.Select(step => $"practice.step.{step.Code}"),
        ];
        Assert.That(codes.Distinct(), Is.SubsetOf(Texts.Codes));
    }

    [TestCaseSource(nameof(All))]
    public void Answers_OfAnExercise_LeadFromOneQuestionToTheNext(Exercise exercise)
    {
        var rows = exercise.Answers.Select(AnswerTransitions.Of).ToList();
        Assert.That(rows[0].Step, Is.EqualTo(ReplyStep.Completeness));
        foreach (var (row, next) in rows.Zip(rows.Skip(1)))
        {
            Assert.That(next.Step, Is.EqualTo(row.NextStep ?? row.Step));
        }

        Assert.That(
            exercise.Steps.Select(step => step.Answer).OfType<StepAnswer>(),
            Is.EqualTo(exercise.Answers),
            "the steps ask for the same answers in the same order");
    }
}
