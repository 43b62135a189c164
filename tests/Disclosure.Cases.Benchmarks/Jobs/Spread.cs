using System.Globalization;

namespace Disclosure.Cases.Benchmarks.Jobs;

/// <summary>Samples of one thing.</summary>
internal sealed class Spread
{
    private readonly List<double> samples = [];

    public double Median => At(0.5);

    public void Add(double sample) => samples.Add(sample);

    /// <summary>The median, with the least and the most in brackets.</summary>
    public string Say(string format)
    {
        string Form(double share) => At(share).ToString(format, CultureInfo.InvariantCulture);
        return $"{Form(0.5)} ({Form(0)}–{Form(1)})";
    }

    private double At(double share) => samples.Order().ElementAt((int)(share * (samples.Count - 1)));
}
