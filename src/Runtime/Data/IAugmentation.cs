namespace TrainSdk.Data;

/// <summary>
/// Changes a training image at random, anew each epoch. Several threads call it at once: it keeps no state, calls no torch and allocates
/// nothing, so that it does not hold up the training step that runs beside it.
/// </summary>
public interface IAugmentation
{
    /// <summary>Its name, which keys its random numbers; the same in every version.</summary>
    string Name { get; }

    /// <summary>Refuses images that it cannot change.</summary>
    /// <param name="form">Type and shape of the images.</param>
    /// <exception cref="TrainException">The shape or type is not one that it takes; the message says which are.</exception>
    void Check(SampleForm form);

    /// <summary>Changes an image in place.</summary>
    /// <param name="image">The image, and memory to work in.</param>
    /// <param name="random">Random numbers for this image in this epoch.</param>
    void Apply(ImageSample image, ref SampleRandom random);
}
