namespace TrainSdk.Rules;

/// <summary>
/// Every setting that an attribute can bring, one row each; the only place where its range and its words are written.
/// A new attribute adds its rows here.
/// </summary>
internal static class SettingCatalog
{
    /// <summary>The rows, in the order in which they are shown.</summary>
    public static IReadOnlyList<SettingInfo> All { get; } =
    [
        new("Lr", SettingGroup.Training, "learning rate", "", NumberRange.Above(0),
            "0.001 is the usual start for Adam, 0.01 to 0.1 for Sgd"),
        new("BatchSize", SettingGroup.Training, "samples per batch", "", NumberRange.AtLeast(1), "start at 32 or 64"),
        new("Epochs", SettingGroup.Training, "passes over the training split", "", NumberRange.AtLeast(1), "30 is a usual start"),
        new("Accumulate", SettingGroup.Training, "batches per optimizer step", "", NumberRange.AtLeast(1), "1 makes every batch a step"),
        new("Amp", SettingGroup.Training, "number type of matrix products and convolutions", "", NumberRange.Any, ""),
        new("Seed", SettingGroup.Training, "seed of weights, shuffling and dropout", "", NumberRange.Any, ""),
        new("SplitSeed", SettingGroup.Training, "seed of the choice of held-out samples", "", NumberRange.Any, ""),

        new("WeightDecay", SettingGroup.Optimizer, "pull of the weights towards 0", "", NumberRange.AtLeast(0),
            "0.0001 is a light decay, 0 switches it off"),
        new("Beta1", SettingGroup.Optimizer, "decay of the running mean of gradients", "", NumberRange.Share, "0.9 is usual"),
        new("Beta2", SettingGroup.Optimizer, "decay of the running mean of squared gradients", "", NumberRange.Share, "0.999 is usual"),
        new("Eps", SettingGroup.Optimizer, "number added to the optimizer's denominator", "", NumberRange.Above(0), "1e-8 is usual"),
        new("Momentum", SettingGroup.Optimizer, "share of the last update that is kept", "", NumberRange.Share, "0.9 is usual"),
        new("Nesterov", SettingGroup.Optimizer, "whether to look ahead along the momentum", "", NumberRange.Any, ""),

        new("Warmup", SettingGroup.Schedule, "linear rise of the learning rate", "epochs (5), steps (500steps) or share of the run (10%)",
            NumberRange.AtLeast(0), "5 to 10 epochs are usual, 0 switches it off"),
        new("CosineMinLr", SettingGroup.Schedule, "learning rate at the end of the cosine", "", NumberRange.AtLeast(0), "0 is usual"),

        new("LabelSmoothing", SettingGroup.Stability, "share of the target spread over all classes", "", NumberRange.Share,
            "0.1 is usual, 0 switches it off"),
        new("ClipGradNorm", SettingGroup.Stability, "largest norm of all gradients together", "", NumberRange.Above(0), "1 is usual"),
        new("EarlyStop", SettingGroup.Stability, "patience without a better validation loss", "validations", NumberRange.AtLeast(1),
            "10 to 15 are usual"),
        new("EarlyStopMinDelta", SettingGroup.Stability, "fall of the validation loss that counts for the patience", "",
            NumberRange.AtLeast(0), "0 counts every fall"),
    ];

    /// <summary>The row of a setting; null for what no attribute brings, such as a constructor value.</summary>
    public static SettingInfo? Find(string name) => All.FirstOrDefault(info => info.Name == name);
}
