namespace TrainSdk.Benchmarks.Models.Fashion;

/// <summary>With averaged weights.</summary>
[Hyperparams(Lr = 2e-3, BatchSize = 64, Epochs = 10), Classification]
[AdamW(WeightDecay = 1e-4), Warmup(1), Cosine]
[Ema(0.999)]
public sealed partial class FashionAveraged() : FashionNet(nameof(FashionAveraged));
