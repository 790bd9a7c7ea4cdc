using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>
/// Harmonic mean of precision and recall, 0 to 1: for classes of unequal size, where accuracy flatters.
/// Output [batch, classes] and target [batch] of class indices, or one score per sample for yes or no (the sign decides; the number is
/// that of yes), or [batch, labels] with targets of type bool. A negative class index is not counted. Macro averages leave out classes that
/// occur neither in the targets nor in the answers, as scikit-learn does; labels all count. 0 of 0 is 0.
/// </summary>
/// <param name="averaging">How classes are put together; <see cref="Averaging.Macro"/> by default.</param>
public sealed class F1(Averaging averaging = Averaging.Macro) : IMetric
{
    private readonly ClassCounts _counts = new();

    /// <inheritdoc/>
    public string Name => averaging == Averaging.Micro ? "f1_micro" : "f1";

    /// <inheritdoc/>
    public bool IsHigherBetter => true;

    /// <inheritdoc/>
    public void Add(Tensor output, Tensor target) => _counts.Add(output, target);

    /// <inheritdoc/>
    public double Read() => _counts.Read(averaging, static (hits, predicted, actual) => ClassCounts.Share(2 * hits, predicted + actual));

    /// <inheritdoc/>
    public void Save(StateWriter state) => _counts.Save(state);

    /// <inheritdoc/>
    public void Load(StateReader state) => _counts.Load(state);

    /// <inheritdoc/>
    public void Dispose() => _counts.Dispose();
}
