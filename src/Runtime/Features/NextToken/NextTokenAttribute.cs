namespace TrainSdk;

/// <summary>
/// The next token at every place of a sequence: cross-entropy on raw scores, perplexity as the metric. The model's output is
/// [batch, time, tokens], the target [batch, time] of token indices (int64), which is the input moved by one. Every token counts once: the
/// loss is the mean over the tokens that are not ignored, over accumulated batches and whole splits too.
/// </summary>
/// <remarks>
/// For language models and other sequences. Start with <c>[AdamW]</c>, <c>[Warmup]</c>, <c>[Cosine]</c> and <c>[ClipGradNorm(1.0)]</c>; a
/// recurrent model without clipping is TRAIN2008. Augmentations of images do not go with it (TRAIN1025). One objective per class
/// (TRAIN1009).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NextTokenAttribute : Attribute
{
    /// <summary>
    /// The target that stands for no token, such as padding; it counts neither in the loss nor in the metrics. Default -100, PyTorch's.
    /// </summary>
    public long IgnoreIndex { get; set; } = -100;
}
