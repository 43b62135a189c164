namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>08, to be viewed: nobody can view anything yesterday (art. 36(2), 40).</summary>
internal sealed class ViewingTimeRule : ILegalRule<JudgedPart>
{
    public string Name => "Time for viewing";

    public IReadOnlyList<string> Articles => ["第三十六条第二项", "第四十条"];

    public string Judges => "The time at which information may be viewed is not over.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        var days = WrittenText.Days(part.Text("viewingTime") ?? "").ToList();
        if (days.Count > 0 && days.Max() <= part.Now.Today)
        {
            yield return new Refusal("check.viewingOver", days.Max()) { Field = "viewingTime" };
        }
    }
}
