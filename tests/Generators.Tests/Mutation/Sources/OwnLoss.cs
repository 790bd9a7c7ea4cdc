using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk;
using TrainSdk.Metrics;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Corpus;

/// <summary>Two inputs, an output of its own, and a loss and scores that know it.</summary>
[Hyperparams(BatchSize = 8), Classification]
[RAdam, Exponential(0.9), Amp, Accumulate(2)]
public partial class Pair : Module<Tensor, Tensor, Pair.Answers>
{
    private readonly Parameter _scale = Parameter(ones(1));
    private Module<Tensor, Tensor>? _rest;

    public Pair(int size = 3) : base("pair")
    {
        _rest = Sequential(("one", Linear(size, size)), ("two", Linear(size, size)));
        register_buffer("mean", zeros(size));
        RegisterComponents();
    }

    public sealed record Answers(Tensor Classes, Tensor Rest);

    public override Answers forward(Tensor left, Tensor right) => new(_rest!.call(left) * _scale, right);

    private (Tensor Sum, Tensor Weight) Loss(Answers output, Tensor target) => (output.Classes.sum() - target.sum(), target.sum());

    private static Tensor Scores(Answers output) => output.Classes;

    private Tensor Loss(Tensor output) => output;
}

[Hyperparams, Regression]
public sealed partial class Tuple() : Module<Tensor, (Tensor A, Tensor B)>("tuple")
{
    public Linear First { get; init; } = Linear(1, 1);

    public override (Tensor A, Tensor B) forward(Tensor input) => (First.call(input), input);

    public static Tensor Loss((Tensor, Tensor) output, Tensor target) => functional.mse_loss(output.Item1, target);

    public Tensor Scores((Tensor A, Tensor B) output) => output.B;
}
