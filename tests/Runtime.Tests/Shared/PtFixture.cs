using TrainSdk.Checkpoints.PyTorch;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Shared;

/// <summary>Files that <c>torch.save</c> wrote, from <c>tests/Fixtures/pt</c>.</summary>
internal static class PtFixture
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Fixtures", "pt", name + ".pt");

    /// <summary>Every tensor of a file by its name.</summary>
    public static Dictionary<string, Tensor> Read(string name)
    {
        using var reader = PtReader.Open(Path(name));
        return reader.Tensors.Keys.ToDictionary(static key => key, reader.Read);
    }

    /// <summary>The tensors whose names begin so, without that beginning.</summary>
    public static Dictionary<string, Tensor> Below(this Dictionary<string, Tensor> tensors, string start) => tensors
        .Where(pair => pair.Key.StartsWith(start + ".", StringComparison.Ordinal))
        .ToDictionary(pair => pair.Key[(start.Length + 1)..], static pair => pair.Value);
}
