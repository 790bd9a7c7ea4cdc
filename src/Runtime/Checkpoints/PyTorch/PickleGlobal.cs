namespace TrainSdk.Checkpoints.PyTorch;

/// <summary>A name that a pickle may use, because <see cref="PickleGlobals"/> lists it.</summary>
/// <param name="Name">Module and name, such as <c>collections.OrderedDict</c>.</param>
internal sealed record PickleGlobal(string Name);
