namespace TrainSdk.Benchmarks.Models.Fashion;

/// <summary>With erased rectangles.</summary>
[Hyperparams(Lr = 2e-3, BatchSize = 64, Epochs = 10), Classification]
[AdamW(WeightDecay = 1e-4), Warmup(1), Cosine]
[RandomErasing(0.25)]
public sealed partial class FashionErased() : FashionNet(nameof(FashionErased));
