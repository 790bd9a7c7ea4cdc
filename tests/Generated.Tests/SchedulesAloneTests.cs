using TrainSdk.Generated.Tests.HandWritten;
using TrainSdk.Generated.Tests.Models.Alone;
using TrainSdk.Training;
using static TrainSdk.Generated.Tests.Shared.FeatureAlone;

namespace TrainSdk.Generated.Tests;

/// <summary>Each schedule of the learning rate. Each is held against the loop by hand.</summary>
public sealed class SchedulesAloneTests
{
    [Fact]
    public void Warmup() => Differs(Same(WarmupModel.Training.Description, WarmupModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, _) => step < 5 ? Lr * ((step + 1.0) / 5) : Lr,
    }));

    [Fact]
    public void Cosine() => Differs(Same(CosineModel.Training.Description, CosineModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, stepsPerEpoch) => CosineCurve.At(Lr, 1e-4, (double)step / (Epochs * stepsPerEpoch)),
    }));

    [Fact]
    public void Linear() => Differs(Same(LinearModel.Training.Description, LinearModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, stepsPerEpoch) => 1e-4 + ((Lr - 1e-4) * (1 - ((double)step / (Epochs * stepsPerEpoch)))),
    }));

    [Fact]
    public void CosineRestarts() => Differs(Same(
        CosineRestartsModel.Training.Description, CosineRestartsModel.Train(Pictures, options: Quiet), new LoopParts
        {
            Lr = static (step, _) => Lr * 0.5 * (1 + Math.Cos(Math.PI * (step < 2 ? step / 2.0 : step < 6 ? (step - 2) / 4.0 : (step - 6) / 8.0))),
        }));

    [Fact]
    public void OneCycle() => Differs(Same(OneCycleModel.Training.Description, OneCycleModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, stepsPerEpoch) => OneCycleCurve.At(Lr, step, Epochs * stepsPerEpoch, 0.4, 25, 1e4, AnnealMode.Linear, true),
    }));

    [Fact]
    public void StepDecay() => Differs(Same(StepDecayModel.Training.Description, StepDecayModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, _) => Lr / (1L << (int)(step / 3)),
    }));

    [Fact]
    public void Milestones() => Differs(Same(MilestonesModel.Training.Description, MilestonesModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, _) => Lr * Math.Pow(0.1, step < 4 ? 0 : step < 9 ? 1 : 2),
    }));

    [Fact]
    public void Exponential() => Differs(Same(ExponentialModel.Training.Description, ExponentialModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, stepsPerEpoch) => Lr * Math.Pow(0.5, (double)step / stepsPerEpoch),
    }));

    [Fact]
    public void Polynomial() => Differs(Same(PolynomialModel.Training.Description, PolynomialModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (step, stepsPerEpoch) => 1e-4 + ((Lr - 1e-4) * Math.Pow(1 - ((double)step / (Epochs * stepsPerEpoch)), 2)),
    }));

    [Fact]
    public void ScaleLr() => Differs(Same(ScaleLrModel.Training.Description, ScaleLrModel.Train(Pictures, options: Quiet), new LoopParts
    {
        Lr = static (_, _) => Lr / 2,
    }));
}
