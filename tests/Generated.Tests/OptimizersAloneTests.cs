using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Optim;
using static TrainSdk.Generated.Tests.Shared.FeatureAlone;

namespace TrainSdk.Generated.Tests;

/// <summary>Each optimizer, and its parameter groups. Each is held against the loop by hand.</summary>
public sealed class OptimizersAloneTests
{
    [Fact]
    public void Adam() => Differs(Same(AdamModel.Training.Description, AdamModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new Adam(parameters, weightDecay: 0.01, beta1: 0.8, beta2: 0.9, eps: 1e-6),
    }));

    [Fact]
    public void AdamW() => Differs(Same(AdamWModel.Training.Description, AdamWModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new AdamW(parameters, weightDecay: 0.1, beta1: 0.8, beta2: 0.9, eps: 1e-6),
    }));

    [Fact]
    public void Sgd() => Differs(Same(SgdModel.Training.Description, SgdModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new Sgd(parameters, momentum: 0.8, nesterov: true, weightDecay: 0.01),
        Lr = static (_, _) => 0.05,
    }));

    [Fact]
    public void NAdam() => Differs(Same(NAdamModel.Training.Description, NAdamModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new NAdam(parameters, 0.1, beta1: 0.8, beta2: 0.9, eps: 1e-6, momentumDecay: 0.01, decoupled: true),
    }));

    [Fact]
    public void RAdam() => Differs(Same(RAdamModel.Training.Description, RAdamModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new RAdam(parameters, 0.1, beta1: 0.8, beta2: 0.9, eps: 1e-6, decoupled: true),
    }));

    [Fact]
    public void RmsProp() => Differs(Same(RmsPropModel.Training.Description, RmsPropModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new RmsProp(parameters, 0.01, alpha: 0.9, eps: 1e-3, momentum: 0.5, centered: true),
    }));

    [Fact]
    public void Adagrad() => Differs(Same(AdagradModel.Training.Description, AdagradModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new Adagrad(parameters, 0.01, lrDecay: 0.1, initialSum: 0.1, eps: 1e-6),
    }));

    [Fact]
    public void Lion() => Differs(Same(LionModel.Training.Description, LionModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new Lion(parameters, 0.1, beta1: 0.8, beta2: 0.95),
    }));

    [Fact]
    public void AdamW_with_amsgrad_and_without_decay_of_biases() => Same(
        AmsgradModel.Training.Description, AmsgradModel.Train(Pictures, options: Quiet), new LoopParts
        {
            Optimizer = static parameters => new AdamW(parameters.ExcludeBiasAndNorm(), beta2: 0.5, amsgrad: true),
        });

    [Fact]
    public void Sgd_with_dampening() => Same(DampeningModel.Training.Description, DampeningModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new Sgd(parameters, dampening: 0.5),
        Lr = static (_, _) => 0.05,
    });

    [Fact]
    public void ParamGroup() => Differs(Same(ParamGroupModel.Training.Description, ParamGroupModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Optimizer = static parameters => new AdamW(parameters.Group("_hidden", 0.1, weightDecay: 0).Group("_head", 2), weightDecay: 0.1),
    }));
}
