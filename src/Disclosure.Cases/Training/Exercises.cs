using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyTemplates;
using static Disclosure.Cases.CaseFiles.StepAnswer;

namespace Disclosure.Cases.Training;

/// <summary>The exercises, from the plainest on.</summary>
public static class Exercises
{
    private static readonly ExerciseStep Search = new("search", 36, file => file.Items[0].IsSearched);
    private static readonly ExerciseStep Review = new("review", 17, file => file.Items[0].ReviewedBy.Count > 0, ByTutor: true);
    private static readonly ExerciseStep Archive = new("archive", 45, file => file.IsArchived);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new("disclosed", [Complete, Ours, Held, Disclosed],
            [
                Answer(Complete, 29), Answer(Ours, 36), Search, Answer(Held, 36), Review,
                Answer(Disclosed, 36), .. Letter(TemplateCodes.Disclosed, 36), Archive,
            ]),
        new("correction", [CorrectionNeeded, Complete],
            [
                Answer(CorrectionNeeded, 30),
                .. Letter(TemplateCodes.CorrectionNotice, 30),
                new("corrected", 30, file => file.CorrectedOn is not null),
                Answer(Complete, 30),
            ]),
        new("not-existing", [Complete, Ours, NotExisting],
            [Answer(Complete, 29), Answer(Ours, 36), Search, Answer(NotExisting, 36), .. Letter(TemplateCodes.NotExisting, 36), Archive]),
        new("not-this-agency", [Complete, NotThisAgency],
            [Answer(Complete, 29), Answer(NotThisAgency, 36), .. Letter(TemplateCodes.NotThisAgency, 36), Archive]),
        new("third-party", [Complete, Ours, Held, ThirdPartyRights],
            [
                Answer(Complete, 29), Answer(Ours, 36), Search, Answer(Held, 36), .. Letter(TemplateCodes.ThirdPartyConsultation, 32),
                new("opinion", 32, file => file.Documents.Any(document => document.Opinion is not null)),
                Review, Answer(ThirdPartyRights, 32), .. Letter(TemplateCodes.RefusedThirdPartyRights, 36), Archive,
            ]),
    ];

    /// <summary>The exercise of that code, or null.</summary>
    public static Exercise? Find(string code) => All.FirstOrDefault(exercise => exercise.Code == code);

    // An answer is given when the case went on from its question, or when it opened a letter that has been begun.
    private static ExerciseStep Answer(StepAnswer answer, int article)
    {
        var row = AnswerTransitions.Of(answer);
        return new ExerciseStep($"answer.{StoredNames.Of(answer)}", article, file => file.Items[0] is var item
            && (item.LastAnswer == answer
                || item.Step > row.Step
                || (row.NextStep is null && file.Documents.Any(document => document.Template == row.Opens))), answer);
    }

    private static IEnumerable<ExerciseStep> Letter(string template, int article)
    {
        yield return Step("draft", article, DocumentStatus.Drafted);
        yield return Step("submit", article, DocumentStatus.Submitted);
        yield return Step("approve", article, DocumentStatus.Approved) with { ByTutor = true };
        yield return Step("serve", 40, DocumentStatus.Served);

        ExerciseStep Step(string code, int by, DocumentStatus status) => new(code, by, Template: template, IsDone: file => file.Documents
            .Any(document => document.Template == template && document.Status >= status && document.Status != DocumentStatus.Withdrawn));
    }
}
