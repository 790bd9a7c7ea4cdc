namespace TrainSdk;

/// <summary>
/// The next token at every place of a sequence: cross-entropy on raw scores, perplexity as the metric. The model's output is
/// [batch, time, tokens], the target [batch, time] of token indices (int64), which is the input moved by one. Every token counts once: the
/// loss is the mean over the tokens that are not ignored, over accumulated batches and whole splits too.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NextTokenAttribute : Attribute
{
    /// <summary>
    /// The target that stands for no token, such as padding; it counts neither in the loss nor in the metrics. Default -100, PyTorch's.
    /// </summary>
    public long IgnoreIndex { get; set; } = -100;
}
