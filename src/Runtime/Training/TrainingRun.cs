using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Files;
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
    /// <c>config.json</c>. Nothing is written where anything is refused. With <see cref="RunOptions.Resume"/> the folder is that of the run
    /// which goes on.
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
        CheckInputs(description.Name, description.Inputs, data.Train.Sources.Count);
        CheckKept(options, data);
        SettingChecks.Check(ofAttributes, data, batchSize, accumulate, options.Logger);

        var device = ComputeDevice.Resolve(options.Device);
        UseThreads(options.Threads);
        LoaderWorkers.Use(options.Workers ?? LoaderWorkers.Default);
        HostAllocator.KeepFreedMemory();
        ModelMove.To(model, device);
        var precision = RunPrecision.Settle(
            RunPrecision.Mode(table, settings), device, model, options.Logger, options.AllowsHalfOnCpu);
        var parameters = TrainableParameters.Of(model);
        var seed = Whole(values, "Seed");
        var batches = BatchLoader.Sampled(data.Train, data.Encoding, batchSize, data.Sampler, seed, parameters.Placement, accumulate);
        var setup = new RunSetup(data, parameters, batches, accumulate, seed, device, precision, options)
        {
            Model = description.Name,
            Settings = values,
        };
        model.Card = Card(description.Name, description.Output, isExternal ? null : table.ConstructorValues(settings), data);
        return new TrainingRun<TModel>(model, options.Resume is { } run
            ? Reopened(run, setup, description, model, isExternal, settings)
            : Recorded(setup, description, model.Card, settings));
    }

    private static RunSetup Recorded<TModel, TSettings>(
        RunSetup setup, ModelDescription<TModel, TSettings> description, ModelCard card, TSettings settings)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        if (!setup.Options.WriteRunFolder)
        {
            return setup;
        }
        var folder = RunFolder.Create(setup.Options.RunDirectory, description.Name, setup.Options.Files);
        var taken = RunLock.Take(folder.Path);
        try
        {
            // Another process may have begun a run between the look at the folder and the lock.
            folder.RefuseRun();
            var config = RunStart.Describe(setup, description, card, settings);
            RunRecordFile.Write(folder, config);
            return setup with { Folder = folder, Config = config, Fingerprint = DataFingerprint.Of(setup.Data), Lock = taken };
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private static RunSetup Reopened<TModel, TSettings>(
        string run, RunSetup setup, ModelDescription<TModel, TSettings> description, TModel model, bool isExternal, TSettings settings)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        var resumed = ResumedRun.Open(run);
        try
        {
            var fingerprint = DataFingerprint.Of(setup.Data);
            resumed.Check(description.Name, isExternal, description.Settings, settings);
            resumed.Check(fingerprint, setup.StepsPerEpoch);
            resumed.Checkpoint.CopyInto(model);
            var config = RunStart.Describe(setup, description, model.Card!, settings);
            if (setup.Options.Logger is { } logger)
            {
                ResumeReport.Log(resumed, description, settings, config, logger);
            }
            return setup with { Folder = resumed.Folder, Config = config, Fingerprint = fingerprint, Resumed = resumed };
        }
        catch
        {
            resumed.Dispose();
            throw;
        }
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

    private static void CheckKept(RunOptions options, DataSplits data)
    {
        if (options.KeepBest < 0 || options.KeepEvery < 0)
        {
            throw new TrainException(
                $"{Math.Min(options.KeepBest, options.KeepEvery)} weights files cannot be kept; give 0 for none, or more");
        }
        if (options.KeepBest > 0 && data.Validation is null)
        {
            throw new TrainException(
                "KeepBest goes by validations, but the data have no validation split; give one, or keep epochs by KeepEvery");
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
