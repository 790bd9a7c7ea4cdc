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

[Hyperparams(Epochs = 3, BatchSize = 32)]
[EarlyStop(3), Validate(EverySteps = 10), Swa(FromEpoch = 2), Polynomial(Power = 2)]
public sealed partial class Hooked : Module<Tensor, Tensor>
{
    private readonly Linear _hidden = Linear(64, 16);
    private readonly ModuleList<Linear> _more = new(Linear(16, 16), Linear(16, 16));

    public Hooked() : base("model")
    {
        RegisterComponents();
    }

    public List<Tensor> Losses { get; } = [];

    public override Tensor forward(Tensor input)
    {
        var x = functional.relu(_hidden.call(input.flatten(1)));
        foreach (var layer in _more)
        {
            x = layer.call(x);
        }
        return x;
    }

    partial void OnFitStart(in FitStart fit) => Console.WriteLine(fit.Epochs);

    partial void OnEpochStart(in EpochStart epoch)
    {
        foreach (var weight in _hidden.parameters())
        {
            weight.requires_grad = epoch.Epoch > 0;
        }
    }

    partial void OnStepStart(in StepStart step) => Console.WriteLine(step.Lr);

    partial void OnStepEnd(in StepSummary step) => Losses.Add(step.Loss.detach().clone().DetachFromDisposeScope());

    partial void OnValidationEnd(in ValidationSummary validation) => Console.WriteLine($"validation loss {validation.Evaluation.Loss:F4}");

    partial void OnFitEnd(in FitResult<Hooked> result) => Console.WriteLine(result.StopReason);
}
