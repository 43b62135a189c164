using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Web.Pages.Templates;

/// <summary>A step in the history of a template.</summary>
/// <param name="Version">What came into force.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Adoption">Its adoption; null for what the software or the folder brought along.</param>
/// <param name="By">Who adopted it.</param>
internal sealed record TemplateStep(string Version, string Source, TemplateAdoption? Adoption, string By);
