using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>One of the seven stops of a case: registration, the five questions, the archive.</summary>
/// <param name="Name">The stop.</param>
/// <param name="State">done, now or empty: a class of the style sheet.</param>
/// <param name="Note">When it was passed and how, or null.</param>
internal sealed record ProgressStep(string Name, string State, string? Note)
{
    /// <summary>The road of a case.</summary>
    public static IReadOnlyList<ProgressStep> Of(CaseView view, IStringLocalizer<Words> words)
    {
        var file = view.File;
        var isOver = !file.IsOpen;
        var answers = Answers(view);
        var stops = new List<ProgressStep>
        {
            file.ReceivedOn is { } on
                ? new(words["登记"], "done", words["{0}收到", on.Short(view.Moment.Today)])
                : new(words["登记"], isOver ? "done" : "now", words["待确认收到"]),
        };
        foreach (var step in Enum.GetValues<ReplyStep>())
        {
            var name = Texts.Name(step, Texts.CurrentLanguage);
            var isNow = !isOver && file.ReceivedOn is not null && file.CurrentStep == step;
            answers.TryGetValue(step, out var note);
            stops.Add(isNow ? new(name, "now", words["承办：{0}", view.People.GetValueOrDefault(file.OfficerId) ?? "—"])
                : note is not null && (isOver || file.CurrentStep > step) ? new(name, "done", note)
                : new(name, "", null));
        }

        var archived = view.History.LastOrDefault(row => row.Event is CaseArchived);
        stops.Add(file.IsArchived && archived is not null
            ? new(words["归档"], "done", ChinaTime.DayOf(archived.OccurredAt).Short(view.Moment.Today))
            : new(words["归档"], isOver && file.Stage != CaseStage.Voided ? "now" : "", null));
        return stops;
    }

    private static Dictionary<ReplyStep, string> Answers(CaseView view)
    {
        var notes = new Dictionary<ReplyStep, string>();
        foreach (var row in view.History)
        {
            var day = ChinaTime.DayOf(row.OccurredAt).Short(view.Moment.Today);
            switch (row.Event)
            {
                case StepAnswered answered:
                    notes[answered.Step] = $"{day} {Texts.Name(answered.Answer, Texts.CurrentLanguage)}";
                    break;
                case DocumentServed served when view.File.FindDocument(served.DocumentId) is { Effect: ReplyTemplates.ServiceEffect.Answers
                    or ReplyTemplates.ServiceEffect.Closes }:
                    notes[ReplyStep.Propriety] =
                        $"{served.ServedOn.Short(view.Moment.Today)} {Texts.Name(DocumentStatus.Served, Texts.CurrentLanguage)}";
                    break;
                case StepTakenUpAgain again:
                    Enum.GetValues<ReplyStep>().Where(step => step >= again.Step).ToList().ForEach(step => notes.Remove(step));
                    break;
                case CaseReopened:
                    Enum.GetValues<ReplyStep>().Where(step => step >= ReplyStep.Competence).ToList().ForEach(step => notes.Remove(step));
                    break;
                default:
                    break;
            }
        }

        return notes;
    }
}
