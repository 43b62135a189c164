using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>When the district's supervision may ask, and when the agency answers.</summary>
internal static class SupervisionRules
{
    public static readonly Guard MayBeAskedAbout = new("mayBeAskedAbout", (file, moment) =>
        file.OpenInquiries.Any() ? new Refusal("inquiry.unanswered")
        : !file.IsEndangeredOn(moment.Today, moment.Calendar) ? new Refusal("inquiry.notEndangered", Endangerment.From)
        : null);

    public static readonly Guard WasAsked = Guards.Holds(file => file.OpenInquiries.Any(), "inquiry.noneOpen");
}
