using TrainSdk.Files;
using TrainSdk.Recording;

namespace TrainSdk.Checkpoints;

/// <summary>
/// Puts a checkpoint on the disk in steps that may break off anywhere: the tables are flushed, the best weights are written beside their
/// place, <c>last.safetensors</c> replaces the one before and names them by their checksum, and they are put into their place.
/// <see cref="CheckpointFiles"/> finishes or drops what broke off.
/// </summary>
internal sealed class CheckpointCommit(RunFolder folder)
{
    private (long Version, string Checksum)? _best;
    private bool _brokeOff;

    /// <summary>Forgets which best weights are on the disk, so that the next checkpoint writes them.</summary>
    public void ForgetBest() => _best = null;

    /// <summary>Writes a checkpoint; on any thread.</summary>
    /// <param name="job">The first bytes of its files.</param>
    /// <param name="last">What follows in <c>last.safetensors</c>.</param>
    /// <param name="best">What follows in <c>best.safetensors</c>; sent where the version of the job is a new one.</param>
    /// <exception cref="TrainException">It cannot be written; the last good checkpoint is still there.</exception>
    public void Run(CheckpointJob job, TensorSnapshot last, TensorSnapshot best)
    {
        try
        {
            if (_brokeOff)
            {
                CheckpointFiles.Finish(folder);
            }
            _brokeOff = true;
            foreach (var table in job.Tables)
            {
                table.Sync();
            }
            Write(job, last, best);
            _brokeOff = false;
        }
        catch (Exception error) when (WriteFailure.Is(error))
        {
            throw WriteFailure.Of(folder.Checkpoints, error);
        }
        finally
        {
            _best = _brokeOff ? null : _best;
        }
    }

    private void Write(CheckpointJob job, TensorSnapshot last, TensorSnapshot best)
    {
        var (files, next) = (folder.Files, CheckpointFiles.NextBest(folder));
        var isNewBest = job.BestHead is not null && job.BestVersion != _best?.Version;
        if (isNewBest)
        {
            _best = (job.BestVersion, FileChecksum.Fill(job.BestHead, best.Send));
            AtomicFile.WriteSynced(files, next, file => Send(file, job.BestHead!, best));
            files.SyncFolder(folder.Checkpoints);
        }
        if (job.BestHead is not null)
        {
            FileChecksum.Put(job.Head, CheckpointFiles.BestKey, _best!.Value.Checksum);
        }
        FileChecksum.Fill(job.Head, last.Send);
        AtomicFile.Write(files, folder.LastCheckpoint, file => Send(file, job.Head, last));
        if (isNewBest)
        {
            files.Rename(next, folder.BestWeights);
            files.SyncFolder(folder.Checkpoints);
        }
    }

    private static void Send(IOutputFile file, byte[] head, TensorSnapshot data)
    {
        file.Write(head);
        data.Send(file.Write);
    }
}
