using System.Reflection;
using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim;
using TrainSdk.Runtime.Tests.Optim;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Features;

/// <summary>What is frozen stays the same bit by bit under every optimizer, and learns when it is let.</summary>
public sealed class FrozenLayersTests : IDisposable
{
    private static readonly Type[] Optimizers =
        [.. typeof(IOptimizer).Assembly.GetTypes().Where(static type => type is { IsPublic: true, IsInterface: false } && type.IsAssignableTo(typeof(IOptimizer)))];

    private readonly Sequential _model = nn.Sequential(
        ("body", nn.Sequential(("fc", nn.Linear(4, 6)), ("norm", nn.BatchNorm1d(6)), ("drop", nn.Dropout(0.5)))), ("head", nn.Linear(6, 3)));

    private readonly Tensor _input = randn(16, 4);
    private readonly Tensor _target = randint(3, [16]);

    public static TheoryData<string, string> OptimizersOnRoutes => Routes.Times(Optimizers.Select(static type => type.Name));

    [Fact]
    public void EveryOptimizerIsThere() => Assert.InRange(Optimizers.Length, 3, int.MaxValue);

    [Theory]
    [MemberData(nameof(OptimizersOnRoutes))]
    public void NothingMovesFromTheStartOn(string optimizer, string route)
    {
        using var training = new Steps(this, optimizer, route);
        var layers = new FrozenLayers(_model, "body");
        var before = Bits("body");
        var head = Bits("head");
        for (var epoch = 0; epoch < 3; epoch++)
        {
            _model.train();
            layers.Hold();
            training.Take(4);
        }
        Assert.Equal(before, Bits("body"));
        Assert.NotEqual(head, Bits("head"));
    }

    [Theory]
    [MemberData(nameof(OptimizersOnRoutes))]
    public void NothingMovesAfterMomentumHasBuiltUpAndItLearnsAgainLater(string optimizer, string route)
    {
        using var training = new Steps(this, optimizer, route);
        var layers = new FrozenLayers(_model, "body");
        _model.train();
        layers.Hold(false);
        training.Take(5);

        var moved = Bits("body");
        for (var epoch = 0; epoch < 2; epoch++)
        {
            _model.train();
            layers.Hold();
            training.Take(4);
            Assert.Equal(moved, Bits("body"));
        }

        _model.train();
        layers.Hold(false);
        training.Take(1);
        Assert.All(moved.Zip(Bits("body")), static pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void ModulesBelowAreInEvaluationModeAndOthersAreNot()
    {
        var layers = new FrozenLayers(_model, "body");
        _model.train();
        layers.Hold();
        Assert.Equal(["", "head"], _model.named_modules().Where(static module => module.module.training).Select(static module => module.name).Append("").Order());
        Assert.True(_model.training);
        layers.Hold(false);
        Assert.All(_model.modules(), static module => Assert.True(module.training));
    }

    // What backward left there before, an optimizer would still take.
    [Fact]
    public void AGradientThatIsThereGoesAway()
    {
        nn.functional.cross_entropy(_model.call(_input), _target).backward();
        new FrozenLayers(_model, "body").Hold();
        Assert.All(_model.named_parameters(), static named =>
            Assert.Equal(named.name.StartsWith("body.", StringComparison.Ordinal), named.parameter.grad is null));
    }

    [Fact]
    public void TheNarrowerOfTwoDecidesOnItsPart()
    {
        var (wide, narrow) = (new FrozenLayers(_model, "body"), new FrozenLayers(_model, "body.norm"));
        _model.train();
        wide.Hold();
        narrow.Hold(false);
        Assert.Equal(
            ["body.norm.bias", "body.norm.weight", "head.bias", "head.weight"],
            _model.named_parameters().Where(static named => named.parameter.requires_grad).Select(static named => named.name).Order());
        Assert.Equal(["body.norm", "head"], _model.named_modules().Where(static named => named.module.training).Select(static named => named.name).Order());
    }

    [Fact]
    public void OneParameterIsALayerTooAndASharedBeginningIsNot()
    {
        new FrozenLayers(_model, "body.fc.bias").Hold();
        Assert.Equal(["body.fc.bias"], _model.named_parameters().Where(static named => !named.parameter.requires_grad).Select(static named => named.name));
        Assert.Contains("body, head", Assert.Throws<TrainException>(() => new FrozenLayers(_model, "bod")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasFrozenByTheModelItselfStaysSo()
    {
        var bias = _model.named_parameters().Single(static named => named.name == "body.fc.bias").parameter;
        bias.requires_grad = false;
        var layers = new FrozenLayers(_model, "body");
        layers.Hold();
        layers.Hold(false);
        Assert.False(bias.requires_grad);
        Assert.True(_model.parameters().Where(parameter => parameter.Handle != bias.Handle).All(static parameter => parameter.requires_grad));
    }

    [Fact]
    public void AModelWithNothingLeftToLearnIsRefused()
    {
        new FrozenLayers(_model, "body").Hold();
        var error = Assert.Throws<TrainException>(() => new FrozenLayers(_model, "head").Hold());
        Assert.Contains("nothing to learn", error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _model.Dispose();
        _input.Dispose();
        _target.Dispose();
    }

    private List<string> Bits(string layer) =>
    [
        .. _model.state_dict().Where(entry => entry.Key.StartsWith(layer + ".", StringComparison.Ordinal))
            .Select(static entry => $"{entry.Key} {Convert.ToHexString(entry.Value.bytes)}"),
    ];

    /// <summary>Steps of an optimizer whose every momentum and decay is on.</summary>
    private sealed class Steps : IDisposable
    {
        private readonly FrozenLayersTests _test;
        private readonly IOptimizer _optimizer;
        private readonly Gradients _gradients;

        public Steps(FrozenLayersTests test, string optimizer, string route)
        {
            _test = test;
            var parameters = TrainableParameters.Of(test._model, Routes.Kernels(route));
            _gradients = new Gradients(parameters);
            var constructor = Optimizers.Single(type => type.Name == optimizer).GetConstructors().Single();
            _optimizer = (IOptimizer)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Argument(parameter, parameters))]);
            _optimizer.Lr = 0.05;
        }

        public void Take(int count)
        {
            for (var step = 0; step < count; step++)
            {
                using var scope = NewDisposeScope();
                nn.functional.cross_entropy(_test._model.call(_test._input), _test._target).backward();
                _optimizer.Step(_gradients.ClipNorm(1).IsNotFinite);
                _gradients.Clear();
            }
        }

        public void Dispose()
        {
            _optimizer.Dispose();
            _gradients.Dispose();
        }

        private static object? Argument(ParameterInfo parameter, TrainableParameters parameters) => parameter.Name switch
        {
            "parameters" => parameters,
            "weightDecay" => 0.1,
            "momentum" => 0.9,
            _ => parameter.DefaultValue,
        };
    }
}
