using TorchSharp;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Native;

/// <summary>Turns <c>auto</c>, <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c> into a device that works.</summary>
public static class ComputeDevice
{
    private const string Auto = "auto";
    private const string Cpu = "cpu";
    private const string Cuda = "cuda";
    private const string CudaCure = "use --device cpu, or build with TrainBackend=cuda on a machine with an NVIDIA driver";

    /// <summary>The device for the given text.</summary>
    /// <exception cref="TrainException">The text is none of the four, or CUDA was asked for and is not there.</exception>
    public static Device Resolve(string text)
    {
        if (text == Cpu)
        {
            return torch.CPU;
        }
        if (text == Auto)
        {
            return torch.cuda.is_available() ? new Device(DeviceType.CUDA, 0) : torch.CPU;
        }
        var index = 0L;
        if (text != Cuda && !TryIndex(text, out index))
        {
            throw new TrainException($"device '{text}' is unknown; use auto, cpu, cuda or cuda:N");
        }
        if (!torch.cuda.is_available())
        {
            throw new TrainException($"device '{text}' needs CUDA, which is not available here; {CudaCure}");
        }
        return index < torch.cuda.device_count()
            ? new Device(DeviceType.CUDA, (int)index)
            : throw new TrainException($"device '{text}' does not exist: there are {torch.cuda.device_count()} CUDA devices, from cuda:0");
    }

    private static bool TryIndex(string text, out long index)
    {
        index = 0;
        return text.StartsWith(Cuda + ":", StringComparison.Ordinal)
            && NumberText.TryInteger(text[(Cuda.Length + 1)..], out index)
            && index is >= 0 and <= int.MaxValue;
    }
}
