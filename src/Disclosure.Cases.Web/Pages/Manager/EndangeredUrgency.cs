using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>How urgent a case is that a manager has to ask about.</summary>
internal static class EndangeredUrgency
{
    /// <summary>The pill of the weightiest reason.</summary>
    public static Urgency UrgencyOn(
        this EndangeredCase endangered, DateOnly today, CalendarsInForce calendars, IStringLocalizer<Words> words) =>
        Urgency.Of(
            endangered.Dangers[0].Kind, endangered.Dangers[0].DueOn, today, calendars.Of(endangered.Case.AgencyId), words);
}
