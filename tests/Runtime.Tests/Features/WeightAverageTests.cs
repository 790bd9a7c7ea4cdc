using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim;
using TrainSdk.Runtime.Tests.Optim;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Features;

/// <summary>Averages of weights and their BatchNorm statistics against PyTorch's (<c>tests/Fixtures/make_averages.py</c>).</summary>
public sealed class WeightAverageTests : IDisposable
{
    private const double Tolerance = 1e-10;
    private const int Steps = AveragedModel.Steps;

    private readonly AveragedModel _averaged = new();

    public static TheoryData<string> AllRoutes => [.. Routes.Names];

    [Theory]
    [InlineData("ema", false)]
    [InlineData("warmed", true)]
    public void ExponentialAveragesAreThoseOfPyTorch(string path, bool warmup)
    {
        using var average = new ExponentialAverage(_averaged.Model, Fixture.Open("averages").Number("decay"), warmup);
        for (var step = 0; step < Steps; step++)
        {
            _averaged.Load(step);
            average.Update();
            average.Swap();
            AssertParameters($"{path}.{step}");
            AssertNear(_averaged.Fixture[$"steps.{step}.1.running_mean"], _averaged.Model.state_dict()["1.running_mean"]);
            average.Swap();
            AssertParameters($"steps.{step}");
        }
    }

    [Fact]
    public void TheDecayRisesToItsValue()
    {
        Assert.Equal(0.1, ExponentialAverage.DecayAt(0, 0.999, warmup: true));
        Assert.Equal(11.0 / 20, ExponentialAverage.DecayAt(10, 0.999, warmup: true));
        Assert.Equal(0.999, ExponentialAverage.DecayAt(1_000_000, 0.999, warmup: true));
        Assert.Equal(0.999, ExponentialAverage.DecayAt(1, 0.999, warmup: false));
    }

    [Theory]
    [MemberData(nameof(AllRoutes))]
    public void MeansAreThoseOfPyTorchOnEveryRoute(string route)
    {
        using var average = new WeightAverages(_averaged.Model, Routes.Kernels(route));
        for (var step = 0; step < Steps; step++)
        {
            _averaged.Load(step);
            average.Add(static states => 1.0 / (states + 1));
            foreach (var (name, value) in Saved.TensorsOf(average))
            {
                AssertNear(_averaged.Fixture[$"swa.{step}.{name}"], value);
            }
        }
    }

    [Fact]
    public void BatchNormStatisticsAreComputedAnewForTheAverage()
    {
        using var average = new StochasticWeightAverage(_averaged.Model);
        Assert.False(average.HasAverage);
        for (var step = 0; step < Steps; step++)
        {
            _averaged.Load(step);
            average.Update();
        }
        Assert.True(average.HasBatchNorm);
        average.MoveIntoModel();
        using (average.NewStatistics())
        {
            foreach (var batch in _averaged.Fixture.Below("batches").OrderBy(static pair => pair.Key).Select(static pair => pair.Value))
            {
                _averaged.Model.call(batch).Dispose();
            }
        }
        foreach (var (name, value) in _averaged.Fixture.Below("final"))
        {
            AssertNear(value, _averaged.Model.state_dict()[name]);
        }
        _averaged.Model.eval();
        AssertNear(_averaged.Fixture["output"], _averaged.Model.call(_averaged.Fixture["batches.0"]));
        Assert.Equal([0.1, 0.3], _averaged.Model.modules().OfType<BatchNorm>().Select(static norm => norm.momentum ?? 0));
    }

    [Fact]
    public void LayersThatWereNotTrainingKeepTheirStatistics()
    {
        var frozen = _averaged.Model.modules().OfType<BatchNorm>().First();
        using var average = new StochasticWeightAverage(_averaged.Model);
        _averaged.Load(3);
        frozen.eval();
        average.Update();
        Assert.True(average.HasBatchNorm);
        average.MoveIntoModel();
        using (average.NewStatistics())
        {
            _averaged.Model.call(_averaged.Fixture["batches.0"]).Dispose();
        }
        AssertNear(_averaged.Fixture["steps.3.1.running_mean"], frozen.running_mean!);
        Assert.NotEqual(_averaged.Fixture["steps.3.4.running_mean"].data<double>().ToArray(), _averaged.Model.state_dict()["4.running_mean"].data<double>().ToArray());
    }

    [Fact]
    public void TiedWeightsTradePlacesOnce()
    {
        var (first, second) = (nn.Linear(3, 3), nn.Linear(3, 3));
        second.weight = first.weight;
        using var model = nn.Sequential(("first", first), ("second", second));
        using var average = new ExponentialAverage(model, 0.5, warmup: false);
        Fill(first.weight!, 1);
        average.Update();
        Fill(first.weight!, 4);
        average.Update();
        average.Swap();
        Assert.Equal(2.5f, first.weight!.data<float>()[0]);
        average.Swap();
        Assert.Equal(4, second.weight!.data<float>()[0]);

        static void Fill(Tensor weight, double value)
        {
            using var _ = no_grad();
            weight.fill_(value);
        }
    }

    [Fact]
    public void AFrozenWeightIsItsOwnAverageBitByBit()
    {
        using var average = new ExponentialAverage(_averaged.Model, 0.9);
        var before = _averaged.Model.parameters().Select(static parameter => parameter.data<double>().ToArray()).ToArray();
        for (var step = 0; step < 50; step++)
        {
            average.Update();
        }
        average.Swap();
        Assert.Equal(before, _averaged.Model.parameters().Select(static parameter => parameter.data<double>().ToArray()));
    }

    [Fact]
    public void UpdatingTakesNoMemoryAndDisposingGivesAllBack()
    {
        var before = LiveTensors.Count();
        using (var scope = NewDisposeScope())
        {
            var average = new ExponentialAverage(_averaged.Model, 0.9);
            average.Update();
            var during = LiveTensors.Count();
            average.Update();
            average.Swap();
            average.Swap();
            Assert.Equal(during, LiveTensors.Count());
            average.Dispose();
        }
        Assert.Equal(before, LiveTensors.Count());
    }

    public void Dispose() => _averaged.Dispose();

    private void AssertParameters(string path)
    {
        foreach (var (name, parameter) in _averaged.Model.named_parameters())
        {
            AssertNear(_averaged.Fixture[$"{path}.{name}"], parameter);
        }
    }

    private static void AssertNear(Tensor expected, Tensor actual) => Fixture.AssertNear(Numbers(expected), Numbers(actual), Tolerance);

    private static double[] Numbers(Tensor tensor) => [.. tensor.detach().to(ScalarType.Float64).reshape(-1).data<double>()];
}
