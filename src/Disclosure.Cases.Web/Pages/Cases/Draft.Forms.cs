using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Web.Presentation;

namespace Disclosure.Cases.Web.Pages.Cases;

// A proof of service is one document's: which one is chosen before it is filled in.
internal sealed partial class DraftModel
{
    /// <summary>The document whose service is to be proved, or null where that is not what is drafted.</summary>
    public CaseDocument? About { get; private set; }

    /// <summary>The documents whose service can be proved, while none is chosen for good.</summary>
    public IReadOnlyList<(CaseDocument Document, string Title)> Provable { get; private set; } = [];

    private void ChooseProved(Guid? about)
    {
        if (Sections is not [{ Template.Template.Code: ServiceProof.Code }])
        {
            return;
        }

        Provable = [.. ServiceProof.Provable(View).Select(document => (document, ServiceProof.Name(View, document)))];
        About = Provable.Select(each => each.Document).FirstOrDefault(document => document.Id == about) ?? ServiceProof.Next(View);
    }
}
