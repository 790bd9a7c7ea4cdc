namespace TrainSdk.Benchmarks.Models.Fashion;

/// <summary>AdamW, warmup and cosine: what the other recipes add to.</summary>
[Hyperparams(Lr = 2e-3, BatchSize = 64, Epochs = 10), Classification]
[AdamW(WeightDecay = 1e-4), Warmup(1), Cosine]
public sealed partial class FashionPlain() : FashionNet(nameof(FashionPlain));
