using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>One step's samples, encoded and on the model's device. Valid until the next batch is asked for.</summary>
/// <param name="Input">[count, …]; of a model with several inputs, the first.</param>
/// <param name="Target">[count] class indices, [count, time] class indices, or [count, values].</param>
/// <param name="Count">Number of samples.</param>
public readonly record struct Batch(Tensor Input, Tensor Target, long Count)
{
    private readonly Tensor[]? _inputs;

    internal Batch(Tensor[] inputs, Tensor target, long count)
        : this(inputs[0], target, count) => _inputs = inputs;

    /// <summary>One tensor [count, …] per input of the model, in the order in which its <c>forward</c> takes them.</summary>
    public IReadOnlyList<Tensor> Inputs => _inputs ?? [Input];

    /// <summary>Some of the samples, as views; the caller disposes them.</summary>
    internal Batch Part(long start, long end)
    {
        Tensor Rows(Tensor tensor) => tensor.narrow(0, start, end - start).DetachFromDisposeScope();
        var target = Rows(Target);
        return _inputs is null ? new Batch(Rows(Input), target, end - start) : new Batch([.. _inputs.Select(Rows)], target, end - start);
    }

    internal void Dispose()
    {
        Input?.Dispose();
        Target?.Dispose();
        for (var at = 1; at < _inputs?.Length; at++)
        {
            _inputs[at].Dispose();
        }
    }
}
