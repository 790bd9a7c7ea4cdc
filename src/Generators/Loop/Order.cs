namespace TrainSdk.Generators.Loop;

/// <summary>
/// The order of neighbours in one slot or value, declared once for every feature. Lower comes first; a later rewrite sees the earlier one's
/// result.
/// </summary>
internal enum Order
{
    /// <summary>The objective and the optimizer: what everything else is about.</summary>
    Base,

    /// <summary>Groups of parameters, after what holds for all of them.</summary>
    Group,

    /// <summary>Where the part of an image is that is seen: first, so that nothing else is spent on what is cut off.</summary>
    Crop,

    /// <summary>Which way an image looks, before a policy that may turn it.</summary>
    Flip,

    /// <summary>Operations that were learned or drawn, on the image as it was placed.</summary>
    Policy,

    /// <summary>Colours, whatever a policy has made of them.</summary>
    Jitter,

    /// <summary>Parts of an image that are taken away: last, so that nothing colours or moves them.</summary>
    Erase,

    /// <summary>Samples of a batch that are mixed, which are whole by then; it also changes which target the loss is about.</summary>
    Mix,

    /// <summary>Changes to the training loss, after it is known which criterion it is.</summary>
    Regularize,

    /// <summary>The start of the schedule, before anything that follows it.</summary>
    Warmup,

    /// <summary>The schedule after its start.</summary>
    Anneal,

    /// <summary>A factor on the schedule's rate: on the whole of it, and told of a validation before anything ends the run.</summary>
    Plateau,

    /// <summary>
    /// Averages of weights. Their constant rate is the last to shape the schedule, whose rates it goes over from, and after a step there is
    /// nothing to average before the optimizer has moved the weights.
    /// </summary>
    Average,

    /// <summary>
    /// Several batches to a step. It takes the loss before <see cref="Scale"/>, since it also records it, and averages the gradients before
    /// anything judges their size.
    /// </summary>
    Accumulate,

    /// <summary>
    /// A scaled loss for small number types: the last to touch the loss. It is undone once per step, before <see cref="Clip"/>: a bound
    /// means the true gradients.
    /// </summary>
    Scale,

    /// <summary>Clipping, the last to touch the gradients: it must see what the optimizer would.</summary>
    Clip,

    /// <summary>Whether the run goes on: after everything that looks at the epoch.</summary>
    Decide,
}
