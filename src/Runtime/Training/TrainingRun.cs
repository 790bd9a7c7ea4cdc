using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Native;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Recording;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>Opens the surroundings of a generated training loop.</summary>
public static class TrainingRun
{
    /// <summary>
    /// Checks the settings against every rule, chooses the device, moves the model there, makes the run folder and writes
    /// <c>config.json</c>. Nothing is written where anything is refused.
    /// </summary>
    /// <param name="description">What the generator knows of the model class.</param>
    /// <param name="model">The model to train.</param>
    /// <param name="isExternal">Whether the caller built the model, so that the settings' constructor values do not describe it.</param>
    /// <param name="settings">The effective settings.</param>
    /// <param name="data">The splits.</param>
    /// <param name="options">Facts about the machine and the caller.</param>
    /// <exception cref="TrainException">A setting breaks a rule, the data do not fit, or the run folder cannot be written.</exception>
    public static TrainingRun<TModel> Start<TModel, TSettings>(
        ModelDescription<TModel, TSettings> description,
        TModel model,
        bool isExternal,
        TSettings settings,
        DataSplits data,
        RunOptions options)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        var table = description.Settings;
        var values = table.TextOf(settings);
        var ofAttributes = table.AttributeValues(settings);
        var batchSize = (int)Whole(ofAttributes, "BatchSize");
        var accumulate = ofAttributes.ContainsKey("Accumulate") ? (int)Whole(ofAttributes, "Accumulate") : 1;
        CheckInputs(description.Name, description.Inputs, data.Train.AllInputs.Count);
        SettingChecks.Check(ofAttributes, data, batchSize, accumulate, options.Logger);

        var device = ComputeDevice.Resolve(options.Device);
        UseThreads(options.Threads);
        HostAllocator.KeepFreedMemory();
        ModelMove.To(model, device);
        var precision = RunPrecision.Settle(
            RunPrecision.Mode(table, settings), device, model, options.Logger, options.AllowsHalfOnCpu);
        var parameters = TrainableParameters.Of(model);
        var seed = Whole(values, "Seed");
        var batches = BatchLoader.Shuffled(data.Train, data.Encoding, batchSize, seed, parameters.Placement);
        model.Card = Card(description.Name, description.Output, isExternal ? null : table.ConstructorValues(settings), data);
        var folder = options.WriteRunFolder ? RunFolder.Create(options.RunDirectory, description.Name) : null;
        if (folder is not null)
        {
            var attributes = table.TextOf(new TSettings());
            var config = RunStart.Describe(values, attributes, model.Card, data, device, precision, options);
            RunRecordFile.Write(folder, config with { EffectiveLr = description.ScaledLr?.Invoke(settings) });
        }
        return new TrainingRun<TModel>(model, data, parameters, batches, accumulate, seed, folder, device, precision, options);
    }

    private static void CheckInputs(string model, int taken, int given)
    {
        if (taken != given)
        {
            throw new TrainException(
                $"{model}.forward takes {taken} input{(taken == 1 ? "" : "s")}, and the data have {given}; "
                + "give DataSet one tensor per input: new DataSet([first, second], targets)");
        }
    }

    // Without a constructor's values the caller has built the model.
    private static ModelCard Card(
        string name, OutputKind output, IReadOnlyDictionary<string, string>? constructor, DataSplits data) => new()
    {
        Model = name,
        Output = output,
        IsExternal = constructor is null,
        Constructor = constructor ?? new Dictionary<string, string>(),
        Encoding = data.Encoding,
        ClassNames = data.Train.ClassNames,
    };

    private static long Whole(IReadOnlyDictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var text) && NumberText.TryInteger(text, out var number)
            ? number
            : throw new TrainException($"the settings have no whole number {name}; a generated Hyperparameters always has one");

    private static void UseThreads(int? threads)
    {
        if (threads is { } count)
        {
            torch.set_num_threads(count >= 1 ? count : throw new TrainException($"{count} threads cannot compute; give 1 or more"));
        }
    }
}
