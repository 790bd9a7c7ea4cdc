using static TorchSharp.torch;

namespace TrainSdk.Checkpoints.PyTorch;

/// <summary>The number types of PyTorch's storages that we read.</summary>
internal static class PtDtype
{
    private static readonly Dictionary<string, ScalarType> Known = new()
    {
        ["torch.DoubleStorage"] = ScalarType.Float64,
        ["torch.FloatStorage"] = ScalarType.Float32,
        ["torch.HalfStorage"] = ScalarType.Float16,
        ["torch.BFloat16Storage"] = ScalarType.BFloat16,
        ["torch.LongStorage"] = ScalarType.Int64,
        ["torch.IntStorage"] = ScalarType.Int32,
        ["torch.ShortStorage"] = ScalarType.Int16,
        ["torch.CharStorage"] = ScalarType.Int8,
        ["torch.ByteStorage"] = ScalarType.Byte,
        ["torch.BoolStorage"] = ScalarType.Bool,
    };

    /// <summary>The type of a storage class; false where we do not know it.</summary>
    public static bool TryParse(string name, out ScalarType type) => Known.TryGetValue(name, out type);
}
