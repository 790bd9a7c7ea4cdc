using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>Weights and buffers under their state-dict names, with the model's card: a safetensors file that Python opens too.</summary>
public sealed class WeightsFile
{
    /// <summary>Writes a model's weights and buffers; the file appears whole or not at all.</summary>
    public static void Save(string path, nn.Module model, ModelCard card) => throw new NotImplementedException();

    /// <summary>Opens a weights file, a run folder (its best weights), or <c>runs/latest</c>.</summary>
    /// <exception cref="TrainException">There is no such file, or it is not a weights file.</exception>
    public static WeightsFile Open(string path) => throw new NotImplementedException();

    /// <summary>What the weights were trained for.</summary>
    public ModelCard Card => throw new NotImplementedException();

    /// <summary>Copies every weight and buffer into the model, after all names and shapes have been compared.</summary>
    /// <exception cref="TrainException">Names or shapes differ; the message lists which.</exception>
    public void CopyInto(nn.Module model) => throw new NotImplementedException();
}
