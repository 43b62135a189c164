using Disclosure.Cases.Benchmarks.SideBySide;

namespace Disclosure.Cases.Benchmarks.Documents;

/// <summary>Letters per second: ours, docxtemplater filling a template of the same length, and packing the same bytes.</summary>
internal static class DocumentContest
{
    public static int Run(int rounds)
    {
        if (!Contest.HasNodePackages())
        {
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("disclosure-side-by-side-");
        try
        {
            foreach (var sample in DocumentWork.Samples)
            {
                if (!Compare(sample, rounds, folder.FullName))
                {
                    return 1;
                }
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Compare(string sample, int rounds, string folder)
    {
        var ours = DocumentWork.Render(DocumentWork.Letter(sample));
        var (template, facts, placeholders) = PlaceholderTemplate.Of(DocumentWork.Letter(sample));
        var (templateFile, factsFile, result) =
            (Path.Combine(folder, "template.docx"), Path.Combine(folder, "facts.json"), Path.Combine(folder, "result.docx"));
        File.WriteAllBytes(templateFile, template);
        File.WriteAllText(factsFile, facts);
        var theirs = Contest.Node(Path.Combine(Contest.NodeFolder, "documents.mjs"), templateFile, factsFile, result);
        Contest.Run(
            sample,
            rounds,
            [
                ("this program", Contest.Ours("documents", "ours", sample)),
                ("docxtemplater", theirs),
                ("packing the ready parts", Contest.Ours("documents", "floor", sample)),
            ]);
        var same = PlaceholderTemplate.TextOf(File.ReadAllBytes(result)) == PlaceholderTemplate.TextOf(ours);
        Console.WriteLine(same
            ? $"\nBoth wrote the same {PlaceholderTemplate.TextOf(ours).Length} characters; {placeholders} placeholders."
            : "\nThe texts differ: nothing was compared.");
        return same;
    }
}
