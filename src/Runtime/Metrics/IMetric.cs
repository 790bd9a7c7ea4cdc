using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>
/// A number that says how good a model's outputs are, exact over a whole split. Accumulates on the device; only <see cref="Read"/> waits
/// for it. Its state is what was added since the last read: a checkpoint within an epoch holds it.
/// </summary>
public interface IMetric : IStateful, IDisposable
{
    /// <summary>Name in records and on the command line, lower case: <c>accuracy</c>.</summary>
    string Name { get; }

    /// <summary>Whether a higher value is the better one: true for an accuracy, false for an error.</summary>
    bool IsHigherBetter { get; }

    /// <summary>Adds a batch. Call inside the step's dispose scope.</summary>
    /// <param name="output">What the model gave, [batch, …].</param>
    /// <param name="target">What was wanted.</param>
    void Add(Tensor output, Tensor target);

    /// <summary>The value over everything added since the last read; NaN where nothing was.</summary>
    double Read();
}
