using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Native;
using TrainSdk.Recording;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>Opens the surroundings of a generated training loop.</summary>
public static class TrainingRun
{
    /// <summary>
    /// Checks the settings against every rule, chooses the device, moves the model there, makes the run folder and writes <c>config.json</c>.
    /// </summary>
    /// <param name="description">What the generator knows of the model class.</param>
    /// <param name="model">The model to train.</param>
    /// <param name="isExternal">Whether the caller built the model, so that the settings' constructor values do not describe it.</param>
    /// <param name="settings">The effective settings.</param>
    /// <param name="data">The splits.</param>
    /// <param name="options">Facts about the machine and the caller.</param>
    /// <exception cref="TrainException">A setting breaks a rule, the data do not fit, or the run folder cannot be written.</exception>
    public static TrainingRun<TModel> Start<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description, TModel model, bool isExternal, TSettings settings, DataSplits data, RunOptions options)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        throw new NotImplementedException();
    }
}
