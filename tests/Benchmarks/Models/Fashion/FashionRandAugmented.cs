namespace TrainSdk.Benchmarks.Models.Fashion;

/// <summary>With RandAugment at its defaults, made for larger pictures in colour.</summary>
[Hyperparams(Lr = 2e-3, BatchSize = 64, Epochs = 10), Classification]
[AdamW(WeightDecay = 1e-4), Warmup(1), Cosine]
[RandAugment(2, 9)]
public sealed partial class FashionRandAugmented() : FashionNet(nameof(FashionRandAugmented));
