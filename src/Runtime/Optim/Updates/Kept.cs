namespace TrainSdk.Optim.Updates;

/// <summary>Something that an optimizer keeps of each parameter from step to step.</summary>
/// <param name="Name">Its name in a checkpoint, which is PyTorch's.</param>
/// <param name="Start">The number that it starts from.</param>
/// <param name="IsNeeded">Whether this variant of the method needs it.</param>
internal readonly record struct Kept(string Name, double Start = 0, bool IsNeeded = true);
