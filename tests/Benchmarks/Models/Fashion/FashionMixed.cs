namespace TrainSdk.Benchmarks.Models.Fashion;

/// <summary>With mixed pairs of pictures.</summary>
[Hyperparams(Lr = 2e-3, BatchSize = 64, Epochs = 10), Classification]
[AdamW(WeightDecay = 1e-4), Warmup(1), Cosine]
[MixUp(0.2)]
public sealed partial class FashionMixed() : FashionNet(nameof(FashionMixed));
