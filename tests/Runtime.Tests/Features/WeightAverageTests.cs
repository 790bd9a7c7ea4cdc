using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Optim;
using TrainSdk.Runtime.Tests.Optim;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Features;

/// <summary>Averages of weights, their rates and their BatchNorm statistics against PyTorch's (<c>tests/Fixtures/make_averages.py</c>).</summary>
public sealed class WeightAverageTests : IDisposable
{
    private const double Tolerance = 1e-10;
    private const int Steps = 12;

    private readonly Dictionary<string, Tensor> _fixture = PtFixture.Read("averages");
    private readonly Sequential _model = nn.Sequential(
        ("0", nn.Linear(4, 6, hasBias: false, dtype: ScalarType.Float64)), ("1", nn.BatchNorm1d(6, dtype: ScalarType.Float64)), ("2", nn.ReLU()),
        ("3", nn.Linear(6, 5, dtype: ScalarType.Float64)), ("4", nn.BatchNorm1d(5, momentum: 0.3, dtype: ScalarType.Float64)),
        ("5", nn.Linear(5, 3, dtype: ScalarType.Float64)));

    public static TheoryData<string> AllRoutes => [.. Routes.Names];

    [Theory]
    [InlineData("ema", false)]
    [InlineData("warmed", true)]
    public void ExponentialAveragesAreThoseOfPyTorch(string path, bool warmup)
    {
        using var average = new ExponentialAverage(_model, Fixture.Open("averages").Number("decay"), warmup);
        for (var step = 0; step < Steps; step++)
        {
            Load(_fixture.Below($"steps.{step}"));
            average.Update();
            average.Swap();
            AssertParameters($"{path}.{step}");
            AssertNear(_fixture[$"steps.{step}.1.running_mean"], _model.state_dict()["1.running_mean"]);
            average.Swap();
            AssertParameters($"steps.{step}");
        }
    }

    [Theory]
    [MemberData(nameof(AllRoutes))]
    public void MeansAreThoseOfPyTorchOnEveryRoute(string route)
    {
        using var average = new WeightAverages(_model, Routes.Kernels(route));
        for (var step = 0; step < Steps; step++)
        {
            Load(_fixture.Below($"steps.{step}"));
            average.Add(static states => 1.0 / (states + 1));
            foreach (var (name, value) in Saved.TensorsOf(average))
            {
                AssertNear(_fixture[$"swa.{step}.{name}"], value);
            }
        }
    }

    [Fact]
    public void BatchNormStatisticsAreComputedAnewForTheAverage()
    {
        using var average = new StochasticWeightAverage(_model);
        Assert.False(average.HasAverage);
        for (var step = 0; step < Steps; step++)
        {
            Load(_fixture.Below($"steps.{step}"));
            average.Update();
        }
        Assert.True(average.HasBatchNorm);
        average.MoveIntoModel();
        using (average.NewStatistics())
        {
            foreach (var batch in _fixture.Below("batches").OrderBy(static pair => pair.Key).Select(static pair => pair.Value))
            {
                _model.call(batch).Dispose();
            }
        }
        foreach (var (name, value) in _fixture.Below("final"))
        {
            AssertNear(value, _model.state_dict()[name]);
        }
        _model.eval();
        AssertNear(_fixture["output"], _model.call(_fixture["batches.0"]));
        Assert.Equal([0.1, 0.3], _model.modules().OfType<BatchNorm>().Select(static norm => norm.momentum ?? 0));
    }

    [Fact]
    public void LayersThatWereNotTrainingKeepTheirStatistics()
    {
        var frozen = _model.modules().OfType<BatchNorm>().First();
        using var average = new StochasticWeightAverage(_model);
        Load(_fixture.Below("steps.3"));
        frozen.eval();
        average.Update();
        Assert.True(average.HasBatchNorm);
        average.MoveIntoModel();
        using (average.NewStatistics())
        {
            _model.call(_fixture["batches.0"]).Dispose();
        }
        AssertNear(_fixture["steps.3.1.running_mean"], frozen.running_mean!);
        Assert.NotEqual(_fixture["steps.3.4.running_mean"].data<double>().ToArray(), _model.state_dict()["4.running_mean"].data<double>().ToArray());
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
        using var average = new ExponentialAverage(_model, 0.9);
        var before = _model.parameters().Select(static parameter => parameter.data<double>().ToArray()).ToArray();
        for (var step = 0; step < 50; step++)
        {
            average.Update();
        }
        average.Swap();
        Assert.Equal(before, _model.parameters().Select(static parameter => parameter.data<double>().ToArray()));
    }

    [Fact]
    public void AnAverageGoesOnFromItsState()
    {
        using var whole = new WeightAverages(_model);
        using var later = new WeightAverages(_model);
        for (var step = 0; step < Steps; step++)
        {
            Load(_fixture.Below($"steps.{step}"));
            if (step == Steps / 2)
            {
                Saved.Move(whole, later);
            }
            whole.Add(static states => 1.0 / (states + 1));
            later.Add(static states => 1.0 / (states + 1));
        }
        Assert.Equal(Saved.Bits(whole), Saved.Bits(later));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnExponentialAverageGoesOnAfterEveryUpdate(bool warmup)
    {
        for (var stopped = 0; stopped < Steps; stopped++)
        {
            using var whole = new ExponentialAverage(_model, 0.9, warmup);
            using var later = new ExponentialAverage(_model, 0.9, warmup);
            for (var step = 0; step < Steps; step++)
            {
                Load(_fixture.Below($"steps.{step}"));
                if (step == stopped)
                {
                    Saved.Move(whole, later);
                }
                whole.Update();
                later.Update();
            }
            Assert.Equal(Saved.Bits(whole), Saved.Bits(later));
        }
    }

    [Fact]
    public void AStochasticAverageKnowsWhichStatisticsToComputeAnew()
    {
        using var whole = new StochasticWeightAverage(_model);
        using var later = new StochasticWeightAverage(_model);
        Saved.Move(whole, later);
        Assert.False(later.HasAverage || later.HasBatchNorm);
        _model.train();
        _model.named_children().Single(static child => child.name == "1").module.eval();
        whole.Update();
        _model.eval();
        Saved.Move(whole, later);
        Assert.True(later.HasAverage && later.HasBatchNorm);
        Assert.Equal(Saved.Bits(whole), Saved.Bits(later));
        var kept = _model.state_dict()["1.running_mean"].fill_(7).data<double>().ToArray();
        _model.state_dict()["4.running_mean"].fill_(7);
        using (later.NewStatistics())
        {
            Assert.Equal(kept, _model.state_dict()["1.running_mean"].data<double>().ToArray());
            Assert.Equal(0, _model.state_dict()["4.running_mean"].sum().ToDouble());
        }
    }

    [Fact]
    public void UpdatingTakesNoMemoryAndDisposingGivesAllBack()
    {
        var before = LiveTensors.Count();
        using (var scope = NewDisposeScope())
        {
            var average = new ExponentialAverage(_model, 0.9);
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

    [Fact]
    public void TheDecayRisesToItsValue()
    {
        Assert.Equal(0.1, ExponentialAverage.DecayAt(0, 0.999, warmup: true));
        Assert.Equal(11.0 / 20, ExponentialAverage.DecayAt(10, 0.999, warmup: true));
        Assert.Equal(0.999, ExponentialAverage.DecayAt(1_000_000, 0.999, warmup: true));
        Assert.Equal(0.999, ExponentialAverage.DecayAt(1, 0.999, warmup: false));
    }

    [Fact]
    public void RatesAreThoseOfPyTorch()
    {
        var fixture = Fixture.Open("averages");
        var (lr, minLr) = (fixture.Number("lr"), fixture.Number("minLr"));
        foreach (var entry in fixture.GetProperty("cases").EnumerateArray())
        {
            var (epochs, start) = (entry.GetProperty("epochs").GetInt32(), entry.GetProperty("start").GetInt32());
            var anneal = entry.GetProperty("anneal").GetString() == "cos" ? AnnealMode.Cosine : AnnealMode.Linear;
            var rates = Enumerable.Range(0, epochs).Select(epoch => SwaCurve.At(
                CosineCurve.At(lr, minLr, Math.Min(epoch, start) / (double)epochs), entry.Number("swaLr"), (epoch - start) * 7, 7,
                entry.GetProperty("length").GetInt32(), anneal));
            Fixture.AssertNear(entry.Numbers("rates"), [.. rates], 1e-12);
        }
    }

    [Theory]
    [InlineData("3", 30)]
    [InlineData("2.5", 30)]
    [InlineData("25steps", 30)]
    [InlineData("75%", 80)]
    [InlineData("0", 0)]
    public void AveragingStartsWithAWholeEpoch(string start, long step)
    {
        Assert.True(Duration.TryParse(start, out var length));
        Assert.Equal(step, SwaCurve.StartStep(length, stepsPerEpoch: 10, totalSteps: 100));
    }

    public void Dispose()
    {
        _model.Dispose();
        foreach (var tensor in _fixture.Values)
        {
            tensor.Dispose();
        }
    }

    private void Load(Dictionary<string, Tensor> values)
    {
        using var _ = no_grad();
        foreach (var (name, live) in _model.state_dict())
        {
            live.copy_(values[name]);
        }
    }

    private void AssertParameters(string path)
    {
        foreach (var (name, parameter) in _model.named_parameters())
        {
            AssertNear(_fixture[$"{path}.{name}"], parameter);
        }
    }

    private static void AssertNear(Tensor expected, Tensor actual) => Fixture.AssertNear(Numbers(expected), Numbers(actual), Tolerance);

    private static double[] Numbers(Tensor tensor) => [.. tensor.detach().to(ScalarType.Float64).reshape(-1).data<double>()];
}
