using System.IO.Hashing;
using System.Text;
using TorchSharp;
using TrainSdk.Checkpoints;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Fuzz;

/// <summary>Tensors as text: names, types, shapes and a hash of their bytes.</summary>
internal static class Contents
{
    public static string Of(IEnumerable<(string Name, Func<Tensor> Read)> tensors)
    {
        var text = new StringBuilder();
        foreach (var (name, read) in tensors.OrderBy(static tensor => tensor.Name, StringComparer.Ordinal))
        {
            using var tensor = read();
            var hash = new XxHash3();
            TensorBytes.Send(tensor, hash.Append);
            text.Append(name).Append(' ').Append(tensor.dtype).Append(" [").AppendJoin(',', tensor.shape).Append("] ")
                .Append(hash.GetCurrentHashAsUInt64()).Append('\n');
        }
        return text.ToString();
    }
}
