namespace TrainSdk.Optim.Kernels;

/// <summary>A way to compute the optimizers' steps.</summary>
/// <param name="Name"><c>abi</c>, <c>script</c> or <c>torchsharp</c>.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Kernels">The computations.</param>
/// <param name="Reason">Why it is not a faster one, in one line; null for the fastest.</param>
internal sealed record KernelRoute(string Name, string Title, IKernels Kernels, string? Reason = null)
{
    /// <summary>Title and reason in one line.</summary>
    public override string ToString() => Reason is null ? Title : $"{Title}, because {Reason}";
}
