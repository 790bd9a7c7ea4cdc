using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Runtime.Tests.Shared;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Features;

/// <summary>The model that PyTorch averaged, and its weights after each step (<c>tests/Fixtures/make_averages.py</c>).</summary>
internal sealed class AveragedModel : IDisposable
{
    public const int Steps = 12;

    public Dictionary<string, Tensor> Fixture { get; } = PtFixture.Read("averages");

    public Sequential Model { get; } = nn.Sequential(
        ("0", nn.Linear(4, 6, hasBias: false, dtype: ScalarType.Float64)), ("1", nn.BatchNorm1d(6, dtype: ScalarType.Float64)), ("2", nn.ReLU()),
        ("3", nn.Linear(6, 5, dtype: ScalarType.Float64)), ("4", nn.BatchNorm1d(5, momentum: 0.3, dtype: ScalarType.Float64)),
        ("5", nn.Linear(5, 3, dtype: ScalarType.Float64)));

    /// <summary>Gives the model the weights and statistics that it had after a step.</summary>
    public void Load(int step)
    {
        using var _ = no_grad();
        var values = Fixture.Below($"steps.{step}");
        foreach (var (name, live) in Model.state_dict())
        {
            live.copy_(values[name]);
        }
    }

    public void Dispose()
    {
        Model.Dispose();
        foreach (var tensor in Fixture.Values)
        {
            tensor.Dispose();
        }
    }
}
