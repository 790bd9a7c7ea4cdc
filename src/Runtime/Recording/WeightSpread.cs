using TorchSharp;
using TrainSdk.Native;
using TrainSdk.Optim;
using TrainSdk.Recording.TensorBoard;
using static TorchSharp.torch;

namespace TrainSdk.Recording;

/// <summary>
/// Looks at how the weights of each parameter are spread. Of a large parameter it takes evenly spaced numbers: a spread over so many of
/// them does not look different.
/// </summary>
internal static class WeightSpread
{
    private const long MostNumbers = 1 << 16;

    /// <summary>A histogram for each parameter by its name; those without a finite number are left out.</summary>
    public static IReadOnlyList<(string Name, Histogram Spread)> Of(TrainableParameters parameters)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var found = new List<(string, Histogram)>();
        for (var at = 0; at < parameters.Values.Count; at++)
        {
            using var taken = Taken(parameters.Values[at]);
            if (Histogram.Of(HostMemory.Of<float>(taken)) is { } spread)
            {
                found.Add((parameters.Names[at], spread));
            }
        }
        return found;
    }

    private static Tensor Taken(Tensor parameter)
    {
        var stride = ((parameter.numel() - 1) / MostNumbers) + 1;
        var flat = parameter.detach().reshape(-1);
        return (stride == 1 ? flat : flat[TensorIndex.Slice(step: stride)]).to(ScalarType.Float32).cpu().contiguous();
    }
}
