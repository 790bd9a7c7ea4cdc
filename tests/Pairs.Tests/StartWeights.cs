using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>A file of weights beside the program while the tests run.</summary>
public sealed class StartWeights : IDisposable
{
    internal const string FileName = "pairs.safetensors";

    private static readonly string Place = Path.Combine(AppContext.BaseDirectory, FileName);

    /// <summary>Writes the file.</summary>
    public StartWeights()
    {
        using var layers = Layers();
        WeightsFile.Save(Place, layers, new ModelCard { Model = "start", Encoding = InputEncoding.None(6) });
    }

    /// <summary>The same weights in a model.</summary>
    internal static void CopyInto(nn.Module model)
    {
        using var _ = no_grad();
        using var layers = Layers();
        foreach (var (name, weight) in layers.state_dict())
        {
            model.state_dict()["backbone." + name].copy_(weight);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Place);

    private static nn.Module Layers()
    {
        var fc = nn.Linear(6, 8);
        using var _ = no_grad();
        fc.weight.copy_(arange(48, dtype: float32).reshape(8, 6).sin());
        fc.bias!.fill_(0.1);
        return nn.Sequential(("fc", fc));
    }
}
