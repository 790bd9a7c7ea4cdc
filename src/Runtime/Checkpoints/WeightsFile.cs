using TorchSharp;
using TrainSdk.Recording;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>Weights and buffers under their state-dict names, with the model's card: a safetensors file that Python opens too.</summary>
public sealed class WeightsFile
{
    /// <summary>Version of what the metadata hold; a file of a later version is refused.</summary>
    public const int FormatVersion = 2;

    private const string Extension = ".safetensors";

    private readonly string _path;

    private WeightsFile(string path, ModelCard card)
    {
        _path = path;
        Card = card;
    }

    /// <summary>What the weights were trained for.</summary>
    public ModelCard Card { get; }

    /// <summary>Writes a model's weights and buffers; the file appears whole or not at all.</summary>
    /// <exception cref="TrainException">The file cannot be written.</exception>
    public static void Save(string path, nn.Module model, ModelCard card) =>
        SafetensorsWriter.Save(path, model.state_dict(), WeightsMetadata.Of(card));

    /// <summary>Opens a weights file, a run folder (its best weights), or <c>runs/latest</c>.</summary>
    /// <exception cref="TrainException">There is no such file, or it is not a weights file.</exception>
    public static WeightsFile Open(string path)
    {
        var file = Locate(path);
        using var reader = SafetensorsReader.Open(file);
        var metadata = reader.Header.Metadata;
        if (!metadata.TryGetValue(WeightsMetadata.Format, out var version) || !metadata.TryGetValue(WeightsMetadata.Card, out var card))
        {
            throw new TrainException(
                $"{file} holds tensors but no model card, so it was not written by TrainSdk; give a file that a run wrote");
        }
        if (!NumberText.TryInteger(version, out var number) || number is < 1 or > FormatVersion)
        {
            throw new TrainException(
                $"{file} has format {version}, and this version of TrainSdk reads up to {FormatVersion}; use a newer TrainSdk");
        }
        try
        {
            return new WeightsFile(file, ModelCardJson.Read(card));
        }
        catch (FormatException error)
        {
            throw new TrainException($"{file} is damaged: {error.Message}", error);
        }
    }

    /// <summary>
    /// Copies every weight and buffer into the model, after all names and shapes have been compared. The model's parameters stay the same
    /// objects on the same device, so an optimizer over them goes on working.
    /// </summary>
    /// <exception cref="TrainException">Names, shapes or types differ; the message lists which.</exception>
    public void CopyInto(nn.Module model) => CopyInto(model.GetName(), model.state_dict());

    /// <summary>The same into tensors under the names of a state dict.</summary>
    internal void CopyInto(string model, IReadOnlyDictionary<string, Tensor> targets)
    {
        // Its checksum was compared when it was opened.
        using var reader = SafetensorsReader.Open(_path, isVerified: true);
        var weights = Checkpoint.OfModel(_path, reader);
        WeightsMatch.Check(_path, model, weights, targets);
        using var _ = torch.no_grad();
        foreach (var entry in weights)
        {
            using var source = reader.Read(entry);
            targets[entry.Name].copy_(source);
        }
    }

    private static string Locate(string path)
    {
        if (File.Exists(path))
        {
            return Path.GetFullPath(path);
        }
        if (path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new TrainException(
                $"there is no weights file {Path.GetFullPath(path)}; give a file, a run folder, or '{RunFolder.Latest}'");
        }
        var folder = RunFolder.Find(path);
        return File.Exists(folder.BestWeights)
            ? folder.BestWeights
            : throw new TrainException(
                $"the run {folder.Path} has no weights yet (no {Path.GetFileName(folder.BestWeights)}); "
                + "let it finish an epoch, or give another run");
    }
}
