using TrainSdk.Generators.Features;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Files;

/// <summary>All files of one model.</summary>
internal static class ModelFiles
{
    public static IEnumerable<GeneratedFile> Of(TrainerSpec spec)
    {
        var plan = FeatureCatalog.PlanOf(spec);
        yield return HyperparametersFile.Of(plan);
        yield return ScheduleFile.Of(plan);
        yield return TrainingFile.Of(plan);
        yield return HooksFile.Of(plan);
        yield return CommandLineFile.Of(plan);
    }

    /// <summary>What the names of the files of a model end with.</summary>
    public static IReadOnlyList<string> Topics { get; } =
        [CommandLineFile.Topic, HooksFile.Topic, HyperparametersFile.Topic, ScheduleFile.Topic, TrainingFile.Topic];
}
