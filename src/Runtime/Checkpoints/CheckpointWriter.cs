using TrainSdk.Recording;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// Writes a run's checkpoints in the background: the training thread copies the tensors and goes on, another one hashes, writes and
/// flushes them, without torch and almost without managed memory. At most one checkpoint is under way.
/// </summary>
internal sealed class CheckpointWriter(RunFolder folder) : IDisposable
{
    private readonly TensorSnapshot _last = new();
    private readonly TensorSnapshot _best = new();
    private readonly CheckpointCommit _commit = new(folder);
    private CheckpointContent? _content;
    private CheckpointJob? _job;
    private Task _writing = Task.CompletedTask;
    private long? _copiedBest;

    /// <summary>Whether a checkpoint is being written.</summary>
    public bool IsBusy => !_writing.IsCompleted;

    /// <summary>Copies the tensors and begins to write them, once the checkpoint before is on the disk.</summary>
    /// <exception cref="TrainException">
    /// The checkpoint before could not be written, or a tensor's type is none of the format's; the last good checkpoint is still there.
    /// </exception>
    public void Write(CheckpointContent content)
    {
        Wait();
        Restore(content.Tables);
        _last.Take(folder.LastCheckpoint, content.Tensors);
        Begin(content);
    }

    /// <summary>Writes other best weights, and the last checkpoint once more, which names them.</summary>
    /// <param name="best">The weights and buffers.</param>
    /// <param name="version">Another number than that of the weights before.</param>
    /// <exception cref="TrainException">They cannot be written; the last good checkpoint is still there.</exception>
    public void ReplaceBest(IReadOnlyDictionary<string, Tensor> best, long version)
    {
        Wait();
        if (_content is { } content)
        {
            Begin(content with { Best = best, BestVersion = version });
            Wait();
        }
    }

    /// <summary>
    /// Waits until everything is on the disk. Where somebody has deleted the folder meanwhile, it is made again with everything that the
    /// run still has.
    /// </summary>
    /// <exception cref="TrainException">It cannot be written; the last good checkpoint is still there.</exception>
    public void Wait()
    {
        var writing = _writing;
        _writing = Task.CompletedTask;
        try
        {
            writing.GetAwaiter().GetResult();
        }
        catch (TrainException) when (_job is not null && folder.IsDeleted)
        {
            Restore(_job.Tables);
            _commit.Run(_job, _last, _best);
        }
    }

    /// <summary>Waits, and gives the memory back; a failure that nobody has waited for stays unsaid.</summary>
    public void Dispose()
    {
        Task.WaitAny(_writing);
        _last.Dispose();
        _best.Dispose();
    }

    private void Begin(CheckpointContent content)
    {
        if (content.Best is { } best && content.BestVersion != _copiedBest)
        {
            _copiedBest = null;
            _best.Take(folder.BestWeights, best);
            _copiedBest = content.BestVersion;
        }
        var job = JobOf(content);
        (_content, _job) = (content, job);
        // A thread of its own: where a program keeps the pool's threads busy, a checkpoint would wait for one of them.
        _writing = Task.Factory.StartNew(
            () => _commit.Run(job, _last, _best), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    // The heads are made here, with room for the checksums, so that the other thread allocates next to nothing.
    private CheckpointJob JobOf(CheckpointContent content)
    {
        var metadata = new Dictionary<string, string>(content.Metadata);
        if (content.Best is not null)
        {
            metadata[CheckpointFiles.BestKey] = FileChecksum.Blank;
        }
        return new CheckpointJob(
            _last.Layout!.Head(metadata),
            content.Best is null ? null : _best.Layout!.Head(content.BestMetadata),
            content.BestVersion,
            content.Tables);
    }

    private void Restore(IReadOnlyList<RecordLog> tables)
    {
        folder.Restore();
        foreach (var table in tables)
        {
            table.Restore();
        }
        if (!File.Exists(folder.BestWeights))
        {
            _commit.ForgetBest();
        }
    }
}
