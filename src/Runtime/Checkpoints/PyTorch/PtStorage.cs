using static TorchSharp.torch;

namespace TrainSdk.Checkpoints.PyTorch;

/// <summary>Memory that one or more tensors look at: a file of the archive.</summary>
/// <param name="Key">Its name below <c>data/</c>.</param>
/// <param name="Type">Type of its elements.</param>
/// <param name="Elements">How many it has.</param>
internal sealed record PtStorage(string Key, ScalarType Type, long Elements)
{
    /// <summary>Bytes of one element.</summary>
    public int ElementSize => SafetensorsDtype.SizeOf(Type);
}
