using TrainSdk.Checkpoints;
using TrainSdk.Metrics;
using TrainSdk.Optim;
using TrainSdk.Recording;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>What a checkpoint of a run holds: the model, the parts that its loop keeps, the recorder and the best weights.</summary>
internal sealed class RunState(nn.Module model, ModelCard card, Recorder recorder, BestWeights best, ModelBuffers buffers)
{
    private const string RecorderPart = "Recorder";
    private const string BestPart = "Best";
    private const string BuffersPart = "Buffers";

    private readonly List<(string Name, IStateful Part)> _parts =
        [(RecorderPart, recorder), (BestPart, best), (BuffersPart, new UnsavedBuffers(model))];

    private readonly HashSet<string> _own = [];

    /// <summary>Optimizer steps in one epoch.</summary>
    public required long StepsPerEpoch { get; init; }

    /// <summary>Fingerprints of the data, by what they are of.</summary>
    public required IReadOnlyDictionary<string, string> Data { get; init; }

    /// <summary>Adds a part of the loop under the name of its attribute.</summary>
    public void Keep(string name, IStateful part) => _parts.Add((name, part));

    /// <summary>Adds a part of every run. A checkpoint of a version that did not have it leaves it as it is at the start.</summary>
    public void KeepOwn(string name, IStateful part)
    {
        _own.Add(name);
        _parts.Add((name, part));
    }

    /// <summary>The run as it is; null where it has broken down, so that the checkpoint before is the last good one.</summary>
    public CheckpointContent? At(RunPosition position)
    {
        var state = new StateWriter();
        foreach (var (name, part) in _parts)
        {
            part.Save(state.Part(name));
        }
        return recorder.FirstBadStep is not null ? null : new CheckpointContent
        {
            Tensors = model.state_dict().Concat(state.Tensors).ToDictionary(),
            Metadata = WeightsMetadata.Of(card, Record(position, state)),
            Best = best.Step is null ? null : best.Kept,
            BestMetadata = WeightsMetadata.Of(card),
            BestVersion = best.Version,
            Tables = recorder.Files?.Logs ?? [],
        };
    }

    /// <summary>Takes over a checkpoint, after what it holds was compared with what the loop keeps.</summary>
    /// <exception cref="TrainException">They differ; the message names the attribute.</exception>
    public void Load(Checkpoint checkpoint, RunFolder folder, Device device)
    {
        var state = checkpoint.StateOn(device);
        var then = checkpoint.Record.Parts;
        CheckParts(then, folder.Path);
        foreach (var (name, part) in _parts.Where(part => then.Contains(part.Name)))
        {
            part.Load(state.Part(name));
        }
        buffers.Take();
        if (best.Step is not null)
        {
            best.Load(WeightsFile.Open(folder.BestWeights));
        }
        var metrics = _parts.Select(static part => part.Part).OfType<MetricSet>().FirstOrDefault();
        recorder.GoOn(folder, checkpoint.Record.RecordLengths, metrics);
    }

    private CheckpointRecord Record(RunPosition position, StateWriter state) => new()
    {
        Epoch = position.Epoch,
        Step = position.Step,
        Stop = position.Stop?.ToString(),
        StepsPerEpoch = StepsPerEpoch,
        Parts = [.. _parts.Select(static part => part.Name)],
        Values = state.Values,
        RecordLengths = recorder.Files?.Lengths ?? new Dictionary<string, long>(),
        Data = Data,
    };

    private void CheckParts(IReadOnlyList<string> then, string run)
    {
        var now = _parts.Select(static part => part.Name).ToArray();
        string[] problems =
        [
            .. then.Except(now).Select(name => $"[{name}] was there and is gone"),
            .. now.Except(then).Except(_own).Select(name => $"[{name}] was not there and is new"),
        ];
        if (problems.Length > 0)
        {
            throw new TrainException(
                $"{run} was trained with other attributes: {string.Join(", ", problems)}; put them back to resume it, or train anew");
        }
    }
}
