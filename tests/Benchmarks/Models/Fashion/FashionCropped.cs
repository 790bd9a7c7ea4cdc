namespace TrainSdk.Benchmarks.Models.Fashion;

/// <summary>With crops and mirrored pictures.</summary>
[Hyperparams(Lr = 2e-3, BatchSize = 64, Epochs = 10), Classification]
[AdamW(WeightDecay = 1e-4), Warmup(1), Cosine]
[RandomCrop(2), Flip]
public sealed partial class FashionCropped() : FashionNet(nameof(FashionCropped));
