using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.Looks;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>Writes down who sees people's data in full or takes them along: before the answer is given.</summary>
internal sealed class LookBook(ILooks looks, IHttpContextAccessor request)
{
    // A file's name may be of any length; which one it was is clear long before. Characters.
    private const int LongestSubject = 200;

    /// <summary>Records a look of the current actor.</summary>
    /// <param name="caseId">Whose case; null where it is more than one, or none.</param>
    /// <param name="subject">The name of the paper, file or export; empty for the case's own page.</param>
    public Task Record(LookKind kind, Guid? caseId, string subject, CancellationToken cancellation) => looks.Add(
        kind, caseId, string.Concat(subject.EnumerateRunes().Take(LongestSubject)), ClientAddress.Of(request.HttpContext!), cancellation);
}
