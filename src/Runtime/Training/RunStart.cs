using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Optim.Kernels;
using TrainSdk.Precision;
using TrainSdk.Recording;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>Describes a run for its <c>config.json</c>.</summary>
internal static class RunStart
{
    /// <summary>The description.</summary>
    /// <param name="values">The effective settings as text, by name.</param>
    /// <param name="attributes">The settings as the attributes have them.</param>
    /// <param name="card">The model's card.</param>
    /// <param name="data">The splits.</param>
    /// <param name="device">Where it is computed.</param>
    /// <param name="precision">The number type of matrix products.</param>
    /// <param name="options">Says where changed settings come from.</param>
    public static RunConfig Describe(
        IReadOnlyDictionary<string, string> values,
        IReadOnlyDictionary<string, string> attributes,
        ModelCard card,
        DataSplits data,
        Device device,
        MixedPrecision precision,
        RunOptions options) => new()
        {
            Model = card.Model,
            External = card.IsExternal,
            Started = DateTimeOffset.UtcNow,
            Seed = Whole(values, "Seed"),
            SplitSeed = Whole(values, "SplitSeed"),
            Settings = values.ToDictionary(
                static value => SettingName.Json(value.Key),
                value => new RecordedSetting(value.Value, Origin(value.Key, value.Value, attributes, options))),
            Samples = new RecordedSamples(data.Train.Count, data.Validation?.Count, data.Test?.Count),
            InputShape = data.Train.InputShape,
            ClassNames = data.Train.ClassNames,
            Device = device.ToString(),
            Precision = precision.ToString(),
            Threads = torch.get_num_threads(),
            RecorderSteps = StepLog.Capacity,
            OptimizerRoute = KernelRoutes.Current.Name,
            Versions = Versions(),
        };

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
