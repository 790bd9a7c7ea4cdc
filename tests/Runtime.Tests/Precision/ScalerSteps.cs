using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Precision;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Precision;

/// <summary>Steps of a gradient scaler, some of which were skipped.</summary>
internal static class ScalerSteps
{
    public static MixedPrecision Fp16 { get; } = new() { Device = DeviceType.CPU, Dtype = ScalarType.Float16 };

    public static GradScaler Started(double start = 65536, int interval = 2000)
    {
        var scaler = new GradScaler(Fp16) { InitialScale = start, GrowthInterval = interval };
        scaler.Scale(torch.tensor(1f));
        return scaler;
    }

    public static void Update(GradScaler scaler, IEnumerable<bool> skips)
    {
        foreach (var skipped in skips)
        {
            using var flag = torch.tensor(skipped ? 1f : 0f);
            scaler.Update(flag);
        }
    }

    public static IEnumerable<bool> Skips(long seed, int count) =>
        Enumerable.Range(0, count).Select(step => CounterRandom.Bits(seed, 0, step) % 5 == 0);
}
