using BenchmarkDotNet.Attributes;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Benchmarks.Documents;

/// <summary>A letter as DOCX, beside packing its ready parts.</summary>
public class DocumentBenchmarks
{
    private Letter letter = null!;
    private IReadOnlyList<(string Name, byte[] Content)> parts = [];

    public static IEnumerable<string> Samples => DocumentWork.Samples;

    [ParamsSource(nameof(Samples))]
    public string Sample { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        letter = DocumentWork.Letter(Sample);
        parts = DocumentWork.PartsOf(DocumentWork.Render(letter));
    }

    [Benchmark]
    public byte[] Render() => DocumentWork.Render(letter);

    [Benchmark(Baseline = true)]
    public byte[] Pack() => DocumentWork.Pack(parts);
}
