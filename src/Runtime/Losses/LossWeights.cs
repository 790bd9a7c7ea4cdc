using System.Collections.Concurrent;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Losses;

/// <summary>
/// Constant numbers of a loss, one per class or label, as a tensor where the scores are. It is made once per device and type, so that no
/// step copies numbers to the device; they stay as long as the program.
/// </summary>
/// <param name="values">The numbers, in the order of the classes; one alone is meant for every score.</param>
public sealed class LossWeights(params double[] values)
{
    private readonly ConcurrentDictionary<(DeviceType Device, int Index, ScalarType Type), Tensor> _made = new();

    /// <summary>The numbers on the scores' device, in float64 beside float64 and in float32 beside every other type.</summary>
    /// <param name="scores">What the model gave, [batch, classes].</param>
    /// <exception cref="TrainException">There are more or fewer scores per sample than numbers.</exception>
    public Tensor Like(Tensor scores)
    {
        if (values.Length > 1 && scores.dim() == 2 && scores.shape[1] != values.Length)
        {
            throw new TrainException(
                $"{values.Length} weights of the loss do not fit {scores.shape[1]} scores per sample; give one for each score");
        }
        var type = scores.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;
        return _made.GetOrAdd((scores.device_type, scores.device_index, type), _ => Make(type, scores.device));
    }

    // One made while evaluating must serve training too, where autograd keeps it.
    private Tensor Make(ScalarType type, Device device)
    {
        using var ordinary = torch.inference_mode(false);
        return torch.tensor(values, type, device).DetachFromDisposeScope();
    }
}
