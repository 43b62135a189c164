using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Review;

/// <summary>How pages say what waits for a second person, and where it is decided.</summary>
internal static class SecondPersonLine
{
    /// <summary>The form on the page of the case.</summary>
    public static string LinkTo(SecondPersonRow row)
    {
        var action = row.Request is DateCorrectionProposed ? CaseAction.DecideDateCorrection : CaseAction.DecideGuardedAct;
        return $"/cases/{row.CaseId}#panel-{action}";
    }

    /// <summary>What there is to do, for a list of tasks.</summary>
    public static string TaskOf(SecondPersonRow row, IStringLocalizer<Words> words) => row.Request is SecondPersonAsked asked
        ? words["{0}提请第二人确认：{1}", row.RequesterName, Texts.Name(asked.Act, Texts.CurrentLanguage)]
        : words["审核日期更正"];

    /// <summary>What was asked for, with its days or its letter.</summary>
    public static string Of(SecondPersonRow row) => row.Request switch
    {
        DateCorrectionProposed correction =>
            $"{Texts.Name(correction.Field, Texts.CurrentLanguage)}：{correction.From.Long()} → {correction.To.Long()}",
        SecondPersonAsked { On: { } on } asked => $"{Texts.Name(asked.Act, Texts.CurrentLanguage)}：{on.Long()}",
        SecondPersonAsked asked => $"{Texts.Name(asked.Act, Texts.CurrentLanguage)} {row.Letter}".TrimEnd(),
        _ => "",
    };
}
