using System.Diagnostics;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Optim;
using TrainSdk.Recording;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Checkpoints;

/// <summary>A model with AdamW's state, of which checkpoints are written into a folder that goes away.</summary>
internal sealed class CheckpointRun : IDisposable
{
    private readonly nn.Module _model;
    private readonly AdamW _optimizer;
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("trainsdk-checkpoint-");
    private readonly CheckpointWriter _writer;

    public CheckpointRun(nn.Module model)
    {
        _model = model;
        _optimizer = new AdamW(TrainableParameters.Of(model), weightDecay: 1e-4);
        _writer = new CheckpointWriter(RunFolder.Create(Path.Combine(_place.FullName, "run"), "checkpoint"));
    }

    /// <summary>Bytes of one checkpoint's tensors.</summary>
    public long Bytes => Tensors().Values.Sum(static tensor => tensor.numel() * tensor.element_size());

    /// <summary>Milliseconds that the training thread stands still for a checkpoint, and until it is on the disk.</summary>
    /// <param name="isBest">Whether the weights are the best so far, and are written a second time.</param>
    public (double Stall, double Whole) Save(bool isBest)
    {
        var metadata = new Dictionary<string, string> { [FileChecksum.Key] = FileChecksum.Blank };
        var clock = Stopwatch.StartNew();
        var content = new CheckpointContent
        {
            Tensors = Tensors(),
            Metadata = metadata,
            Best = isBest ? _model.state_dict() : null,
            BestMetadata = metadata,
            BestVersion = Stopwatch.GetTimestamp(),
        };
        _writer.Write(content);
        var stall = clock.Elapsed.TotalMilliseconds;
        _writer.Wait();
        return (stall, clock.Elapsed.TotalMilliseconds);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _optimizer.Dispose();
        _model.Dispose();
        _place.Delete(recursive: true);
    }

    private Dictionary<string, Tensor> Tensors()
    {
        var state = new StateWriter();
        _optimizer.Save(state.Part("AdamW"));
        return _model.state_dict().Concat(state.Tensors).ToDictionary();
    }
}
