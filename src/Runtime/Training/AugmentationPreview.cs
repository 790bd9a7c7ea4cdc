using TrainSdk.Data;

namespace TrainSdk.Training;

/// <summary>
/// Ends a run that was begun only to learn its augmentations. They are made by lines of the generated loop, and an exception leaves it
/// before anything of the user's is called.
/// </summary>
internal sealed class AugmentationPreview(IReadOnlyList<IAugmentation> augmentations) : Exception("the run was only a preview")
{
    /// <summary>How training changes images, in its order.</summary>
    public IReadOnlyList<IAugmentation> Augmentations { get; } = augmentations;

    /// <summary>Ends the run that is about to begin, where its options ask for a preview.</summary>
    public static void EndIfAsked(RunSetup setup)
    {
        if (setup.Options.IsPreview)
        {
            throw new AugmentationPreview(setup.Batches.Augmentations);
        }
    }
}
