namespace TrainSdk;

/// <summary>
/// Lets the learning rate follow the batch: <c>Lr</c> is meant for <see cref="BaseBatchSize"/> samples per optimizer step, and a batch of
/// another size gets lr·batch/base (Goyal et al., 2017). The batch is <c>BatchSize</c> × <c>Accumulate</c>. So a recipe keeps its one
/// rate while the batch is fitted to the machine. Large scaled rates want a <c>[Warmup]</c>. The effective rate is printed at the start and
/// recorded in <c>config.json</c>. Rates of their own, such as a lowest rate, are not scaled.
/// </summary>
/// <remarks>
/// Use it once a recipe is right and only the batch changes. Keep BaseBatchSize at the batch that Lr was found with. Linear for
/// <c>[Sgd]</c>, square root for the Adam family (TRAIN2001); add <c>[Warmup(5)]</c> above 512 samples to a step (TRAIN2003).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ScaleLrAttribute : Attribute
{
    /// <summary>Samples per optimizer step that <c>Lr</c> is meant for, at least 1; default 64.</summary>
    public int BaseBatchSize { get; set; } = 64;

    /// <summary>
    /// How the rate follows; default <see cref="ScaleRule.Linear"/>. Adaptive methods such as Adam are better served by
    /// <see cref="ScaleRule.SquareRoot"/> (Malladi et al., 2022).
    /// </summary>
    public ScaleRule Rule { get; set; }
}
