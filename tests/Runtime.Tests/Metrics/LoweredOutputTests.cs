using TorchSharp;
using TrainSdk.Metrics;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Metrics;

/// <summary>Under autocast a model's outputs are in a lower type; what is counted over them must not be.</summary>
public sealed class LoweredOutputTests : IDisposable
{
    private const int Batches = 40;
    private const int Size = 50;

    private readonly DisposeScope _scope = NewDisposeScope();

    [Theory]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float16)]
    public void AnAbsoluteErrorIsThatOfTheOutputsAsTheyAre(ScalarType dtype)
    {
        using var metric = new MeanAbsoluteError();
        var expected = 0.0;
        for (var batch = 0; batch < Batches; batch++)
        {
            var output = torch.linspace(-1, 1.3 + batch, Size).to(dtype);
            var target = torch.linspace(0.1, 2.7, Size);
            metric.Add(output.reshape(Size, 1), target.reshape(Size, 1));
            expected += Enumerable.Range(0, Size).Sum(i => Math.Abs(output[i].ToDouble() - target[i].ToDouble()));
        }
        Assert.Equal(expected / (Batches * Size), metric.Read(), 1e-6);
    }

    [Theory]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float16)]
    public void ALossIsSummedInFloat64(ScalarType dtype)
    {
        using var losses = new MeanLoss();
        var loss = torch.tensor(0.7f).to(dtype);
        for (var batch = 0; batch < 5000; batch++)
        {
            losses.Add(loss, 64);
        }
        Assert.Equal(loss.ToDouble(), losses.Read(), 1e-12);
    }

    [Fact]
    public void HitsAreCountedBeyondWhatTheTypeCanCount()
    {
        using var metric = new Accuracy();
        var output = torch.eye(3).repeat(1000, 1).to(ScalarType.BFloat16);
        var target = torch.arange(3).repeat(1000);
        target[0] = 1;
        metric.Add(output, target);
        Assert.Equal(2999.0 / 3000, metric.Read(), 1e-15);
    }

    public void Dispose() => _scope.Dispose();
}
