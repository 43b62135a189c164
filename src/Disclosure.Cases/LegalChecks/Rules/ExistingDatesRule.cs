namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>Dates that do not exist and articles that the regulation does not have: the letter would rest on nothing.</summary>
internal sealed class ExistingDatesRule : ILegalRule<JudgedPart>
{
    public string Name => "Dates and articles that exist";

    public IReadOnlyList<string> Articles => ["《行政诉讼法》第七十条"];

    public string Judges => "Every date written in the letter exists, and so does every article of the regulation.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        foreach (var (field, text) in part.Texts)
        {
            foreach (var date in WrittenText.ImpossibleDates(text))
            {
                yield return new Refusal("check.dateImpossible", date) { Field = field };
            }

            foreach (var article in WrittenText.UnknownArticles(text))
            {
                yield return new Refusal("check.noSuchArticle", article) { Field = field };
            }
        }
    }
}
