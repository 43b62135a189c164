using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

// What the district's supervision asked, and what the agency answered.
public sealed partial class CaseFile
{
    private readonly List<Inquiry> inquiries = [];

    /// <summary>The inquiries (督办), in their order.</summary>
    public IReadOnlyList<Inquiry> Inquiries => inquiries;

    /// <summary>The inquiries that the agency has yet to answer: at most one, in whatever stage the case is.</summary>
    public IEnumerable<Inquiry> OpenInquiries => inquiries.Where(inquiry => inquiry.IsOpen);

    private void Apply(InquiryAnswered answered)
    {
        var at = inquiries.FindIndex(inquiry => inquiry.Id == answered.InquiryId);
        inquiries[at] = inquiries[at] with { AnsweredOn = answered.On, Answer = answered.Answer };
    }
}
