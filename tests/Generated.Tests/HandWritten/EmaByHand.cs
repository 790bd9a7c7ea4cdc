using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.HandWritten;

/// <summary>An exponential moving average of every parameter, which trades places with it for validation.</summary>
internal sealed class EmaByHand(double decay, bool warmup) : WeightsByHand
{
    private readonly List<(Tensor Live, Tensor Average)> _weights = [];
    private int _steps;

    public override void Start(nn.Module model) => Silently(() =>
        _weights.AddRange(model.parameters().Select(static parameter => ((Tensor)parameter, parameter.clone()))));

    public override void StepDone() => Silently(() =>
    {
        var kept = warmup ? Math.Min(decay, (1.0 + _steps) / (10.0 + _steps)) : decay;
        foreach (var (live, average) in _weights)
        {
            average.lerp_(live, _steps == 0 ? 1 : 1 - kept);
        }
        _steps++;
    });

    public override void Swap() => Silently(() =>
    {
        foreach (var (live, average) in _weights)
        {
            var former = live.clone();
            live.copy_(average);
            average.copy_(former);
        }
    });

    private static void Silently(Action action)
    {
        using var _ = no_grad();
        action();
    }
}
