using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Optim.Kernels;

/// <summary>
/// Copies on which a step is computed where only the device knows whether it is left out; a mask then decides. Where the host knows, there
/// is nothing to copy.
/// </summary>
internal static class Drafts
{
    /// <summary>What to compute on, in place.</summary>
    public static Tensor[][] Of(Tensor[][] live, in StepGuard guard) =>
        guard.IsKnown ? live : [.. live.Select(static tensors => tensors.Select(static tensor => tensor.clone()).ToArray())];

    /// <summary>Takes the drafts over, unless the step is left out.</summary>
    public static void Keep(Tensor[][] live, Tensor[][] drafts, in StepGuard guard)
    {
        if (guard.IsKnown)
        {
            return;
        }
        using var isLeftOut = guard.FoundInf.to(ScalarType.Bool);
        foreach (var (tensor, draft) in live.SelectMany(static all => all).Zip(drafts.SelectMany(static all => all)))
        {
            using var chosen = torch.where(isLeftOut, tensor, draft);
            tensor.copy_(chosen);
        }
    }
}
