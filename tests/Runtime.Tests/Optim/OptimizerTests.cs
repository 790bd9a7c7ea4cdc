using TorchSharp;
using TrainSdk.Optim;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>Every optimizer on every route against PyTorch's own, in float64, with a rate that changes every step.</summary>
public sealed class OptimizerTests
{
    private static readonly Dictionary<string, Func<TrainableParameters, IOptimizer>> Makers = new()
    {
        ["adam"] = static parameters => new Adam(parameters),
        ["adam_l2"] = static parameters => new Adam(parameters, weightDecay: 0.1, beta1: 0.8, beta2: 0.95, eps: 1e-6),
        ["adamw"] = static parameters => new AdamW(parameters, weightDecay: 0.1),
        ["sgd"] = static parameters => new Sgd(parameters, momentum: 0, weightDecay: 0),
        ["sgd_momentum"] = static parameters => new Sgd(parameters, weightDecay: 0.01),
        ["sgd_nesterov"] = static parameters => new Sgd(parameters, nesterov: true, weightDecay: 0.01),
    };

    public static TheoryData<string, string> Cases => Routes.Times(Makers.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void FiftyStepsFollowPyTorch(string name, string route)
    {
        using var problem = new LinearProblem(Makers[name], route);
        foreach (var (expected, step) in problem.Trajectory(name))
        {
            problem.Step(step);
            Fixture.AssertNear(expected, problem.Model.Values(), 1e-10);
        }
    }

    // Of five steps one is bad: weights and momentum must be as if it had never been.
    [Theory]
    [MemberData(nameof(Cases))]
    public void ASkippedStepChangesNeitherWeightsNorState(string name, string route)
    {
        using var plain = new LinearProblem(Makers[name], route);
        using var skipping = new LinearProblem(Makers[name], route);
        for (var step = 0; step < 5; step++)
        {
            plain.Step(step);
            skipping.Step(step);
            skipping.Step(step, bad: true);
        }
        Assert.Equal(plain.Model.Values(), skipping.Model.Values());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void StepsLeaveNoTensorBehind(string name, string route)
    {
        using var problem = new LinearProblem(Makers[name], route);
        problem.Step(0);
        var before = LiveTensors.Count();
        for (var step = 1; step < 20; step++)
        {
            problem.Step(step);
        }
        Assert.Equal(before, LiveTensors.Count());
    }
}
