using Microsoft.Extensions.Logging;
using TrainSdk.Checkpoints;
using TrainSdk.Recording;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>Says from where a run goes on, and what is not as it was.</summary>
internal static class ResumeReport
{
    /// <summary>Logs it.</summary>
    /// <param name="run">The run that goes on.</param>
    /// <param name="description">What the generator knows of the model.</param>
    /// <param name="settings">What it goes on with.</param>
    /// <param name="now">The same as it will be recorded.</param>
    /// <param name="logger">Takes a line each.</param>
    public static void Log<TModel, TSettings>(
        ResumedRun run, ModelDescription<TModel, TSettings> description, TSettings settings, RunConfig now, ILogger logger)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        var (epoch, step) = (run.Checkpoint.Record.Epoch, run.Checkpoint.Record.Step);
        logger.LogInformation("resumed {Run} at epoch {Epoch}, step {Step}", run.Folder.Path, epoch, step);
        var values = description.Settings.TextOf(settings);
        foreach (var (name, then, value) in run.Changed(values))
        {
            logger.LogInformation("{Setting} was {Then} and is {Now}", SettingName.Option(name), then, value);
        }
        foreach (var (name, value) in run.Added(values))
        {
            logger.LogWarning(
                "{Setting} is new: the run was without it up to here, and goes on with {Now}", SettingName.Option(name), value);
        }
        var stepsPerEpoch = run.Checkpoint.Record.StepsPerEpoch;
        var former = RecordedSettings.Of(description.Settings, run.Config, run.Folder, static _ => { });
        var (lrThen, lrNow) = (description.Lr(step, former, stepsPerEpoch), description.Lr(step, settings, stepsPerEpoch));
        if (lrThen != lrNow)
        {
            logger.LogInformation(
                "the learning rate of step {Step} was {Then} and is {Now}", step, NumberText.Format(lrThen), NumberText.Format(lrNow));
        }
        foreach (var what in OtherBits(run.Config, now))
        {
            logger.LogWarning("{Difference}; the last bits of the numbers may differ from those of a run in one piece", what);
        }
    }

    private static IEnumerable<string> OtherBits(RunConfig then, RunConfig now)
    {
        (string What, string? Then, string? Now)[] facts =
        [
            ("the device", then.Device, now.Device),
            ("the precision", then.Precision, now.Precision),
            ("the number of threads", NumberText.Format(then.Threads), NumberText.Format(now.Threads)),
            ("the optimizer's route", then.OptimizerRoute, now.OptimizerRoute),
            ("the version of libtorch", then.Versions.GetValueOrDefault("libtorch"), now.Versions.GetValueOrDefault("libtorch")),
        ];
        return facts.Where(static fact => fact.Then != fact.Now).Select(static fact => $"{fact.What} was {fact.Then} and is {fact.Now}");
    }
}
