using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Optim.Kernels;
using TrainSdk.Recording;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>Describes a run for its <c>config.json</c>.</summary>
internal static class RunStart
{
    /// <summary>The description.</summary>
    /// <param name="setup">What it is made of.</param>
    /// <param name="description">What the generator knows of the model.</param>
    /// <param name="card">The model's card.</param>
    /// <param name="settings">The effective settings.</param>
    public static RunConfig Describe<TModel, TSettings>(
        RunSetup setup, ModelDescription<TModel, TSettings> description, ModelCard card, TSettings settings)
        where TModel : nn.Module, ITrainedModel
        where TSettings : class, new()
    {
        var (data, values, attributes) =
            (setup.Data, description.Settings.TextOf(settings), description.Settings.TextOf(new TSettings()));
        return new()
        {
            Model = card.Model,
            External = card.IsExternal,
            Started = DateTimeOffset.UtcNow,
            Seed = Whole(values, "Seed"),
            SplitSeed = Whole(values, "SplitSeed"),
            Settings = values.ToDictionary(
                static value => SettingName.Json(value.Key),
                value => new RecordedSetting(value.Value, Origin(value.Key, value.Value, attributes, setup.Options))),
            Samples = new RecordedSamples(Count(data.Train), Count(data.Validation), Count(data.Test)),
            InputShape = data.Train.InputShape,
            ClassNames = data.Train.ClassNames,
            Device = setup.Device.ToString(),
            Precision = setup.Precision.ToString(),
            Threads = torch.get_num_threads(),
            RecorderSteps = StepLog.Capacity,
            OptimizerRoute = KernelRoutes.Current.Name,
            Versions = Versions(),
            Data = setup.Options.Data,
            HasBatchNorm = setup.Parameters.HasBatchNorm,
            ClassCounts = ClassCounts(data.Train),
            EffectiveLr = description.ScaledLr?.Invoke(settings),
        };
    }

    private static long[]? ClassCounts(DataSet train)
    {
        if (train.ClassNames.Count == 0 || !train.IsInMemory || train.Targets.dtype != ScalarType.Int64 || train.Targets.dim() != 1)
        {
            return null;
        }
        using var counts = torch.bincount(train.Targets, minlength: train.ClassNames.Count);
        return counts.data<long>().ToArray();
    }

    private static long? Count(DataSet? split) => split?.Stream is null ? split?.Count : null;

    private static long Whole(IReadOnlyDictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var text) && NumberText.TryInteger(text, out var number) ? number : 0;

    private static string Origin(string name, string value, IReadOnlyDictionary<string, string> attributes, RunOptions options) =>
        options.Origins.TryGetValue(name, out var origin) ? origin
        : attributes[name] == value ? RecordedSetting.Attribute
        : RecordedSetting.Program;

    private static Dictionary<string, string> Versions() => new()
    {
        ["trainSdk"] = InformationalVersion(typeof(RunStart)),
        ["torchSharp"] = InformationalVersion(typeof(torch)),
        ["libtorch"] = torch.__version__,
        ["dotnet"] = Environment.Version.ToString(),
        ["os"] = RuntimeInformation.OSDescription,
        ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString(),
    };

    private static string InformationalVersion(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
