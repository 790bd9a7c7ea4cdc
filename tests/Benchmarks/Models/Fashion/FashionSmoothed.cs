namespace TrainSdk.Benchmarks.Models.Fashion;

/// <summary>With label smoothing.</summary>
[Hyperparams(Lr = 2e-3, BatchSize = 64, Epochs = 10), Classification]
[AdamW(WeightDecay = 1e-4), Warmup(1), Cosine]
[LabelSmoothing(0.1)]
public sealed partial class FashionSmoothed() : FashionNet(nameof(FashionSmoothed));
