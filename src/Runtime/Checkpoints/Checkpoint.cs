using TorchSharp;
using TrainSdk.Recording;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// The full state of a run at the end of a step, opened from <c>last.safetensors</c>: the model under its state-dict names, everything
/// else behind a part's name and a slash.
/// </summary>
internal sealed class Checkpoint : IDisposable
{
    private readonly string _path;
    private readonly SafetensorsReader _reader;
    private readonly Dictionary<string, SafetensorsEntry> _entries;

    private Checkpoint(string path, SafetensorsReader reader, CheckpointRecord record)
    {
        _path = path;
        _reader = reader;
        _entries = reader.Header.Entries.ToDictionary(static entry => entry.Name);
        Record = record;
    }

    /// <summary>Where the run stands.</summary>
    public CheckpointRecord Record { get; }

    /// <summary>The state of everything but the model's weights and saved buffers, by parts, for a run that computes on a device.</summary>
    public StateReader StateOn(Device device) => new(Read, Record.Values, device);

    /// <summary>The tensors of the model in a file that may be a checkpoint or hold weights alone.</summary>
    /// <exception cref="TrainException">It is a checkpoint that cannot be read.</exception>
    public static SafetensorsEntry[] OfModel(string path, SafetensorsReader reader)
    {
        if (!reader.Header.Metadata.ContainsKey(WeightsMetadata.Checkpoint))
        {
            return [.. reader.Header.Entries];
        }
        var record = RecordOf(path, reader);
        return [.. reader.Header.Entries.Where(entry => !record.IsOfPart(entry.Name))];
    }

    /// <summary>
    /// Opens the last checkpoint of a run, for the one that holds its lock; what a process that is no more began is ended.
    /// </summary>
    /// <exception cref="TrainException">There is none, it is damaged, or a later version wrote it.</exception>
    public static Checkpoint Open(RunFolder folder)
    {
        var path = folder.LastCheckpoint;
        if (!File.Exists(path))
        {
            throw new TrainException(
                $"the run {folder.Path} has no checkpoint ({Path.GetFileName(path)}), so it cannot be resumed; train anew");
        }
        CheckpointFiles.Recover(folder);
        var reader = SafetensorsReader.Open(path, isVerified: true);
        try
        {
            return new Checkpoint(path, reader, RecordOf(path, reader));
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Copies weights and saved buffers into the model, after all names and shapes have been compared.</summary>
    /// <exception cref="TrainException">The model is another one; the message lists what differs.</exception>
    public void CopyInto(nn.Module model)
    {
        var targets = model.state_dict();
        var ofModel = OfModel(_path, _reader);
        WeightsMatch.Check(_path, model.GetName(), ofModel, targets);
        using var _ = torch.no_grad();
        foreach (var entry in ofModel)
        {
            using var source = _reader.Read(entry);
            targets[entry.Name].copy_(source);
        }
    }

    public void Dispose() => _reader.Dispose();

    private static CheckpointRecord RecordOf(string path, SafetensorsReader reader)
    {
        if (!reader.Header.Metadata.TryGetValue(WeightsMetadata.Checkpoint, out var json))
        {
            throw new TrainException($"{path} holds weights and no state of a run, so it cannot be resumed");
        }
        try
        {
            var record = CheckpointJson.Read(json);
            return record.Schema <= CheckpointRecord.CurrentSchema
                ? record
                : throw new TrainException(
                    $"{path} has schema {record.Schema}, and this version of TrainSdk reads up to {CheckpointRecord.CurrentSchema}; "
                    + "use a newer TrainSdk");
        }
        catch (FormatException error)
        {
            throw new TrainException($"{path} is damaged: {error.Message}", error);
        }
    }

    private Tensor? Read(string name) => _entries.TryGetValue(name, out var entry) ? _reader.Read(entry) : null;
}
