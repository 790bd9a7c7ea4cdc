using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim;
using TrainSdk.Optim.Kernels;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Optim;

/// <summary>
/// Parameters of every kind, each trained in one model by every route, against TorchSharp's own optimizers over copies without any of
/// these peculiarities.
/// </summary>
public sealed class ParameterKindTests
{
    private const int Steps = 20;
    private const double Lr = 0.01;

    private static readonly Dictionary<string, (Func<TrainableParameters, IOptimizer> Ours, Func<IEnumerable<Parameter>, optim.Optimizer> Theirs)> Makers = new()
    {
        ["adam"] = (
            static parameters => new TrainSdk.Optim.Adam(parameters, weightDecay: 0.1) { Lr = Lr },
            static parameters => optim.Adam(parameters, Lr, weight_decay: 0.1)),
        ["adamw"] = (
            static parameters => new TrainSdk.Optim.AdamW(parameters, weightDecay: 0.1) { Lr = Lr },
            static parameters => optim.AdamW(parameters, Lr, weight_decay: 0.1)),
        ["sgd"] = (
            static parameters => new Sgd(parameters, weightDecay: 0.1) { Lr = Lr },
            static parameters => optim.SGD(parameters, Lr, momentum: 0.9, weight_decay: 0.1)),
        ["rmsprop"] = (
            static parameters => new RmsProp(parameters, weightDecay: 0.1) { Lr = Lr },
            static parameters => optim.RMSProp(parameters, Lr, weight_decay: 0.1)),
        ["adagrad"] = (
            static parameters => new TrainSdk.Optim.Adagrad(parameters, weightDecay: 0.1) { Lr = Lr },
            static parameters => optim.Adagrad(parameters, Lr, weight_decay: 0.1)),
    };

    public static TheoryData<string, string> Cases => Routes.Times(Makers.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryShapeLayoutAndTypeIsStepped(string name, string route)
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        Parameter[] ours =
        [
            new(randn(4, 3, dtype: ScalarType.Float64)),
            new(randn([], dtype: ScalarType.Float64)),
            new(randn(3, 5, dtype: ScalarType.Float64).t()),
            new(randn(6, 8, dtype: ScalarType.Float64)[.., TensorIndex.Slice(0, 8, 2)]),
            new(randn(2, 3, 4, 4, dtype: ScalarType.Float64).permute(0, 2, 3, 1)),
            new(randn(1, 7, dtype: ScalarType.Float64)),
            new(randn(5, dtype: ScalarType.Float32)),
        ];
        Assert.False(ours[2].is_contiguous());
        Assert.False(ours[3].is_contiguous());
        Parameter[] theirs = [.. ours.Select(static parameter => new Parameter(parameter.detach().clone().contiguous()))];
        var parameters = TrainableParameters.Of(new ParameterList(ours), Routes.Kernels(route));
        using var optimizer = Makers[name].Ours(parameters);
        using var reference = Makers[name].Theirs(theirs);
        for (var step = 0; step < Steps; step++)
        {
            Backward(ours);
            Backward(theirs);
            optimizer.Step(zeros([]));
            reference.step();
        }
        foreach (var (our, their) in ours.Zip(theirs))
        {
            AssertNear(their, our, our.dtype == ScalarType.Float64 ? 1e-12 : 1e-6);
        }
    }

    // Backward lays gradients out like their parameters; only a gradient that is set by hand can lie otherwise.
    [Theory]
    [MemberData(nameof(Cases))]
    public void AGradientInAnotherOrderIsReadByItsPlaces(string name, string route)
    {
        using var scope = NewDisposeScope();
        var gradient = randn(3, 4, dtype: ScalarType.Float64);
        var results = new[] { gradient, gradient.t().contiguous().t() }.Select(laidOut =>
        {
            var parameter = new Parameter(ones(3, 4, dtype: ScalarType.Float64)) { grad = laidOut };
            using var optimizer = Makers[name].Ours(TrainableParameters.Of(new ParameterList(parameter), Routes.Kernels(route)));
            optimizer.Step(zeros([]));
            return parameter.data<double>().ToArray();
        }).ToArray();
        Assert.Equal(results[0], results[1]);
    }

    // A parameter that takes part in every third step only has stepped a third as often, and Adam's correction must know; whether the
    // host reads the flag (a float) or not.
    [Theory]
    [MemberData(nameof(Cases))]
    public void AParameterWithoutAGradientKeepsWeightStateAndStepCount(string name, string route)
    {
        using var scope = NewDisposeScope();
        Parameter[] ours = [new(ones(2, dtype: ScalarType.Float64)), new(ones(3, dtype: ScalarType.Float64))];
        Parameter[] theirs = [new(ones(2, dtype: ScalarType.Float64)), new(ones(3, dtype: ScalarType.Float64))];
        using var optimizer = Makers[name].Ours(TrainableParameters.Of(new ParameterList(ours), Routes.Kernels(route)));
        using var always = Makers[name].Theirs(theirs[..1]);
        using var sometimes = Makers[name].Theirs(theirs[1..]);
        for (var step = 0; step < Steps; step++)
        {
            var takesPart = step % 3 == 1;
            Backward(takesPart ? ours : ours[..1]);
            Backward(takesPart ? theirs : theirs[..1]);
            optimizer.Step(step % 2 == 0 ? zeros([]) : torch.tensor(false));
            always.step();
            if (takesPart)
            {
                sometimes.step();
            }
            ours[1].grad = null;
            theirs[1].grad = null;
        }
        AssertNear(theirs[0], ours[0], 1e-12);
        AssertNear(theirs[1], ours[1], 1e-12);
        if (optimizer is TrainSdk.Optim.AdamW)
        {
            Assert.Equal([20f, 7f], Variants.GroupsOf(optimizer).Single().Steps.data<float>().ToArray());
        }
    }

    [Fact]
    public void WhatFusedKernelsCannotWalkGoesParameterByParameter()
    {
        using var scope = NewDisposeScope();
        var model = new ParameterList(
            new Parameter(ones(2, 3)), new Parameter(ones(3, 2).t()), new Parameter(ones(4, 4)[.., ..2]), new Parameter(ones(2, dtype: ScalarType.Float64)));
        var groups = ParameterGroup.Of(TrainableParameters.Of(model, Routes.Kernels("abi")));
        Assert.Equal([2, 1, 1], groups.Select(static group => group.Parameters.Length));
        Assert.Equal(
            [typeof(AbiKernels), typeof(TorchSharpKernels), typeof(AbiKernels)], groups.Select(static group => group.Kernels.GetType()));
    }

    // The loss is the sum of fourth powers: gradients that depend on the weights, laid out by backward.
    private static void Backward(Parameter[] parameters)
    {
        foreach (var parameter in parameters)
        {
            parameter.grad = null;
            parameter.pow(4).sum().backward();
        }
    }

    private static void AssertNear(Tensor expected, Tensor actual, double tolerance)
    {
        var difference = (expected - actual).abs().max().to(ScalarType.Float64).item<double>();
        Assert.True(difference <= tolerance, $"{difference:R} apart");
    }
}
