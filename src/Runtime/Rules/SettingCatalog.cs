namespace TrainSdk.Rules;

/// <summary>
/// Every setting that an attribute can bring, one row each; the only place where its range and its words are written.
/// A new attribute adds its rows here.
/// </summary>
internal static class SettingCatalog
{
    private const string Lengths = "epochs (5), steps (500steps) or share of the run (10%)";

    /// <summary>The rows, in the order in which they are shown.</summary>
    public static IReadOnlyList<SettingInfo> All { get; } =
    [
        new("Lr", SettingGroup.Training, "learning rate", "", NumberRange.Above(0),
            "0.001 is the usual start for Adam, 0.01 to 0.1 for Sgd"),
        new("BatchSize", SettingGroup.Training, "samples per batch", "", NumberRange.AtLeast(1), "start at 32 or 64"),
        new("Epochs", SettingGroup.Training, "passes over the training split", "", NumberRange.AtLeast(1), "30 is a usual start"),
        new("Accumulate", SettingGroup.Training, "batches per optimizer step", "", NumberRange.AtLeast(1), "1 makes every batch a step"),
        new("ValidateEverySteps", SettingGroup.Training, "optimizer steps from one validation to the next", "", NumberRange.AtLeast(1),
            "a hundredth of the run is a start; validation also comes at the end of every epoch"),
        new("Amp", SettingGroup.Training, "number type of matrix products and convolutions", "", NumberRange.Any, ""),
        new("Seed", SettingGroup.Training, "seed of weights, shuffling and dropout", "", NumberRange.Any, ""),
        new("SplitSeed", SettingGroup.Training, "seed of the choice of held-out samples", "", NumberRange.Any, ""),

        new("RandomCrop", SettingGroup.Augmentation, "rows and columns of zeros around images before a random crop", "",
            NumberRange.AtLeast(0), "4 is usual for images of 32 pixels, 0 switches it off"),
        new("Flip", SettingGroup.Augmentation, "how often left and right change places", "", NumberRange.Probability, "0.5 is usual"),
        new("FlipVertical", SettingGroup.Augmentation, "how often up and down change places", "", NumberRange.Probability,
            "0 switches it off"),
        new("RandAugment", SettingGroup.Augmentation, "operations per image", "", NumberRange.AtLeast(0), "2 is usual, 0 switches it off"),
        new("RandAugmentMagnitude", SettingGroup.Augmentation, "how strong the operations are", "", NumberRange.UpTo(30), "9 is usual"),
        new("AutoAugment", SettingGroup.Augmentation, "what the operations were learned on", "", NumberRange.Any, ""),
        new("ColorJitterBrightness", SettingGroup.Augmentation, "largest change of the brightness's factor", "", NumberRange.AtLeast(0),
            "0.4 is usual, 0 leaves it out"),
        new("ColorJitterContrast", SettingGroup.Augmentation, "largest change of the contrast's factor", "", NumberRange.AtLeast(0),
            "0.4 is usual, 0 leaves it out"),
        new("ColorJitterSaturation", SettingGroup.Augmentation, "largest change of the saturation's factor", "", NumberRange.AtLeast(0),
            "0.4 is usual, 0 leaves it out"),
        new("ColorJitterHue", SettingGroup.Augmentation, "largest turn of the hue as a share of the circle", "", NumberRange.UpTo(0.5),
            "0.1 is much, 0 leaves it out"),
        new("RandomErasing", SettingGroup.Augmentation, "how often a part of an image is erased", "", NumberRange.Probability,
            "0.25 is usual, 0 switches it off"),
        new("RandomErasingMinArea", SettingGroup.Augmentation, "smallest erased share of an image", "", NumberRange.Probability,
            "0.02 is usual"),
        new("RandomErasingMaxArea", SettingGroup.Augmentation, "largest erased share of an image", "", NumberRange.Probability,
            "0.33 is usual"),
        new("MixUp", SettingGroup.Augmentation, "alpha of the shares by which samples are added", "", NumberRange.AtLeast(0),
            "0.2 is usual, 0 switches it off"),
        new("CutMix", SettingGroup.Augmentation, "alpha of the shares of images with a part of another", "", NumberRange.AtLeast(0),
            "1 is usual, 0 switches it off"),

        new("WeightDecay", SettingGroup.Optimizer, "pull of the weights towards 0", "", NumberRange.AtLeast(0),
            "0.0001 is a light decay, 0 switches it off"),
        new("Beta1", SettingGroup.Optimizer, "decay of the running mean of gradients", "", NumberRange.Share, "0.9 is usual"),
        new("Beta2", SettingGroup.Optimizer, "decay of the running mean of squared gradients", "", NumberRange.Share, "0.999 is usual"),
        new("Eps", SettingGroup.Optimizer, "number added to the optimizer's denominator", "", NumberRange.Above(0), "1e-8 is usual"),
        new("Amsgrad", SettingGroup.Optimizer, "whether to divide by the largest mean of squares so far", "", NumberRange.Any, ""),
        new("MomentumDecay", SettingGroup.Optimizer, "how fast NAdam's momentum grows to Beta1", "", NumberRange.AtLeast(0),
            "0.004 is usual"),
        new("Decoupled", SettingGroup.Optimizer, "whether weights decay apart from the gradient", "", NumberRange.Any, ""),
        new("Alpha", SettingGroup.Optimizer, "decay of RMSprop's running mean of squared gradients", "", NumberRange.Share,
            "0.99 is usual"),
        new("Centered", SettingGroup.Optimizer, "whether to divide by the standard deviation of gradients", "", NumberRange.Any, ""),
        new("LrDecay", SettingGroup.Optimizer, "fall of Adagrad's rate per step", "", NumberRange.AtLeast(0), "0 is usual"),
        new("InitialSum", SettingGroup.Optimizer, "what Adagrad's sums of squared gradients start from", "", NumberRange.AtLeast(0),
            "0 is usual, 0.1 tames the first steps"),
        new("Momentum", SettingGroup.Optimizer, "share of the last update that is kept", "", NumberRange.Share, "0.9 is usual"),
        new("Nesterov", SettingGroup.Optimizer, "whether to look ahead along the momentum", "", NumberRange.Any, ""),
        new("Dampening", SettingGroup.Optimizer, "share of each gradient that does not enter the momentum", "", NumberRange.Share,
            "0 is usual"),

        new("Warmup", SettingGroup.Schedule, "linear rise of the learning rate", Lengths, NumberRange.AtLeast(0),
            "5 to 10 epochs are usual, 0 switches it off"),
        new("ScaleLrBaseBatchSize", SettingGroup.Schedule, "samples per step that the learning rate is meant for", "",
            NumberRange.AtLeast(1), "64 is the default batch"),
        new("ScaleLrRule", SettingGroup.Schedule, "how the learning rate follows the batch", "", NumberRange.Any, ""),
        new("LinearMinLr", SettingGroup.Schedule, "learning rate at the end of the line", "", NumberRange.AtLeast(0), "0 is usual"),
        new("CosineMinLr", SettingGroup.Schedule, "learning rate at the end of the cosine", "", NumberRange.AtLeast(0), "0 is usual"),
        new("CosineRestarts", SettingGroup.Schedule, "first period of the cosine", Lengths, NumberRange.Above(0),
            "10 epochs are a usual start"),
        new("CosineRestartsMultiplier", SettingGroup.Schedule, "growth of each period over the one before", "", NumberRange.AtLeast(1),
            "1 repeats the first period, 2 doubles it"),
        new("CosineRestartsMinLr", SettingGroup.Schedule, "learning rate at the end of each period", "", NumberRange.AtLeast(0),
            "0 is usual"),
        new("OneCyclePctStart", SettingGroup.Schedule, "share of the run in which the rate rises", "", NumberRange.Share, "0.3 is usual"),
        new("OneCycleDivFactor", SettingGroup.Schedule, "peak rate divided by the first", "", NumberRange.AtLeast(1), "25 is usual"),
        new("OneCycleFinalDivFactor", SettingGroup.Schedule, "first rate divided by the last", "", NumberRange.AtLeast(1),
            "10000 is usual"),
        new("OneCycleAnneal", SettingGroup.Schedule, "form of the rise and the fall", "", NumberRange.Any, ""),
        new("OneCycleThreePhase", SettingGroup.Schedule, "whether the fall first mirrors the rise", "", NumberRange.Any, ""),
        new("StepDecay", SettingGroup.Schedule, "distance between drops of the rate", Lengths, NumberRange.Above(0), "30 epochs are usual"),
        new("StepDecayMilestones", SettingGroup.Schedule, "points at which the rate drops", "epochs (30,60,80), steps or shares of the run",
            NumberRange.Any, ""),
        new("StepDecayGamma", SettingGroup.Schedule, "factor of each drop", "", NumberRange.Fraction, "0.1 is usual"),
        new("Exponential", SettingGroup.Schedule, "factor on the rate per epoch", "", NumberRange.Fraction,
            "0.95 leaves 21 % after 30 epochs"),
        new("Polynomial", SettingGroup.Schedule, "power of what is left of the run", "", NumberRange.Above(0), "0.9 is usual, 1 is a line"),
        new("PolynomialMinLr", SettingGroup.Schedule, "learning rate at the end of the run", "", NumberRange.AtLeast(0), "0 is usual"),
        new("ReduceLrOnPlateau", SettingGroup.Schedule, "patience without a better validation before the rate falls", "validations",
            NumberRange.AtLeast(0), "5 is usual, half of EarlyStop"),
        new("ReduceLrOnPlateauFactor", SettingGroup.Schedule, "what the rate is multiplied by", "", NumberRange.Fraction, "0.1 is usual"),
        new("ReduceLrOnPlateauThreshold", SettingGroup.Schedule, "improvement that counts", "", NumberRange.AtLeast(0), "0.0001 is usual"),
        new("ReduceLrOnPlateauThresholdMode", SettingGroup.Schedule, "what the threshold is measured in", "", NumberRange.Any, ""),
        new("ReduceLrOnPlateauCooldown", SettingGroup.Schedule, "pause in the counting after a reduction", "validations",
            NumberRange.AtLeast(0), "0 is usual"),
        new("ReduceLrOnPlateauMinLr", SettingGroup.Schedule, "lowest rate that reductions lead to", "", NumberRange.AtLeast(0),
            "0 is usual"),

        new("LabelSmoothing", SettingGroup.Stability, "share of the target spread over all classes", "", NumberRange.Share,
            "0.1 is usual, 0 switches it off"),
        new("ClipGradNorm", SettingGroup.Stability, "largest norm of all gradients together", "", NumberRange.Above(0), "1 is usual"),
        new("ClipGradNormType", SettingGroup.Stability, "p of the norm that is clipped", "", NumberRange.AboveOrInfinite(0), "2 is usual"),
        new("ClipGradValue", SettingGroup.Stability, "largest magnitude of a gradient's number", "", NumberRange.Above(0), "1 is usual"),
        new("OnDivergenceLrFactor", SettingGroup.Stability, "what a rollback multiplies the learning rate by", "",
            NumberRange.Fraction, "0.5 is usual"),
        new("OnDivergenceRollbacks", SettingGroup.Stability, "rollbacks to the last checkpoint after a divergence", "",
            NumberRange.AtLeast(1), "3 is usual"),
        new("EarlyStop", SettingGroup.Stability, "patience without a better validation", "validations", NumberRange.AtLeast(1),
            "10 to 15 are usual"),
        new("EarlyStopMinDelta", SettingGroup.Stability, "improvement of the validation that counts for the patience", "",
            NumberRange.AtLeast(0), "0 counts every improvement"),
        new("EarlyStopMinEpochs", SettingGroup.Stability, "epochs that the run takes at least", "", NumberRange.AtLeast(0),
            "0 lets it end at any"),

        new("Ema", SettingGroup.Stability, "share of the averaged weights that a step keeps", "", NumberRange.Share, "0.999 is usual"),
        new("EmaWarmup", SettingGroup.Stability, "whether that share rises with the steps", "", NumberRange.Any, ""),
        new("Swa", SettingGroup.Stability, "training before weights are averaged",
            "epochs (20), steps (500steps) or share of the run (75%)", NumberRange.AtLeast(0), "75% is usual"),
        new("SwaLr", SettingGroup.Stability, "learning rate while weights are averaged", "", NumberRange.Above(0),
            "write [Swa(Lr = ...)]: half of the first rate is a usual start"),
        new("SwaAnnealEpochs", SettingGroup.Stability, "transition to that rate", "epochs", NumberRange.AtLeast(0), "10 is usual"),
        new("SwaAnneal", SettingGroup.Stability, "form of the transition", "", NumberRange.Any, ""),
    ];

    /// <summary>The rows of repeated attributes, each of which stands for several settings.</summary>
    public static IReadOnlyList<SettingInfo> Families { get; } =
    [
        new("*LrScale", SettingGroup.Optimizer, "the group's learning rate as a multiple of Lr", "", NumberRange.Above(0), "0.1 is usual"),
        new("*WeightDecay", SettingGroup.Optimizer, "the group's weight decay", "", NumberRange.AtLeast(0), "0 switches it off"),
        new("Freeze*", SettingGroup.Transfer, "epochs before these layers learn", "", NumberRange.AtLeast(0), "0 lets them learn at once"),
        new("Pretrained*", SettingGroup.Transfer, "file of the weights that these layers start from, empty for none", "",
            NumberRange.Any, ""),
    ];

    /// <summary>The row of a setting; null for what no attribute brings, such as a constructor value.</summary>
    public static SettingInfo? Find(string name) =>
        All.FirstOrDefault(info => info.Name == name) ?? Families.FirstOrDefault(info => info.IsOf(name));
}
