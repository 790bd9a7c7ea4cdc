using TrainSdk.Benchmarks.Measuring;

namespace TrainSdk.Benchmarks.Loops;

/// <summary>A model with its data, trained in several ways.</summary>
/// <param name="Model">The model's name in ratios.</param>
/// <param name="Samples">Samples per round.</param>
/// <param name="Contenders">The ways to train it; each round trains a fresh model on the same samples.</param>
internal sealed record Workload(string Model, int Samples, IReadOnlyList<Contender> Contenders)
{
    public const string Generated = "generated";
    public const string Idiomatic = "idiomatic";
    public const string ByHand = "by-hand";
    public const string Floor = "floor";
}
