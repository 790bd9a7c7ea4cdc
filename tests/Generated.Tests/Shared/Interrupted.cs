using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Generated.Tests.Shared;

/// <summary>
/// Trains once in one piece, with a checkpoint after every step, and copies the run's folder on the way, as it would be found if the
/// process had been killed there. Every copy is resumed and must end as the whole run did: to the last bit, and with the same records.
/// </summary>
internal static class Interrupted
{
    /// <summary>Compares the whole run with the copies that go on.</summary>
    /// <param name="description">The model class.</param>
    /// <param name="data">The splits.</param>
    /// <param name="settings">The numbers to train with.</param>
    /// <param name="isKilledAfter">Whether a copy is made when a step was recorded; the checkpoint of the step is not written then.</param>
    /// <param name="options">Facts about the machine.</param>
    /// <returns>Where the copies went on.</returns>
    public static IReadOnlyList<(int Epoch, long Step)> AssertGoesOn<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description, DataSplits data, TSettings settings, Func<long, bool> isKilledAfter, RunOptions options)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        using var folders = new RunCopies();
        var whole = description.Train(data, settings, options with
        {
            RunDirectory = folders.Whole,
            CheckpointEvery = TimeSpan.Zero,
            StepProgress = new Told<StepRecord>(step =>
            {
                if (isKilledAfter(step.Step))
                {
                    folders.Copy();
                }
            }),
            // within an epoch's end: the validation is done and recorded, and no checkpoint knows of it
            Progress = new Told<EpochSummary>(epoch =>
            {
                if (isKilledAfter(epoch.Step - 1))
                {
                    folders.Copy();
                }
            }),
        }, CancellationToken.None);
        folders.CopyWithoutResult();
        return [.. folders.Copies.Select(copy =>
        {
            var resumed = description.Train(data, description.SettingsOf(copy), options with { Resume = copy }, CancellationToken.None);
            SameRun.Assert(whole, resumed);
            return RunCopies.ResumedAt(copy);
        })];
    }

    /// <summary>Compares the whole run with one that is canceled after every few steps, and resumed in the same folder until it is done.</summary>
    public static void AssertGoesOnAgainAndAgain<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description, DataSplits data, TSettings settings, int steps, RunOptions options)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        using var folders = new RunCopies();
        var whole = description.Train(data, settings, options with { RunDirectory = folders.Whole }, CancellationToken.None);
        FitResult<TModel>? result = null;
        while (result is not { StopReason: not StopReason.Canceled })
        {
            using var cancel = new CancellationTokenSource();
            var done = 0;
            var counted = options with
            {
                CheckpointEvery = TimeSpan.Zero,
                StepProgress = new Told<StepRecord>(_ => { if (++done == steps) { cancel.Cancel(); } }),
            };
            result = result is null
                ? description.Train(data, settings, counted with { RunDirectory = folders.Other }, cancel.Token)
                : description.Train(data, description.SettingsOf(folders.Other), counted with { Resume = folders.Other }, cancel.Token);
        }
        SameRun.Assert(whole, result);
    }

    private sealed class Told<T>(Action<T> action) : IProgress<T>
    {
        public void Report(T value) => action(value);
    }
}
