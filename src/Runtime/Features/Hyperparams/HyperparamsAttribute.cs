namespace TrainSdk;

/// <summary>
/// Makes a TorchSharp model class trainable: the generator writes its training loop, its <c>Hyperparameters</c>, <c>Train</c>,
/// <c>Load</c> and its command line.
/// Alone it trains with Adam at 1e-3, cross-entropy and accuracy, at a constant learning rate.
/// </summary>
/// <remarks>
/// Start with the defaults: Adam, Lr 1e-3, batches of 64, 30 epochs; then change one thing at a time and read the curves. <c>find lr</c>
/// and <c>find batch</c> measure good values. Every number is also an option (<c>--lr 3e-4</c>), an environment variable (<c>TRAIN__LR</c>)
/// and a property of <c>Hyperparameters</c>. Lr above 0.01 with an Adam-type optimizer is TRAIN2002, more than 512 samples to a step at an
/// unchanged rate TRAIN2003.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HyperparamsAttribute : Attribute
{
    /// <summary>
    /// Learning rate, greater than 0; default 1e-3, the usual start for Adam (Kingma and Ba, 2015). Training that diverges wants less,
    /// a loss that falls slowly and smoothly wants more.
    /// </summary>
    public double Lr { get; set; } = 1e-3;

    /// <summary>
    /// Samples per batch, and so per optimizer step unless <c>[Accumulate]</c> makes a step out of several; default 64. Start at 32 or 64
    /// and grow while memory allows. Above about 512 generalisation may drop and the rate must follow: new rate = rate × new batch / old
    /// batch (Goyal et al., 2017), which <c>[ScaleLr]</c> does.
    /// </summary>
    public int BatchSize { get; set; } = 64;

    /// <summary>Passes over the training split; default 30.</summary>
    public int Epochs { get; set; } = 30;

    /// <summary>
    /// Seeds weights, shuffling and dropout; default 0. The same seed, thread count and machine give bit-identical weights on the CPU.
    /// </summary>
    public long Seed { get; set; }

    /// <summary>
    /// Decides which samples are held out for test and validation; default 0. Separate from <see cref="Seed"/>, so that runs with
    /// different seeds
    /// are measured on the same test samples.
    /// </summary>
    public long SplitSeed { get; set; }
}
