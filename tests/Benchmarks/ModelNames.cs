using TrainSdk.Settings;

namespace TrainSdk.Benchmarks;

/// <summary>The models on the command line and in the names of ratios.</summary>
internal static class ModelNames
{
    public const string Mlp = "mlp";
    public const string Everything = "everything";
    public const string Cnn = "cnn";
    public const string Transformer = "transformer";

    public static readonly IReadOnlyList<string> All = [Mlp, Everything, Cnn, Transformer];

    /// <exception cref="TrainException">There is no such model.</exception>
    public static string Known(string name) => All.Contains(name)
        ? name
        : throw new TrainException($"model '{name}' is unknown{NearestName.Suggest(name, All)}; there are {string.Join(", ", All)}");
}
