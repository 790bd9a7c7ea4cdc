using TorchSharp;

namespace TrainSdk.Data.Loading;

/// <summary>Decides where page-locked memory is of use: a GPU copies from it while the processor goes on.</summary>
internal static class PinnedMemory
{
    /// <summary>Whether batches for the placement should lie in it. Without a GPU pinning throws.</summary>
    public static bool Helps(Placement placement) => placement.Device.type == DeviceType.CUDA && torch.cuda.is_available();
}
